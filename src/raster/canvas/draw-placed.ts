import type { AffineMap } from '../../core/geometry/affine'
import type { Size } from '../../core/geometry/size'

/** Over a whole side, an axis that is off by less than this many pixels is upright (floating point, not design). */
const axisTolerance = 1e-3

/**
 * Draws an exported image where the plan has it. An upright image whose size is as planned but for the platform's
 * rounding is laid on whole pixels, so that its own are sent as they are instead of being resampled.
 */
export function drawPlaced(
  context: OffscreenCanvasRenderingContext2D,
  image: ImageBitmap,
  place: AffineMap
): void {
  const [[a, b, x], [c, d, y]] = place
  context.save()
  context.imageSmoothingQuality = 'high'
  if (isAsPlanned(image, place)) {
    // As the mask rounds: a column is the layer's when its centre is.
    context.drawImage(image, Math.ceil(x - 0.5), Math.ceil(y - 0.5))
  } else {
    context.setTransform(a / image.width, c / image.width, b / image.height, d / image.height, x, y)
    context.drawImage(image, 0, 0)
  }
  context.restore()
}

/** Tells whether an image lies upright at its own size, but for the rounding of its pixels. */
export function isAsPlanned({ width, height }: Size, [[a, b], [c, d]]: AffineMap): boolean {
  return (
    Math.abs(b) < axisTolerance &&
    Math.abs(c) < axisTolerance &&
    Math.abs(a - width) < 1.5 &&
    Math.abs(d - height) < 1.5
  )
}
