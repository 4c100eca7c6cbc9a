import { boxReader } from '../box-reader'
import { rest } from '../rest'
import { rowsNearProcessor } from '../rows-near-processor'
import type { KeptMask } from './kept-mask'
import { membranePainter } from './membrane-painter'
import type { ReadableCanvas } from '../readable-canvas'
import type { Membrane } from './spread-membrane'

/** Adds a membrane to all of a picture but what is kept, in place, a band of rows at a time. */
export async function addMembrane(
  picture: ReadableCanvas,
  mask: KeptMask,
  membrane: Membrane
): Promise<void> {
  const { width, height } = mask
  const paint = membranePainter(membrane, mask)
  const rows = rowsNearProcessor(width)
  const read = await boxReader(picture, rows * width)
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows)
    const [from, to] = keptThroughout(mask, top, bottom)
    for (const [left, right] of [
      [0, from],
      [to, width]
    ] as const) {
      if (left < right) {
        const image = await read({ left, top, width: right - left, height: bottom - top })
        const { buffer, byteOffset } = image.data
        for (let y = top; y < bottom; y++) {
          const start = byteOffset + (y - top) * image.width * 4
          paint(new Uint32Array(buffer, start, image.width), left, y, mask.rows[y] ?? [])
        }
        picture.context.putImageData(image, left, top)
      }
    }
    await rest()
  }
}

/**
 * The columns from one to before another that are kept in all of these rows, so that nothing of them is looked at; where
 * there are none, both are the width.
 */
function keptThroughout(mask: KeptMask, top: number, bottom: number): readonly [from: number, to: number] {
  let from = 0
  let to = mask.width
  for (let y = top; y < bottom; y++) {
    const [first = mask.width, end = 0, ...more] = mask.rows[y] ?? []
    from = Math.max(from, first)
    to = more.length > 0 ? 0 : Math.min(to, end)
  }
  return from < to ? [from, to] : [mask.width, mask.width]
}
