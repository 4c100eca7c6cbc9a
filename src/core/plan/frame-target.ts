import type { AffineMap } from '../geometry/affine'
import type { RoundedBox } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import type { PagePosition } from './page-position'

/** A frame whose empty area is to be filled, as of the selection's description. Plain data: it crosses the bridge. */
export interface FrameTarget extends Size {
  readonly nodeId: string
  /** For the window only: names never leave the document. */
  readonly name: string
  readonly origin: PagePosition
  /** The shape to which the frame clips its layers, in its own units; null if it clips nothing. */
  readonly clip: RoundedBox | null
  /** Whether the frame shows an image of this plugin that was made for its shape. */
  readonly isFilled: boolean
  /** The frame's visible layers, bottom first. */
  readonly layers: readonly FrameLayer[]
  /** Ids of the layers that form the source image; the others stay editable on top and are not sent. */
  readonly subjectIds: readonly string[]
}

/** A layer of the frame; lengths in the frame's own units, from its top left corner. */
export interface FrameLayer {
  readonly nodeId: string
  readonly name: string
  readonly shape: RoundedBox
  /** Maps the unit square of the layer's exported image to the frame's units. */
  readonly imagePlace: AffineMap
  /** Stored pixels for each document unit of the layer's sharpest image; null without an image. */
  readonly nativeScale: number | null
  /** Why the layer cannot be preserved as it looks; null if it can. */
  readonly unfit: 'see-through' | 'blended' | 'masked' | null
  /** Whether the layer surely hides everything beneath its shape, as it would hide the new image. */
  readonly hidesBeneath: boolean
  /** Whether the layer may have gaps; only evaluated if the layers' boxes cover the whole frame. */
  readonly mayBeSeeThrough: boolean
}
