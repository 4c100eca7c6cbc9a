import type { KeptMask } from './kept-mask'
import type { ReadableCanvas } from './readable-canvas'

/** Rows that are compared in one go. */
const rowsAtOnce = 64

/** Tells whether a picture already carries the original's own pixels, to the last level, wherever it is kept. */
export function holdsOriginal(picture: ReadableCanvas, original: ReadableCanvas, mask: KeptMask): boolean {
  for (let top = 0; top < mask.height; top += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, mask.height - top)
    const rows = mask.rows.slice(top, top + count)
    if (rows.some((row) => row.length > 0)) {
      const ours = new Uint32Array(original.context.getImageData(0, top, mask.width, count).data.buffer)
      const theirs = new Uint32Array(picture.context.getImageData(0, top, mask.width, count).data.buffer)
      for (const [index, row] of rows.entries()) {
        for (let at = 0; at + 1 < row.length; at += 2) {
          const end = index * mask.width + (row[at + 1] ?? 0)
          for (let pixel = index * mask.width + (row[at] ?? 0); pixel < end; pixel++) {
            if (ours[pixel] !== theirs[pixel]) return false
          }
        }
      }
    }
  }
  return true
}
