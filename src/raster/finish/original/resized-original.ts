import type { Size } from '../../../core/geometry/size'
import { type ReadableCanvas, readableCanvas } from '../../canvas/readable-canvas'
import type { OriginalImage } from './original-image'

/** Draws the whole canvas with the original at another size; `medium` smoothing averages all pixels. */
export function resizedOriginal(
  { canvas, canvasSize, left, top }: OriginalImage,
  { width, height }: Size
): ReadableCanvas {
  const across = width / canvasSize.width
  const down = height / canvasSize.height
  const copy = readableCanvas({ width, height })
  copy.context.imageSmoothingQuality = 'medium'
  copy.context.drawImage(canvas, left * across, top * down, canvas.width * across, canvas.height * down)
  return copy
}

/** Draws a canvas at another size; `medium` smoothing averages all pixels. */
export function resizedCopy(source: OffscreenCanvas, { width, height }: Size): ReadableCanvas {
  const copy = readableCanvas({ width, height })
  copy.context.imageSmoothingQuality = 'medium'
  copy.context.drawImage(source, 0, 0, width, height)
  return copy
}
