import type { Size } from '../core/size'

/** Rows looked at in one go: keeps the copy of the pixels small whatever the canvas's size. */
const rowsAtOnce = 256

/** Tells whether every pixel of a canvas is fully opaque. */
export function isOpaque(context: OffscreenCanvasRenderingContext2D, { width, height }: Size): boolean {
  for (let top = 0; top < height; top += rowsAtOnce) {
    const { data } = context.getImageData(0, top, width, Math.min(rowsAtOnce, height - top))
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] !== 255) {
        return false
      }
    }
  }
  return true
}
