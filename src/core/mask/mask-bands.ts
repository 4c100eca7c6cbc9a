import type { RoundedBox } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import { createRowSpan, type Span } from './row-spans'

/**
 * Consecutive equal rows of a mask. `boundaries` are the columns at which a row enters and leaves the known area, in turns and
 * ascending; a row without boundaries is all new.
 */
export interface MaskBand {
  readonly rows: number
  readonly boundaries: readonly number[]
}

/** The known area of a mask: the union of `kept` within `clip`; null clips nothing. */
export interface MaskShapes {
  readonly kept: readonly RoundedBox[]
  readonly clip: RoundedBox | null
}

/**
 * Yields the rows of a mask, top first. A pixel is known if its centre lies in the shapes, so an edge is at most half a pixel
 * off. Takes a step for each row, not for each pixel; equal rows of upright boxes take one step together.
 */
export function* maskBands(size: Size, { kept, clip }: MaskShapes): Generator<MaskBand> {
  const shapes = kept.map((shape) => createRowSpan(shape))
  const inClip = clip === null ? null : createRowSpan(clip)
  const steady = steadyRows(size, clip === null ? kept : [...kept, clip])
  let pending: MaskBand | null = null
  for (let row = 0; row < size.height;) {
    const rows = steady(row)
    // Equal rows are evaluated in their middle, away from edges that lie exactly on the centre of the first or last.
    const boundaries = rowBoundaries(row + rows / 2, size.width, shapes, inClip)
    if (pending !== null && isSame(pending.boundaries, boundaries)) {
      pending = { rows: pending.rows + rows, boundaries }
    } else {
      if (pending !== null) yield pending
      pending = { rows, boundaries }
    }
    row += rows
  }
  if (pending !== null) yield pending
}

type RowSpan = ReturnType<typeof createRowSpan>

function rowBoundaries(y: number, width: number, shapes: readonly RowSpan[], clip: RowSpan | null): number[] {
  const span: Span = { from: 0, to: 0 }
  let least = 0
  let most = width
  if (clip !== null) {
    if (!clip(y, span)) return []
    least = Math.max(least, firstCentre(span.from))
    most = Math.min(most, firstCentre(span.to))
  }
  const boundaries: number[] = []
  for (const shape of shapes) {
    if (shape(y, span)) {
      const from = Math.max(least, firstCentre(span.from))
      const to = Math.min(most, firstCentre(span.to))
      if (from < to) boundaries.push(from, to)
    }
  }
  return boundaries.length > 2 ? united(boundaries) : boundaries
}

/** Returns the first column whose centre lies at or right of `x`. */
function firstCentre(x: number): number {
  return Math.ceil(x - 0.5)
}

/** Joins spans that overlap or touch; pairs of columns in and out. */
function united(pairs: readonly number[]): number[] {
  const spans: [number, number][] = []
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    spans.push([pairs[at] ?? 0, pairs[at + 1] ?? 0])
  }
  spans.sort((one, other) => one[0] - other[0])
  const joined: number[] = []
  for (const [from, to] of spans) {
    const last = joined.length - 1
    const end = joined[last]
    if (end !== undefined && from <= end) {
      joined[last] = Math.max(end, to)
    } else {
      joined.push(from, to)
    }
  }
  return joined
}

/**
 * Returns the function that counts how many rows from `row` on are certainly equal: up to the next edge or rounded corner of an
 * upright shape, or 1 if a rotated shape may cross the row.
 */
function steadyRows({ height }: Size, shapes: readonly RoundedBox[]): (row: number) => number {
  const marks = new Set<number>([height])
  const restless: [number, number][] = []
  for (const shape of shapes) {
    const [[a, b], [c, d, ty]] = shape.place
    const corners = [ty, ty + c * shape.width, ty + d * shape.height, ty + c * shape.width + d * shape.height]
    const top = Math.min(...corners)
    const bottom = Math.max(...corners)
    const isUpright = (b === 0 && c === 0) || (a === 0 && d === 0)
    const radius = isUpright ? Math.max(...shape.radii) * Math.max(Math.abs(c), Math.abs(d)) : Infinity
    for (const edge of [top, bottom]) {
      marks.add(firstCentre(edge))
    }
    if (radius > 0) {
      const topEnd = Math.min(bottom, top + radius)
      restless.push([Math.floor(top) - 1, Math.ceil(topEnd) + 1])
      restless.push([Math.floor(Math.max(topEnd, bottom - radius)) - 1, Math.ceil(bottom) + 1])
    }
  }
  for (const [from, to] of restless) {
    marks.add(from)
    marks.add(to)
  }
  const ordered = [...marks].sort((one, other) => one - other)
  return (row) => {
    if (restless.some(([from, to]) => row >= from && row < to)) return 1
    const next = ordered.find((mark) => mark > row) ?? height
    return Math.min(next, height) - row
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
