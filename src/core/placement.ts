import type { Insets } from './insets'
import type { Size } from './size'

/** Where a result goes: on a layer that grows by the insets, or on a frame that keeps its size. Frozen with the order. */
export type Placement =
  | { readonly kind: 'grow'; readonly nodeId: string; readonly subject: Size; readonly insets: Insets }
  | { readonly kind: 'fill'; readonly nodeId: string; readonly frame: Size }
