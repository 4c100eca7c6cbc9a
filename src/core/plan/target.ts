import type { AffineMap } from '../geometry/affine'
import type { Outline } from '../geometry/outline'
import type { RoundedBox } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import type { FrameTarget } from './frame-target'
import type { PagePosition } from './page-position'
import type { SubjectLayer } from './plan'

/** A layer whose sides can grow, as it was when it was looked at. Plain data: it crosses the bridge. */
export interface SidesTarget extends Size {
  readonly nodeId: string
  /** For the window only: names never leave the document. */
  readonly name: string
  readonly kind: 'frame' | 'component' | 'shape' | 'text' | 'other'
  readonly origin: PagePosition
  /** Whether the layer itself grows and takes the image, or stays as it is with the image in a new layer behind it. */
  readonly placing: 'grow' | 'behind'
  /** Where it can grow: the outline that grows with its box, and may then cut off what was seen. */
  readonly outline: Outline
  /** What can be sent of it; the first is the default. */
  readonly contents: readonly [SubjectContent, ...SubjectContent[]]
  /** The nearest frame that clips the layer; null where none does. */
  readonly clip: ClippingFrame | null
}

/** One way of sending a layer: its background alone, or everything that is seen in it. */
export interface SubjectContent {
  readonly kind: 'background' | 'everything'
  /** What is exported, bottom first; places in the subject's document units. */
  readonly layers: readonly SubjectLayer[]
  /** Pixels for each document unit at which the sharpest image of it is stored; null where it shows none. */
  readonly nativeScale: number | null
  /** How many visible layers stay live on top of the image, whether or not they are sent too. */
  readonly liveLayers: number
  /** The boxes of the topmost of them in the subject's document units, bottom first: enough for the window to show. */
  readonly liveShapes: readonly RoundedBox[]
  /** A live layer that lets the image beneath it show through, and would be seen twice: in the image and on top of it. */
  readonly seenTwice: string | null
}

/** A frame around a layer that lets nothing be seen outside of itself. */
export interface ClippingFrame extends Size {
  readonly name: string
  /** Maps the layer's own units to the frame's. */
  readonly place: AffineMap
}

/** Why nothing of the selection can be expanded; known before anything is exported or sent. `name` is the layer's. */
export type Obstacle =
  | { readonly kind: 'nothing-selected' }
  | { readonly kind: 'several-selected'; readonly count: number }
  | { readonly kind: 'not-expandable'; readonly name: string; readonly nodeType: string }
  | { readonly kind: 'hidden'; readonly name: string }
  | { readonly kind: 'empty'; readonly name: string }
  /** The layer, or one around it, is a mask or is cut by one. */
  | { readonly kind: 'masked'; readonly name: string }
  /** The new image would show through the layer, or mix with it. */
  | { readonly kind: 'see-through'; readonly name: string }
  | { readonly kind: 'blended'; readonly name: string }
  /** The layer is in an instance that would hide a new layer behind it. */
  | { readonly kind: 'inside-instance'; readonly name: string; readonly instanceName: string }
  | { readonly kind: 'inside-boolean'; readonly name: string }
  /** A variant that cannot grow, in a set that takes nothing but variants. */
  | { readonly kind: 'fixed-variant'; readonly name: string }
  | { readonly kind: 'no-frame-around'; readonly name: string; readonly parentType: string }
  | { readonly kind: 'pattern-fill'; readonly name: string }
  /** The fill of an instance comes from a style, which a new fill would detach; and an instance takes no new layers. */
  | { readonly kind: 'styled-instance'; readonly name: string }
  | { readonly kind: 'different-parents' }
  | { readonly kind: 'no-picture-inside'; readonly name: string }
  /** The frame's own fill is the picture: it covers the frame, however large that is. */
  | { readonly kind: 'picture-is-fill'; readonly name: string }

export type Found<Target> =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }

/** What was found in the selection, for each of the two modes. */
export interface Selection {
  /** Ids of the selected layers, whether or not they can be expanded. */
  readonly nodeIds: readonly string[]
  readonly sides: Found<SidesTarget>
  readonly frame: Found<FrameTarget>
  /** The same for each layer alone, where several are selected; empty otherwise. */
  readonly each: readonly SelectedLayer[]
}

/** One of several selected layers. */
export interface SelectedLayer {
  readonly nodeId: string
  readonly name: string
  readonly sides: Found<SidesTarget>
  readonly frame: Found<FrameTarget>
}
