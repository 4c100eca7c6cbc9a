import type { Size } from '../../core/geometry/size'
import type { OriginalPicture } from './original-picture'
import { readableCanvas, type ReadableCanvas } from '../readable-canvas'

/** A copy of another size of the whole canvas with the original on it; `medium` smoothing averages all pixels. */
export function resizedOriginal(
  { canvas, canvasSize, left, top }: OriginalPicture,
  { width, height }: Size
): ReadableCanvas {
  const across = width / canvasSize.width
  const down = height / canvasSize.height
  const copy = readableCanvas({ width, height })
  copy.context.imageSmoothingQuality = 'medium'
  copy.context.drawImage(canvas, left * across, top * down, canvas.width * across, canvas.height * down)
  return copy
}
