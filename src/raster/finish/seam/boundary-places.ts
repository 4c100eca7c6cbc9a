import type { KnownMask } from '../original/known-mask'

/** A piece of the rim: its middle on the canvas, in pixels, and how much of the rim it stands for, px. */
export interface BoundaryPlace {
  readonly x: number
  readonly y: number
  readonly length: number
}

/** Side of the cells into which the rim is cut where there is room for all of them, px. */
const leastBoundaryStep = 16

/** Pieces along a row are at most this long, px. */
const pieceLength = 8

/**
 * Cuts the rim between what is kept and what is generated into at most `most` pieces: one for each cell of a grid that the
 * rim passes. The canvas's own edge is no rim.
 */
export function boundaryPlaces(mask: KnownMask, most: number): readonly BoundaryPlace[] {
  const pieces = rimPieces(mask)
  for (let step = leastBoundaryStep; ; step *= 1.25) {
    const places = gather(pieces, step)
    if (places.length <= most) {
      return places
    }
  }
}

/** x, y, length in turns. */
function rimPieces({ width, rows }: KnownMask): readonly number[] {
  const pieces: number[] = []
  let above: readonly number[] | null = null
  for (const [y, row] of rows.entries()) {
    for (const column of row) {
      if (column > 0 && column < width) pieces.push(column, y + 0.5, 1)
    }
    if (above !== null && above !== row) {
      // Where one row is kept and the other is not: the boundaries of both, in order, bound it in turns.
      const turns = [...above, ...row].sort((one, other) => one - other)
      for (let at = 0; at + 1 < turns.length; at += 2) {
        const to = turns[at + 1] ?? 0
        for (let from = turns[at] ?? 0; from < to; from += pieceLength) {
          const length = Math.min(pieceLength, to - from)
          pieces.push(from + length / 2, y, length)
        }
      }
    }
    above = row
  }
  return pieces
}

function gather(pieces: readonly number[], step: number): readonly BoundaryPlace[] {
  const cells = new Map<number, { x: number; y: number; length: number }>()
  for (let at = 0; at < pieces.length; at += 3) {
    const x = pieces[at] ?? 0
    const y = pieces[at + 1] ?? 0
    const length = pieces[at + 2] ?? 0
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
