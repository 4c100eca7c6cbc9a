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
  const candidates: { x: number; y: number; column: number; row: number; strength: number }[] = []
  for (let row = 0; row < Math.max(1, rows - blocks + 1); row++) {
    for (let column = 0; column < Math.max(1, columns - blocks + 1); column++) {
      const total = sumOver(sums, columns, rows, column, row, blocks)
      if (total.count >= leastKept * side * side) {
        const half = (total.xx + total.yy) / 2
        const strength = half - Math.sqrt(((total.xx - total.yy) / 2) ** 2 + total.xy ** 2) + 0.05 * half
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

function sumOver(
  sums: Float64Array,
  columns: number,
  rows: number,
  column: number,
  row: number,
  blocks: number
): { xx: number; xy: number; yy: number; count: number } {
  const total = { xx: 0, xy: 0, yy: 0, count: 0 }
  for (let y = row; y < Math.min(rows, row + blocks); y++) {
    for (let x = column; x < Math.min(columns, column + blocks); x++) {
      const at = (y * columns + x) * 4
      total.xx += sums[at] ?? 0
      total.xy += sums[at + 1] ?? 0
      total.yy += sums[at + 2] ?? 0
      total.count += sums[at + 3] ?? 0
    }
  }
  return total
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
