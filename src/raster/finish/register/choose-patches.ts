import type { Size } from '../../../core/geometry/size'
import type { GreyImage } from './grey-image'

/** The centre of a patch, cells of the image from which it was chosen. */
export interface PatchPlace {
  readonly x: number
  readonly y: number
}

/** Parts of the known area on each axis; the best patch of each part is chosen. */
const parts = 4

/** Least share of a patch in the known area. */
const leastKnown = 0.4

/**
 * Chooses up to 16 patches of `side` cells, spread over the known area, where shifts show best on both axes (the smaller
 * eigenvalue of the summed gradients, Shi and Tomasi 1994). `known` is 1 for a known cell.
 */
export function choosePatches(
  { width, height, data }: GreyImage,
  known: Uint8Array,
  side: number
): readonly PatchPlace[] {
  const block = Math.max(2, Math.round(side / 4))
  const blocks = Math.max(1, Math.round(side / block))
  // In blocks, as far out as a patch can lie that holds a known cell.
  const { left, top, right, bottom } = boundsOf(known, { width, height })
  const firstColumn = Math.max(0, Math.floor(left / block) - blocks)
  const firstRow = Math.max(0, Math.floor(top / block) - blocks)
  const columns = Math.min(Math.floor(width / block), Math.ceil(right / block) + blocks) - firstColumn
  const rows = Math.min(Math.floor(height / block), Math.ceil(bottom / block) + blocks) - firstRow
  if (columns <= 0 || rows <= 0) {
    return []
  }
  // Sums of each block: xx, xy, yy, known cells.
  const sums = new Float64Array(columns * rows * 4)
  for (let y = Math.max(1, top); y < Math.min(height - 1, bottom, (firstRow + rows) * block); y++) {
    for (let x = Math.max(1, left); x < Math.min(width - 1, right, (firstColumn + columns) * block); x++) {
      const at = y * width + x
      const isInside =
        known[at] === 1 &&
        known[at - 1] === 1 &&
        known[at + 1] === 1 &&
        known[at - width] === 1 &&
        known[at + width] === 1
      if (isInside) {
        const gx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0)
        const gy = (data[at + width] ?? 0) - (data[at - width] ?? 0)
        const to = ((Math.floor(y / block) - firstRow) * columns + Math.floor(x / block) - firstColumn) * 4
        sums[to] = (sums[to] ?? 0) + gx * gx
        sums[to + 1] = (sums[to + 1] ?? 0) + gx * gy
        sums[to + 2] = (sums[to + 2] ?? 0) + gy * gy
        sums[to + 3] = (sums[to + 3] ?? 0) + 1
      }
    }
  }
  const strengths = strengthsOf(sums, columns, rows, blocks, leastKnown * side * side)
  return bestOfEachPart(strengths, columns).map((at) => ({
    x: (firstColumn + (at % columns)) * block + side / 2,
    y: (firstRow + Math.floor(at / columns)) * block + side / 2
  }))
}

/** Finds the bounds of the known cells (right and bottom exclusive); an empty box without known cells. */
function boundsOf(
  known: Uint8Array,
  { width, height }: Size
): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } {
  let left = width
  let right = 0
  let top = height
  let bottom = 0
  for (let y = 0; y < height; y++) {
    const row = known.subarray(y * width, (y + 1) * width)
    const first = row.indexOf(1)
    if (first >= 0) {
      left = Math.min(left, first)
      right = Math.max(right, row.lastIndexOf(1) + 1)
      top = Math.min(top, y)
      bottom = y + 1
    }
  }
  return { left, top, right, bottom }
}

/** Computes how well a shift shows in each square of `blocks` a side, stored at its top left block; NaN with too few known cells. */
function strengthsOf(
  sums: Float64Array,
  columns: number,
  rows: number,
  blocks: number,
  fewestCells: number
): Float64Array {
  const totals = squareSums(sums, columns, rows, blocks)
  const strengths = new Float64Array(columns * rows).fill(NaN)
  for (let row = 0; row < Math.max(1, rows - blocks + 1); row++) {
    for (let column = 0; column < Math.max(1, columns - blocks + 1); column++) {
      const at = (row * columns + column) * 4
      if ((totals[at + 3] ?? 0) >= fewestCells) {
        const xx = totals[at] ?? 0
        const xy = totals[at + 1] ?? 0
        const yy = totals[at + 2] ?? 0
        const half = (xx + yy) / 2
        strengths[row * columns + column] = half - Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2) + 0.05 * half
      }
    }
  }
  return strengths
}

/** Sums squares of `blocks` a side, stored at their top left block: along the rows first, then down. */
function squareSums(sums: Float64Array, columns: number, rows: number, blocks: number): Float64Array {
  const pitch = columns * 4
  return runSums(runSums(sums, 4, pitch, blocks), pitch, rows * pitch, blocks)
}

/** Sums runs of `count` values, `step` apart, stored at their first value; runs end at multiples of `length`. */
function runSums(values: Float64Array, step: number, length: number, count: number): Float64Array {
  const sums = values.slice()
  for (let start = 0; start < values.length; start += length) {
    for (let further = step; further < count * step; further += step) {
      addShifted(sums, values, start, start + length - further, further)
    }
  }
  return sums
}

/** Adds the values at a distance of `further` to the sums between `from` and `to` (exclusive). */
function addShifted(
  sums: Float64Array,
  values: Float64Array,
  from: number,
  to: number,
  further: number
): void {
  for (let at = from; at < to; at++) {
    sums[at] = (sums[at] ?? 0) + (values[at + further] ?? 0)
  }
}

/** Finds the index of the greatest strength in each part of the bounds of all strengths. */
function bestOfEachPart(strengths: Float64Array, columns: number): readonly number[] {
  const rows = strengths.length / columns
  // The bounds of the strengths that are not NaN.
  let left = columns
  let right = 0
  let top = rows
  let bottom = 0
  for (let at = 0; at < strengths.length; at++) {
    if (!Number.isNaN(strengths[at])) {
      const column = at % columns
      left = Math.min(left, column)
      right = Math.max(right, column + 1)
      top = Math.min(top, Math.floor(at / columns))
      bottom = Math.floor(at / columns) + 1
    }
  }
  const best: number[] = []
  for (let part = 0; part < parts * parts; part++) {
    const begin = (from: number, to: number, share: number): number =>
      from + Math.ceil((share * (to - from)) / parts)
    const across = part % parts
    const down = Math.floor(part / parts)
    let strongest = -1
    let greatest = 0
    for (let row = begin(top, bottom, down); row < begin(top, bottom, down + 1); row++) {
      for (let column = begin(left, right, across); column < begin(left, right, across + 1); column++) {
        const strength = strengths[row * columns + column] ?? NaN
        if (strength > greatest) {
          greatest = strength
          strongest = row * columns + column
        }
      }
    }
    if (strongest >= 0) best.push(strongest)
  }
  return best
}
