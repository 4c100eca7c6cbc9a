import { makeCanvas } from './canvas'
import type { ReadableCanvas } from './readable-canvas'

/**
 * Makes a canvas opaque: transparent pixels take the colours around them, ever smoother with the distance. Opaque pixels stay
 * exactly as they are.
 *
 * Method: push-pull pyramid (Gortler et al. 1996, "The Lumigraph"). The image is halved until one pixel is left, which averages
 * the colours weighted by alpha; then each level is drawn beneath the next finer one.
 */
export function fillTransparent({ canvas, context }: ReadableCanvas): void {
  const levels: ReadableCanvas[] = [{ canvas, context }]
  for (let level = canvas; level.width > 1 || level.height > 1;) {
    const half = halve(level)
    levels.push(half)
    level = half.canvas
  }
  // Once one level is opaque, so are all finer ones.
  let isOpaque = false
  for (let index = levels.length - 1; index > 0; index--) {
    const coarse = levels[index]
    const fine = levels[index - 1]
    if (coarse !== undefined && fine !== undefined) {
      isOpaque ||= showWhole(coarse)
      fine.context.save()
      fine.context.globalCompositeOperation = 'destination-over'
      fine.context.imageSmoothingEnabled = true
      fine.context.imageSmoothingQuality = 'medium'
      fine.context.drawImage(coarse.canvas, 0, 0, fine.canvas.width, fine.canvas.height)
      fine.context.restore()
    }
  }
}

function halve(source: OffscreenCanvas): ReadableCanvas {
  const width = Math.max(1, Math.ceil(source.width / 2))
  const height = Math.max(1, Math.ceil(source.height / 2))
  const half = makeCanvas({ width, height }, { willReadFrequently: true })
  half.context.imageSmoothingEnabled = true
  half.context.imageSmoothingQuality = 'medium'
  half.context.drawImage(source, 0, 0, width, height)
  return half
}

/** Makes half-transparent pixels opaque, in their own colour, and tells whether the whole level is opaque then. */
function showWhole({ canvas: { width, height }, context }: ReadableCanvas): boolean {
  const image = context.getImageData(0, 0, width, height)
  let isWhole = true
  for (let at = 3; at < image.data.length; at += 4) {
    if (image.data[at] === 0) isWhole = false
    else image.data[at] = 255
  }
  context.putImageData(image, 0, 0)
  return isWhole
}
