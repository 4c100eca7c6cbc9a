import type { AffineMap } from '../geometry/affine'
import type { RoundedBox } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import type { PagePosition } from './page-position'

/** A frame whose empty area is to be filled, as it was when it was looked at. Plain data: it crosses the bridge. */
export interface FrameTarget extends Size {
  readonly nodeId: string
  /** For the window only: names never leave the document. */
  readonly name: string
  readonly origin: PagePosition
  /** What the frame lets be seen of its layers, in its own units; null where it clips nothing. */
  readonly clip: RoundedBox | null
  /** Whether the frame shows an image of this plugin that was made for its shape. */
  readonly isFilled: boolean
  /** The frame's visible layers, bottom first. */
  readonly layers: readonly FrameLayer[]
  /** Ids of those that are taken for the picture; the others stay live on top and are not sent. */
  readonly subjectIds: readonly string[]
}

/** A layer of the frame; lengths in the frame's own units, from its top left corner. */
export interface FrameLayer {
  readonly nodeId: string
  readonly name: string
  readonly shape: RoundedBox
  /** Maps the unit square of the layer's exported image to the frame's units. */
  readonly imagePlace: AffineMap
  /** Pixels for each document unit at which the layer's sharpest image is stored; null where it shows none. */
  readonly nativeScale: number | null
  /** Why "kept" would mean nothing for this layer; null where it does mean something. */
  readonly unfit: 'see-through' | 'blended' | 'masked' | null
  /** Whether whatever lies beneath its shape is surely hidden by it, and so would the new image be. */
  readonly hidesBeneath: boolean
  /** Only looked at where the layers' boxes cover the whole frame: whether there may be gaps all the same. */
  readonly mayBeSeeThrough: boolean
}
