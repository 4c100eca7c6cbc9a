import type { KeptMask } from './kept-mask'
import { readOriginal, type OriginalPicture } from './original-picture'
import type { ReadableCanvas } from './readable-canvas'

/** Rows that are compared in one go. */
const rowsAtOnce = 64

/** Tells whether a picture already carries the original's own pixels, to the last level, wherever it is kept. */
export function holdsOriginal(picture: ReadableCanvas, original: OriginalPicture, mask: KeptMask): boolean {
  for (let top = 0; top < mask.height; top += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, mask.height - top)
    const rows = mask.rows.slice(top, top + count)
    const left = Math.min(...rows.map((row) => row[0] ?? mask.width))
    const right = Math.max(...rows.map((row) => row[row.length - 1] ?? 0))
    if (left < right) {
      const box = { left, top, width: right - left, height: count }
      const ours = new Uint32Array(readOriginal(original, box).buffer)
      const theirs = new Uint32Array(picture.context.getImageData(left, top, box.width, count).data.buffer)
      for (const [index, row] of rows.entries()) {
        const start = index * box.width - left
        for (let at = 0; at + 1 < row.length; at += 2) {
          const end = start + (row[at + 1] ?? 0)
          for (let pixel = start + (row[at] ?? 0); pixel < end; pixel++) {
            if (ours[pixel] !== theirs[pixel]) return false
          }
        }
      }
    }
  }
  return true
}
