import { pixelWords } from '../../canvas/pixel-words'
import type { ReadableCanvas } from '../../canvas/readable-canvas'
import type { KnownMask } from './known-mask'
import type { OriginalImage } from './original-image'

/** Rows compared at a time. */
const rowsAtOnce = 64

/** Tells whether an image equals the original exactly throughout the known area. */
export function holdsOriginal(image: ReadableCanvas, original: OriginalImage, mask: KnownMask): boolean {
  for (let top = 0; top < mask.height; top += rowsAtOnce) {
    const height = Math.min(rowsAtOnce, mask.height - top)
    const rows = mask.rows.slice(top, top + height)
    const left = Math.min(...rows.map((row) => row[0] ?? mask.width))
    const width = Math.max(...rows.map((row) => row[row.length - 1] ?? 0)) - left
    if (width > 0) {
      const ours = original.context.getImageData(left - original.left, top - original.top, width, height)
      const theirs = image.context.getImageData(left, top, width, height)
      if (!isSame(pixelWords(ours), pixelWords(theirs), rows, left, width)) {
        return false
      }
    }
  }
  return true
}

function isSame(
  ours: Uint32Array,
  theirs: Uint32Array,
  rows: readonly (readonly number[])[],
  left: number,
  width: number
): boolean {
  for (const [index, row] of rows.entries()) {
    const start = index * width - left
    for (let at = 0; at + 1 < row.length; at += 2) {
      const end = start + (row[at + 1] ?? 0)
      for (let pixel = start + (row[at] ?? 0); pixel < end; pixel++) {
        if (ours[pixel] !== theirs[pixel]) return false
      }
    }
  }
  return true
}
