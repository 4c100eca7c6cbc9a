import type { Size } from '../../../core/geometry/size'
import { type ReadableCanvas, readableCanvas } from '../../canvas/readable-canvas'

/** A result larger than the canvas by more than this factor is made smaller before anything else. */
const mostOversize = 1.5

/** Draws the service's picture at its own size; one that is far larger than the canvas, at about the canvas's. */
export function drawAtWorkingSize(
  bitmap: ImageBitmap,
  canvas: Size,
  mayBeSeeThrough: boolean
): ReadableCanvas {
  const drawn = readableCanvas(workingSize(bitmap, canvas), !mayBeSeeThrough)
  drawn.context.drawImage(bitmap, 0, 0, drawn.canvas.width, drawn.canvas.height)
  return drawn
}

/** Computes the size at which a result is registered, px. */
export function workingSize({ width, height }: Size, canvas: Size): Size {
  const factor = Math.max(canvas.width, canvas.height) / Math.max(width, height)
  const shrink = factor * mostOversize < 1 ? factor : 1
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) }
}
