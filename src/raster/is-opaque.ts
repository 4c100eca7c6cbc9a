import type { Size } from '../core/size'

/** Rows looked at in one go: keeps the copy of the pixels small whatever the canvas's size. */
const rowsAtOnce = 256

/** Tells whether every pixel of a canvas is fully opaque, but for a rim of `rim` pixels all around. */
export function isOpaque(
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: Size,
  rim = 0
): boolean {
  for (let top = rim; top < height - rim; top += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - rim - top)
    const { data } = context.getImageData(rim, top, width - 2 * rim, rows)
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] !== 255) {
        return false
      }
    }
  }
  return true
}
