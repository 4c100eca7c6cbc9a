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
  const candidates: { x: number; y: number; column: number; row: number; strength: number }[] = []
  for (let row = 0; row < Math.max(1, rows - blocks + 1); row++) {
    for (let column = 0; column < Math.max(1, columns - blocks + 1); column++) {
      const at = (row * columns + column) * 4
      if ((totals[at + 3] ?? 0) >= leastKept * side * side) {
        const xx = totals[at] ?? 0
        const xy = totals[at + 1] ?? 0
        const yy = totals[at + 2] ?? 0
        const half = (xx + yy) / 2
        const strength = half - Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2) + 0.05 * half
        candidates.push({
          x: column * block + side / 2,
          y: row * block + side / 2,
          column,
          row,
          strength
        })
      }
    }
  }
  return bestOfEachPart(candidates)
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

function bestOfEachPart(
  candidates: readonly { x: number; y: number; column: number; row: number; strength: number }[]
): readonly PatchPlace[] {
  const columns = candidates.map(({ column }) => column)
  const rows = candidates.map(({ row }) => row)
  const extent = (values: readonly number[]): { from: number; span: number } => {
    const from = values.reduce((least, value) => Math.min(least, value), Infinity)
    const to = values.reduce((most, value) => Math.max(most, value), -Infinity)
    return { from, span: to - from + 1 }
  }
  const across = extent(columns)
  const down = extent(rows)
  const best = new Map<number, (typeof candidates)[number]>()
  for (const candidate of candidates) {
    const part =
      Math.floor(((candidate.row - down.from) / down.span) * parts) * parts +
      Math.floor(((candidate.column - across.from) / across.span) * parts)
    const other = best.get(part)
    if (candidate.strength > 0 && (other === undefined || candidate.strength > other.strength)) {
      best.set(part, candidate)
    }
  }
  return [...best.values()].map(({ x, y }) => ({ x, y }))
}
