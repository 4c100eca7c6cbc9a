import type { Size } from '../../../core/geometry/size'
import { pixelWords } from '../../canvas/pixel-words'
import type { ReadableCanvas } from '../../canvas/readable-canvas'
import type { Retouch } from '../../canvas/retouch'
import { rowsPerBand } from '../../canvas/rows-per-band'
import { yieldToEventLoop } from '../../canvas/yield-to-event-loop'
import type { KnownMask } from '../original/known-mask'
import type { Membrane } from './spread-membrane'

/** Stretches whose correction is smaller than this at both ends are skipped: it cannot be seen. Levels. */
const leastLevel = 0.2

/** Steps to a level in the fixed-point corrections (16 bits); stretches are too short for rounding to accumulate. */
const fraction = 65_536

/** Length of the dither noise, a power of two. Each row starts at another offset, so no pattern repeats visibly. */
const noiseSize = 4096

const noise = makeNoise()

const clamped = makeClamped()

/**
 * Corrects a part of one row: `pixels` are RGBA of the canvas's row `y` from column `left` on; `known` are the columns at
 * which the whole row enters and leaves the known area, in turns.
 */
export type RowPainter = (pixels: Uint32Array, left: number, y: number, known: readonly number[]) => void

/** Adds a membrane to the new area of an image, in place, a band of rows at a time. */
export async function addMembrane(image: ReadableCanvas, mask: KnownMask, membrane: Membrane): Promise<void> {
  const { width, height } = mask
  const retouch = membraneRetouch(mask, membrane)
  const rows = rowsPerBand(width)
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows)
    const [from, to] = knownThroughout(mask, top, bottom)
    for (const [left, right] of [
      [0, from],
      [to, width]
    ] as const) {
      if (left < right) {
        const pixels = image.context.getImageData(left, top, right - left, bottom - top)
        retouch(pixels, left, top)
        image.context.putImageData(pixels, left, top)
      }
    }
    await yieldToEventLoop()
  }
}

/** Makes the function that adds a membrane to the new area of any box of the canvas. */
export function membraneRetouch(mask: KnownMask, membrane: Membrane): Retouch {
  const paint = membranePainter(membrane, mask)
  return (image, left, top) => {
    const words = pixelWords(image)
    for (let y = 0; y < image.height; y++) {
      const start = y * image.width
      paint(words.subarray(start, start + image.width), left, top + y, mask.rows[top + y] ?? [])
    }
  }
}

/**
 * Finds the columns (from, before to) that are known in all of these rows, so that they are not read at all. Without such
 * columns, both are the width.
 */
function knownThroughout(mask: KnownMask, top: number, bottom: number): readonly [from: number, to: number] {
  let from = 0
  let to = mask.width
  for (let y = top; y < bottom; y++) {
    const [first = mask.width, end = 0, ...more] = mask.rows[y] ?? []
    from = Math.max(from, first)
    to = more.length > 0 ? 0 : Math.min(to, end)
  }
  return from < to ? [from, to] : [mask.width, mask.width]
}

/**
 * Returns the function that adds a membrane to a row of opaque pixels, outside the known spans. A pixel is one word with red
 * in the lowest byte (all browsers run on little-endian processors). Red and blue are added in one operation, 16 bits
 * apart, and each channel's sum is clamped by a table.
 */
export function membranePainter({ columns, rows, levels }: Membrane, canvas: Size): RowPainter {
  const line = new Float64Array(columns * 3)
  const pitch = canvas.width / (columns - 1)

  return (pixels, left, y, known) => {
    const right = left + pixels.length
    const down = ((y + 0.5) / canvas.height) * (rows - 1)
    const row = Math.min(rows - 2, Math.floor(down))
    const share = down - row
    const top = row * columns * 3
    const below = top + columns * 3
    for (let at = 0; at < line.length; at++) {
      line[at] = ((levels[top + at] ?? 0) * (1 - share) + (levels[below + at] ?? 0) * share) * fraction
    }
    const seed = left + (Math.imul(y, 0x9e3779b1) >>> 8)
    let start = left
    for (let at = 0; at <= known.length; at += 2) {
      const end = Math.min(right, known[at] ?? right)
      let x = start
      while (x < end) {
        const column = Math.min(columns - 2, Math.floor((x + 0.5) / pitch))
        const stop = Math.min(end, Math.max(x + 1, Math.ceil((column + 1) * pitch - 0.5)))
        const cell = column * 3
        const r0 = line[cell] ?? 0
        const g0 = line[cell + 1] ?? 0
        const b0 = line[cell + 2] ?? 0
        const toR = (line[cell + 3] ?? 0) - r0
        const toG = (line[cell + 4] ?? 0) - g0
        const toB = (line[cell + 5] ?? 0) - b0
        const most = Math.max(
          Math.abs(r0),
          Math.abs(g0),
          Math.abs(b0),
          Math.abs(r0 + toR),
          Math.abs(g0 + toG),
          Math.abs(b0 + toB)
        )
        if (most >= leastLevel * fraction) {
          const offset = (x + 0.5 - column * pitch) / pitch
          paintStretch(pixels, x - left, stop - left, seed, {
            r: (r0 + toR * offset) | 0,
            g: (g0 + toG * offset) | 0,
            b: (b0 + toB * offset) | 0,
            stepR: (toR / pitch) | 0,
            stepG: (toG / pitch) | 0,
            stepB: (toB / pitch) | 0
          })
        }
        x = stop
      }
      start = Math.max(left, known[at + 1] ?? Infinity)
    }
  }
}

/** A correction at the first pixel of a stretch, and by how much it grows from each pixel to the next. */
interface Correction {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly stepR: number
  readonly stepG: number
  readonly stepB: number
}

/** Adds a correction to pixels. In a function of its own, faster by a third than in the loops around it. */
function paintStretch(
  pixels: Uint32Array,
  from: number,
  to: number,
  seed: number,
  correction: Correction
): void {
  const { stepR, stepG, stepB } = correction
  const grains = noise
  const levels = clamped
  let { r, g, b } = correction
  for (let at = from; at < to; at++) {
    const pixel = pixels[at] ?? 0
    const grain = grains[(at + seed) & (noiseSize - 1)] ?? 0
    const redBlue = (pixel & 0xff00ff) + ((r + grain) >> 16) + ((b + grain) & 0xffff0000) + 0x1000100
    const green = ((pixel >>> 8) & 255) + ((g + grain) >> 16) + 0x100
    pixels[at] =
      0xff000000 |
      ((levels[redBlue & 0xffff] ?? 0) | ((levels[green] ?? 0) << 8) | ((levels[redBlue >>> 16] ?? 0) << 16))
    r = (r + stepR) | 0
    g = (g + stepG) | 0
    b = (b + stepB) | 0
  }
}

/** Levels from −256 to 511, clamped to 0 to 255. */
function makeClamped(): Uint8Array {
  return Uint8Array.from({ length: 768 }, (_, at) => Math.min(255, Math.max(0, at - 256)))
}

/** Returns dither noise below one level (2¹⁶), the same each time, so that a result is reproducible (xorshift, Marsaglia 2003). */
function makeNoise(): Int32Array {
  const noise = new Int32Array(noiseSize)
  let state = 0x2545f491
  for (let at = 0; at < noiseSize; at++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    noise[at] = state >>> 16
  }
  return noise
}
