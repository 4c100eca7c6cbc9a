import { makeCanvas } from './canvas'
import type { ReadableCanvas } from './readable-canvas'

/**
 * Makes a canvas opaque: whatever is see-through takes the colour of what is seen around it, ever smoother with the
 * distance. What is opaque stays exactly as it is.
 *
 * Works as a pyramid: the picture is halved until one pixel is left, which averages the seen colours weighted by how
 * much they are seen; then every level is laid beneath the next finer one.
 */
export function fillTransparent({ canvas, context }: ReadableCanvas): void {
  const levels: ReadableCanvas[] = [{ canvas, context }]
  for (let level = canvas; level.width > 1 || level.height > 1;) {
    const half = halve(level)
    levels.push(half)
    level = half.canvas
  }
  // A level is opaque once one is that lies beneath it.
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

/** Makes what is half seen opaque, in its own colour, and tells whether all is opaque then. */
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
