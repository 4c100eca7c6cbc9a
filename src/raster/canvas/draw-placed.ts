import type { AffineMap } from '../../core/geometry/affine'
import type { Size } from '../../core/geometry/size'

/** Greatest deviation of an upright axis over a whole side, px: floating-point error, not design. */
const axisTolerance = 1e-3

/**
 * Draws an exported image in its planned place. An upright image of the planned size (up to the platform's rounding) is drawn
 * on whole pixels, so that its pixels are sent unchanged instead of resampled.
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
    // Rounds as the mask does: a column belongs to the layer that its centre lies in.
    context.drawImage(image, Math.ceil(x - 0.5), Math.ceil(y - 0.5))
  } else {
    context.setTransform(a / image.width, c / image.width, b / image.height, d / image.height, x, y)
    context.drawImage(image, 0, 0)
  }
  context.restore()
}

/** Tells whether an image is placed upright at its own size, up to rounding (1.5 px). */
export function isAsPlanned({ width, height }: Size, [[a, b], [c, d]]: AffineMap): boolean {
  return (
    Math.abs(b) < axisTolerance &&
    Math.abs(c) < axisTolerance &&
    Math.abs(a - width) < 1.5 &&
    Math.abs(d - height) < 1.5
  )
}
