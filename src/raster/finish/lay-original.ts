import type { KeptMask } from './kept-mask'
import type { Membrane } from './spread-membrane'
import { membranePainter } from './membrane-painter'
import type { ReadableCanvas } from './readable-canvas'

/** Pixels that are read, changed and written in one go: about 4 MB of each picture. */
const pixelsAtOnce = 1_048_576

/** Rows in one go at most. */
const rowsAtOnce = 256

/**
 * Makes the finished picture in place: adds the membrane (none, where null) to what is generated, and lays the original's
 * own pixels over what is kept, exactly; half-seen ones are blended. Goes through the canvas once, a band of rows at a time.
 */
export function layOriginal(
  target: ReadableCanvas,
  original: ReadableCanvas,
  mask: KeptMask,
  membrane: Membrane | null
): void {
  const { width, height } = mask
  const paint = membrane === null ? null : membranePainter(membrane, mask)
  const rows = Math.min(rowsAtOnce, Math.max(16, Math.floor(pixelsAtOnce / width)))
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top)
    const span = keptSpan(mask, top, count)
    const holdsKept = span.from < span.to
    if (paint !== null || holdsKept) {
      const image = target.context.getImageData(0, top, width, count)
      const pixels = new Uint32Array(image.data.buffer)
      if (paint !== null) {
        for (let row = 0; row < count; row++) {
          paint(pixels.subarray(row * width, (row + 1) * width), top + row, mask.rows[top + row] ?? [])
        }
      }
      if (holdsKept) {
        const source = original.context.getImageData(span.from, top, span.to - span.from, count)
        const own = new Uint32Array(source.data.buffer)
        for (let row = 0; row < count; row++) {
          const to = row * width
          const from = row * source.width - span.from
          layKept(pixels, to, own, from, mask.rows[top + row] ?? [])
        }
      }
      target.context.putImageData(image, 0, top)
    }
  }
}

/** The columns between which something is kept in these rows. */
function keptSpan(
  mask: KeptMask,
  top: number,
  count: number
): { readonly from: number; readonly to: number } {
  let from = mask.width
  let to = 0
  for (let y = top; y < top + count; y++) {
    const row = mask.rows[y] ?? []
    from = Math.min(from, row[0] ?? mask.width)
    to = Math.max(to, row[row.length - 1] ?? 0)
  }
  return { from, to }
}

/** Lays the kept spans of one row, words of RGBA with alpha in the highest byte; the starts are those of column 0. */
function layKept(
  target: Uint32Array,
  targetStart: number,
  source: Uint32Array,
  sourceStart: number,
  boundaries: readonly number[]
): void {
  for (let at = 0; at + 1 < boundaries.length; at += 2) {
    const to = boundaries[at + 1] ?? 0
    for (let column = boundaries[at] ?? 0; column < to; column++) {
      const pixel = source[sourceStart + column] ?? 0
      const alpha = pixel >>> 24
      if (alpha === 255) {
        target[targetStart + column] = pixel
      } else if (alpha > 0) {
        target[targetStart + column] = blend(target[targetStart + column] ?? 0, pixel, alpha)
      }
    }
  }
}

/** A half-seen pixel over an opaque one. */
function blend(beneath: number, pixel: number, alpha: number): number {
  const channel = (shift: number): number => {
    const below = (beneath >>> shift) & 255
    return Math.round(below + (((pixel >>> shift) & 255) - below) * (alpha / 255)) << shift
  }
  return 0xff000000 | channel(0) | channel(8) | channel(16)
}
