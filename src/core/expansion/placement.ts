import type { Insets } from '../geometry/insets'
import type { Size } from '../geometry/size'
import type { PagePosition } from '../plan/page-position'

/** Where a result goes. Frozen with the order; lengths in document units. */
export type Placement = LayerPlacement | ViewPlacement

/** An image for a layer. */
export type LayerPlacement = OnLayer & { readonly origin: PagePosition }

/** A new layer of this name in the middle of the view, as large as the image itself. */
interface ViewPlacement {
  readonly kind: 'view'
  readonly name: string
}

type OnLayer =
  /** The layer grows by the insets and takes the image as a fill. */
  | {
      readonly kind: 'grow'
      readonly nodeId: string
      readonly subject: Size
      readonly insets: Insets
      /** Above which of its paints: those that are sent with its topmost image, or all of them. */
      readonly above: 'images' | 'everything'
    }
  /** The layer stays as it is; the image is a new rectangle directly behind it. */
  | { readonly kind: 'behind'; readonly nodeId: string; readonly subject: Size; readonly insets: Insets }
  /** The frame keeps its size and takes the image as its topmost fill, beneath its layers. */
  | { readonly kind: 'fill'; readonly nodeId: string; readonly frame: Size }
