import type { GreyPicture } from './grey-picture'

/** The middle of a patch, in cells of the picture that it was chosen from. */
export interface PatchPlace {
  readonly x: number
  readonly y: number
}

/** Patches are spread over so many parts of the kept area on each axis; the best of each part is taken. */
const parts = 4

/** A patch that holds less of the kept area than this tells too little. */
const leastKept = 0.4

/**
 * Chooses up to 16 patches of `side` cells, spread over the kept area, where shifts show best on both axes (the smaller
 * eigenvalue of the summed gradients, Shi and Tomasi 1994). `kept` is 1 where a cell is kept.
 */
export function choosePatches(
  { width, height, data }: GreyPicture,
  kept: Uint8Array,
  side: number
): readonly PatchPlace[] {
  const block = Math.max(2, Math.round(side / 4))
  const columns = Math.floor(width / block)
  const rows = Math.floor(height / block)
  // Sums for each block: xx, xy, yy, kept cells.
  const sums = new Float64Array(columns * rows * 4)
  for (let y = 1; y < Math.min(height - 1, rows * block); y++) {
    for (let x = 1; x < Math.min(width - 1, columns * block); x++) {
      const at = y * width + x
      const isInside =
        kept[at] === 1 &&
        kept[at - 1] === 1 &&
        kept[at + 1] === 1 &&
        kept[at - width] === 1 &&
        kept[at + width] === 1
      if (isInside) {
        const gx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0)
        const gy = (data[at + width] ?? 0) - (data[at - width] ?? 0)
        const to = (Math.floor(y / block) * columns + Math.floor(x / block)) * 4
        sums[to] = (sums[to] ?? 0) + gx * gx
        sums[to + 1] = (sums[to + 1] ?? 0) + gx * gy
        sums[to + 2] = (sums[to + 2] ?? 0) + gy * gy
        sums[to + 3] = (sums[to + 3] ?? 0) + 1
      }
    }
  }
  const blocks = Math.max(1, Math.round(side / block))
  const totals = squareSums(sums, columns, rows, blocks)
  // NaN where too little is kept.
  const strengths = new Float64Array(columns * rows).fill(NaN)
  for (let row = 0; row < Math.max(1, rows - blocks + 1); row++) {
    for (let column = 0; column < Math.max(1, columns - blocks + 1); column++) {
      const at = (row * columns + column) * 4
      if ((totals[at + 3] ?? 0) >= leastKept * side * side) {
        const xx = totals[at] ?? 0
        const xy = totals[at + 1] ?? 0
        const yy = totals[at + 2] ?? 0
        const half = (xx + yy) / 2
        strengths[row * columns + column] = half - Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2) + 0.05 * half
      }
    }
  }
  return bestOfEachPart(strengths, columns).map((at) => ({
    x: (at % columns) * block + side / 2,
    y: Math.floor(at / columns) * block + side / 2
  }))
}

/** Sums over squares of so many blocks a side, each kept at its top left block: along the rows first, then down. */
function squareSums(sums: Float64Array, columns: number, rows: number, blocks: number): Float64Array {
  const pitch = columns * 4
  return runSums(runSums(sums, 4, pitch, blocks), pitch, rows * pitch, blocks)
}

/** Sums of runs of `count` values, `step` apart, each kept at its first; runs end at multiples of `length`. */
function runSums(values: Float64Array, step: number, length: number, count: number): Float64Array {
  const sums = values.slice()
  for (let start = 0; start < values.length; start += length) {
    for (let further = 1; further < count; further++) {
      const end = start + length - further * step
      for (let at = start; at < end; at++) {
        sums[at] = (sums[at] ?? 0) + (values[at + further * step] ?? 0)
      }
    }
  }
  return sums
}

/** Indices of the greatest strength in each part of the box that the strengths which are known lie in. */
function bestOfEachPart(strengths: Float64Array, columns: number): readonly number[] {
  const rows = strengths.length / columns
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
