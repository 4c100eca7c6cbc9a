import type { FrameTarget } from './frame-target'
import type { Insets } from './insets'
import type { SidesSubject } from './plan-sides'

/** The layer that grows in the sides mode, as it was when it was looked at. Plain data: it crosses the bridge. */
export interface SidesTarget extends SidesSubject {
  /** For the window only: names never leave the document. */
  readonly name: string
  readonly kind: 'frame' | 'component' | 'shape'
  /** How many visible layers stay live on top of what is sent. */
  readonly liveLayers: number
  /** The nearest frame that clips the layer, and the room to its edges (document units); null where none does. */
  readonly clip: { readonly name: string; readonly room: Insets } | null
}

/** Why nothing of the selection can be expanded; known before anything is exported or sent. `name` is the layer's. */
export type Obstacle =
  | { readonly kind: 'nothing-selected' }
  | { readonly kind: 'several-selected'; readonly count: number }
  | { readonly kind: 'not-expandable'; readonly name: string; readonly nodeType: string }
  | { readonly kind: 'hidden'; readonly name: string }
  | { readonly kind: 'empty'; readonly name: string }
  | { readonly kind: 'rotated'; readonly name: string }
  | { readonly kind: 'inside-instance'; readonly name: string }
  | { readonly kind: 'inside-auto-layout'; readonly name: string; readonly parentName: string }
  | { readonly kind: 'inside-boolean'; readonly name: string }
  | { readonly kind: 'size-limited'; readonly name: string }
  | { readonly kind: 'no-frame-around'; readonly name: string; readonly parentType: string }
  | { readonly kind: 'pattern-fill'; readonly name: string }
  | { readonly kind: 'different-parents' }
  | { readonly kind: 'no-picture-inside'; readonly name: string }

export type Found<Target> =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }

/** What was found in the selection, for each of the two modes. */
export interface Selection {
  readonly sides: Found<SidesTarget>
  readonly frame: Found<FrameTarget>
}
