import type { AffineMap } from '../../../core/geometry/affine'
import type { Size } from '../../../core/geometry/size'
import type { MaskBand, MaskShapes } from '../../../core/mask/mask-bands'

/** One exported layer of the subject. */
interface SnapshotLayer<File = Blob> {
  /** The exported file, PNG or JPEG. */
  readonly image: File
  /** Maps the unit square of the image to the canvas's pixels, as `CanvasPlanLayer.imagePlace` does. */
  readonly imagePlace: AffineMap
}

/**
 * The known area: shapes in the canvas's pixels, or the rows of a refined mask, whose `size` differs from the canvas's if the
 * upload was made smaller to fit the limits.
 */
export type KnownArea =
  | { readonly kind: 'shapes'; readonly shapes: MaskShapes }
  | { readonly kind: 'bands'; readonly size: Size; readonly bands: readonly MaskBand[] }

/**
 * What was sent, in the canvas's pixels. A four-side request is described as the canvas request that asks for the same. Plain
 * data that can be posted to a worker.
 */
export interface SnapshotImage<File = Blob> {
  /** Size of the canvas and of the finished image, px; at most 4096 a side. */
  readonly canvasSize: Size
  /** The subject, bottom layer first. */
  readonly layers: readonly SnapshotLayer<File>[]
  readonly kept: KnownArea
}
