import type { KeptMask } from './kept-mask'
import { membranePainter } from './membrane-painter'
import type { ReadableCanvas } from './readable-canvas'
import type { Membrane } from './spread-membrane'

/** Pixels that are read, changed and written in one go: about 4 MB. */
const pixelsAtOnce = 1_048_576

/** Rows in one go at most. */
const rowsAtOnce = 256

/** Adds a membrane to all of a picture but what is kept, in place, a band of rows at a time. */
export function addMembrane({ context }: ReadableCanvas, mask: KeptMask, membrane: Membrane): void {
  const { width, height } = mask
  const paint = membranePainter(membrane, mask)
  const rows = Math.min(rowsAtOnce, Math.max(16, Math.floor(pixelsAtOnce / width)))
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows)
    const [from, to] = keptThroughout(mask, top, bottom)
    for (const [left, right] of [
      [0, from],
      [to, width]
    ] as const) {
      if (left < right) {
        const image = context.getImageData(left, top, right - left, bottom - top)
        const pixels = new Uint32Array(image.data.buffer)
        for (let y = top; y < bottom; y++) {
          const start = (y - top) * image.width
          paint(pixels.subarray(start, start + image.width), left, y, mask.rows[y] ?? [])
        }
        context.putImageData(image, left, top)
      }
    }
  }
}

/** Columns from one to before another that are kept in all of these rows, and so need not be read; none: both the width. */
function keptThroughout(mask: KeptMask, top: number, bottom: number): readonly [from: number, to: number] {
  let from = 0
  let to = mask.width
  for (let y = top; y < bottom; y++) {
    const [first = mask.width, end = mask.width, ...more] = mask.rows[y] ?? []
    from = Math.max(from, first)
    to = more.length > 0 ? 0 : Math.min(to, end)
    if (from >= to) return [mask.width, mask.width]
  }
  return [from, to]
}
