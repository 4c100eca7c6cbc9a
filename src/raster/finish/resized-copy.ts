import type { Size } from '../../core/geometry/size'
import { readableCanvas, type ReadableCanvas } from '../readable-canvas'

/** A copy of a canvas of another size; `medium` smoothing averages all pixels. */
export function resizedCopy(source: OffscreenCanvas, { width, height }: Size): ReadableCanvas {
  const copy = readableCanvas({ width, height })
  copy.context.imageSmoothingQuality = 'medium'
  copy.context.drawImage(source, 0, 0, width, height)
  return copy
}
