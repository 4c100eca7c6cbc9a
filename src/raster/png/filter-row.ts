/** PNG's filters that work on all channels of a pixel at once, by their numbers (PNG specification, 9.2). */
export const filters = { sub: 1, up: 2, average: 3 } as const

export type Filter = (typeof filters)[keyof typeof filters]

/** What PNG sees beyond a picture's left and upper edges. Alpha is the same everywhere, so that it never differs. */
export const opaqueBlack = 0xff000000 | 0

const highBits = 0x80808080 | 0
const lowBits = 0x7f7f7f7f
const withoutLowest = 0xfefefefe | 0

/**
 * Writes a row of pixels as a filter makes it: the filter's number, then the differences, three bytes a pixel. A pixel is
 * one number, red lowest and alpha highest, as canvases have it in memory.
 */
export function filterRow(filter: Filter, row: Uint32Array, above: Uint32Array, into: Uint8Array): void {
  into[0] = filter
  if (filter === filters.sub) subtractLeft(row, into)
  else if (filter === filters.up) subtractAbove(row, above, into)
  else subtractAverage(row, above, into)
}

function subtractLeft(row: Uint32Array, into: Uint8Array): void {
  let left = opaqueBlack
  for (let x = 0, at = 1; x < row.length; x++, at += 3) {
    const pixel = row[x] ?? 0
    const differences = difference(pixel, left)
    into[at] = differences
    into[at + 1] = differences >>> 8
    into[at + 2] = differences >>> 16
    left = pixel
  }
}

function subtractAbove(row: Uint32Array, above: Uint32Array, into: Uint8Array): void {
  for (let x = 0, at = 1; x < row.length; x++, at += 3) {
    const differences = difference(row[x] ?? 0, above[x] ?? 0)
    into[at] = differences
    into[at + 1] = differences >>> 8
    into[at + 2] = differences >>> 16
  }
}

function subtractAverage(row: Uint32Array, above: Uint32Array, into: Uint8Array): void {
  let left = opaqueBlack
  for (let x = 0, at = 1; x < row.length; x++, at += 3) {
    const pixel = row[x] ?? 0
    const up = above[x] ?? 0
    const average = (left & up) + (((left ^ up) & withoutLowest) >>> 1)
    const differences = difference(pixel, average)
    into[at] = differences
    into[at + 1] = differences >>> 8
    into[at + 2] = differences >>> 16
    left = pixel
  }
}

/** The difference of each of four bytes, modulo 256: no borrow passes from one to the next. */
function difference(pixel: number, other: number): number {
  return ((pixel | highBits) - (other & lowBits)) ^ ((pixel ^ ~other) & highBits)
}
