import type { AffineMap } from '../../../core/geometry/affine'
import type { Size } from '../../../core/geometry/size'
import type { MaskBand, MaskShapes } from '../../../core/mask/mask-bands'

/** One layer of the subject as it was exported. */
interface SnapshotLayer<File = Blob> {
  /** The exported file, PNG or JPEG. */
  readonly image: File
  /** Maps the unit square of the image to the canvas's pixels, as `CanvasPlanLayer.imagePlace` does. */
  readonly imagePlace: AffineMap
}

/**
 * What is kept of the canvas: shapes in the canvas's pixels, or the rows of a refined mask, whose `size` may be another
 * than the canvas's (the upload was made smaller to fit the limits).
 */
export type KnownArea =
  | { readonly kind: 'shapes'; readonly shapes: MaskShapes }
  | { readonly kind: 'bands'; readonly size: Size; readonly bands: readonly MaskBand[] }

/**
 * What was sent, in pixels of the canvas and independent of the kind of request. Plain data: it can be posted to a Worker.
 * A four-side request is described as the canvas request that asks for the same.
 */
export interface SnapshotImage<File = Blob> {
  /** Size of the canvas and of the finished image, px; at most 4096 a side. */
  readonly canvasSize: Size
  /** The subject, bottom layer first. */
  readonly layers: readonly SnapshotLayer<File>[]
  readonly kept: KnownArea
}
