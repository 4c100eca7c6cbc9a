import type { KnownMask } from '../original/known-mask'

/** A piece of the seam: its centroid on the canvas, px, and the length of the seam that it stands for, px. */
export interface BoundaryPlace {
  readonly x: number
  readonly y: number
  readonly length: number
}

/** Side of the cells that cut the seam into pieces, px; larger when there would be too many pieces. */
const leastBoundaryStep = 16

/** Greatest length of a horizontal stretch before it is assigned to cells, px. */
const pieceLength = 8

/**
 * Cuts the seam between known and new area into at most `most` pieces: one for each cell of a grid that the seam crosses.
 * The canvas's own edge is no seam.
 */
export function boundaryPlaces(mask: KnownMask, most: number): readonly BoundaryPlace[] {
  const stretches = seamStretches(mask)
  for (let step = leastBoundaryStep; ; step *= 1.25) {
    const places = gather(stretches, step)
    if (places.length <= most) {
      return places
    }
  }
}

/** Lists the straight stretches of the seam: x and y of the middle and the length, px, in turns. */
function seamStretches({ width, rows }: KnownMask): readonly number[] {
  const stretches: number[] = []
  let above: readonly number[] | null = null
  for (const [y, row] of rows.entries()) {
    for (const column of row) {
      if (column > 0 && column < width) stretches.push(column, y + 0.5, 1)
    }
    if (above !== null && above !== row) {
      // The sorted boundaries of both rows bound, in turns, the stretches that are known in one row only.
      const turns = [...above, ...row].sort((one, other) => one - other)
      for (let at = 0; at + 1 < turns.length; at += 2) {
        const to = turns[at + 1] ?? 0
        for (let from = turns[at] ?? 0; from < to; from += pieceLength) {
          const length = Math.min(pieceLength, to - from)
          stretches.push(from + length / 2, y, length)
        }
      }
    }
    above = row
  }
  return stretches
}

/** Gathers the stretches by cells of `step` px. */
function gather(stretches: readonly number[], step: number): readonly BoundaryPlace[] {
  const cells = new Map<number, { x: number; y: number; length: number }>()
  for (let at = 0; at < stretches.length; at += 3) {
    const x = stretches[at] ?? 0
    const y = stretches[at + 1] ?? 0
    const length = stretches[at + 2] ?? 0
    const key = Math.floor(y / step) * 65_536 + Math.floor(x / step)
    const cell = cells.get(key)
    if (cell === undefined) {
      cells.set(key, { x: x * length, y: y * length, length })
    } else {
      cell.x += x * length
      cell.y += y * length
      cell.length += length
    }
  }
  return [...cells.values()].map(({ x, y, length }) => ({ x: x / length, y: y / length, length }))
}
