import type { AffineMap } from '../geometry/affine'
import type { Outline } from '../geometry/outline'
import type { RoundedBox } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import type { FrameTarget } from './frame-target'
import type { PagePosition } from './page-position'
import type { SubjectLayer } from './plan'

/** A layer whose edges can be expanded, as of the selection's description. Plain data: it crosses the bridge. */
export interface SidesTarget extends Size {
  readonly nodeId: string
  /** For the window only: names never leave the document. */
  readonly name: string
  readonly kind: 'frame' | 'component' | 'shape' | 'text' | 'other'
  readonly origin: PagePosition
  /** Whether the layer grows and gets the image as a fill, or stays as it is with the image in a new layer behind it. */
  readonly placing: 'grow' | 'behind'
  /** The outline of a layer that grows: it grows with the box and may then cut visible parts. */
  readonly outline: Outline
  /** The ways of sending the layer; the first is the default. */
  readonly contents: readonly [SubjectContent, ...SubjectContent[]]
  /** The nearest frame that clips the layer; null if none does. */
  readonly clip: ClippingFrame | null
}

/** One way of sending a layer: its background alone, or everything visible in it. */
export interface SubjectContent {
  readonly kind: 'background' | 'everything'
  /** The exported layers, bottom first; places in the subject's document units. */
  readonly layers: readonly SubjectLayer[]
  /** Stored pixels for each document unit of its sharpest image; null without an image. */
  readonly nativeScale: number | null
  /** Number of visible layers that stay editable on top of the image, sent or not. */
  readonly liveLayers: number
  /** The boxes of the topmost of these layers, subject's document units, bottom first; as many as the window shows. */
  readonly liveShapes: readonly RoundedBox[]
  /** Name of an editable, translucent layer that would be visible twice: in the image and on top of it. Null if none. */
  readonly seenTwice: string | null
}

/** A frame that clips a layer within it. */
export interface ClippingFrame extends Size {
  readonly name: string
  /** Maps the layer's own units to the frame's. */
  readonly place: AffineMap
}

/** Why the selection cannot be expanded; known before anything is exported or sent. `name`: the layer's. */
export type Obstacle =
  | { readonly kind: 'nothing-selected' }
  | { readonly kind: 'several-selected'; readonly count: number }
  | { readonly kind: 'not-expandable'; readonly name: string; readonly nodeType: string }
  | { readonly kind: 'hidden'; readonly name: string }
  | { readonly kind: 'empty'; readonly name: string }
  /** The layer or one of its ancestors is a mask or is cut by one. */
  | { readonly kind: 'masked'; readonly name: string }
  /** The new image would show through the layer, or mix with it. */
  | { readonly kind: 'see-through'; readonly name: string }
  | { readonly kind: 'blended'; readonly name: string }
  /** The layer is in an instance that would hide a new layer behind it. */
  | { readonly kind: 'inside-instance'; readonly name: string; readonly instanceName: string }
  | { readonly kind: 'inside-boolean'; readonly name: string }
  /** A component variant that cannot grow, in a set that accepts only variants. */
  | { readonly kind: 'fixed-variant'; readonly name: string }
  | { readonly kind: 'no-frame-around'; readonly name: string; readonly parentType: string }
  | { readonly kind: 'pattern-fill'; readonly name: string }
  /** An instance's fill comes from a style, which a new fill would detach, and an instance accepts no new layers. */
  | { readonly kind: 'styled-instance'; readonly name: string }
  | { readonly kind: 'different-parents' }
  | { readonly kind: 'no-picture-inside'; readonly name: string }
  /** The frame's own fill is the image, which covers the frame at any size. */
  | { readonly kind: 'picture-is-fill'; readonly name: string }

export type Found<Target> =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }

/** The selection's targets or obstacles in both modes. */
export interface Selection {
  /** Ids of all selected layers. */
  readonly nodeIds: readonly string[]
  readonly sides: Found<SidesTarget>
  readonly frame: Found<FrameTarget>
  /** The same for each layer of a selection of several; empty otherwise. */
  readonly each: readonly SelectedLayer[]
}

/** One of several selected layers. */
export interface SelectedLayer {
  readonly nodeId: string
  readonly name: string
  readonly sides: Found<SidesTarget>
  readonly frame: Found<FrameTarget>
}
