import type { DocumentNode } from '../node'
import { clampSide, setSide } from './auto-layout'
import { type Axis, fills, flowOf, hugs, padding, roomOf, sum } from './auto-layout-flow'
import { moveBy } from './auto-layout-place'
import { settleCells } from './grid-cells'

/** A child's place along one axis: the index of its first track, and how many it spans. */
interface Span {
  readonly first: number
  readonly count: number
}

/**
 * Sizes and places the children of a grid, and the grid itself where it hugs them. Fixed tracks have their length,
 * hugging ones that of their longest child (children over several tracks do not count), flexible ones share what is
 * left. `layChild` lays out a child anew whose size was changed.
 */
export function arrangeGrid(grid: DocumentNode, layChild: (child: DocumentNode) => void): void {
  settleCells(grid)
  const flow = flowOf(grid)
  const lengths = { width: [] as readonly number[], height: [] as readonly number[] }
  for (const axis of ['width', 'height'] as const) {
    lengths[axis] = trackLengths(grid, flow, axis)
    for (const child of flow.filter((each) => fills(each, axis))) {
      const side = clampSide(child, axis, areaOf(grid, child, axis, lengths[axis]).length)
      if (side !== child[axis]) {
        setSide(child, axis, side)
        layChild(child)
      }
    }
  }
  for (const child of flow) {
    const room = roomOf(child)
    const x = startIn(areaOf(grid, child, 'width', lengths.width), room.width, child.gridChildHorizontalAlign)
    const y = startIn(
      areaOf(grid, child, 'height', lengths.height),
      room.height,
      child.gridChildVerticalAlign
    )
    moveBy(child, x - room.x, y - room.y)
  }
}

function tracksOf(grid: DocumentNode, axis: Axis): { sizes: readonly GridTrackSize[]; gap: number } {
  return axis === 'width'
    ? { sizes: grid.gridColumnSizes, gap: grid.gridColumnGap }
    : { sizes: grid.gridRowSizes, gap: grid.gridRowGap }
}

function spanOf(child: DocumentNode, axis: Axis): Span {
  return axis === 'width'
    ? { first: child.gridColumnAnchorIndex, count: child.gridColumnSpan }
    : { first: child.gridRowAnchorIndex, count: child.gridRowSpan }
}

/** The lengths of a grid's rows or columns, px; the grid's own side is settled on the way. */
function trackLengths(grid: DocumentNode, flow: readonly DocumentNode[], axis: Axis): readonly number[] {
  const { sizes, gap } = tracksOf(grid, axis)
  const hugging = hugs(grid, axis)
  const lengths = sizes.map(({ type, value = 0 }, index) => {
    if (type === 'FIXED') {
      return value
    }
    return type === 'HUG' || hugging ? contentLength(flow, axis, index) : 0
  })
  const around = padding(grid, axis).both + gap * (sizes.length - 1)
  const side = clampSide(grid, axis, hugging ? sum(lengths) + around : grid[axis])
  if (side !== grid[axis]) {
    setSide(grid, axis, side)
  }
  if (hugging) {
    return lengths
  }
  const shares = sizes.map(({ type, value = 1 }) => (type === 'FLEX' ? value : 0))
  const left = Math.max(0, side - around - sum(lengths))
  return lengths.map((length, index) => length + (left * (shares[index] ?? 0)) / Math.max(1e-9, sum(shares)))
}

/** The longest child that lies in this track alone; ones that fill it do not ask for room, unless all do. */
function contentLength(flow: readonly DocumentNode[], axis: Axis, track: number): number {
  const alone = flow.filter((child) => {
    const { first, count } = spanOf(child, axis)
    return first === track && count === 1
  })
  const asking = alone.filter((child) => !fills(child, axis))
  return Math.max(0, ...(asking.length > 0 ? asking : alone).map((child) => roomOf(child)[axis]))
}

/** Where the cells of a child begin, in the grid's own px, and how long they are together. */
function areaOf(
  grid: DocumentNode,
  child: DocumentNode,
  axis: Axis,
  lengths: readonly number[]
): { start: number; length: number } {
  const { first, count } = spanOf(child, axis)
  const { gap } = tracksOf(grid, axis)
  const spanned = lengths.slice(first, first + count)
  return {
    start: padding(grid, axis).start + sum(lengths.slice(0, first)) + first * gap,
    length: sum(spanned) + gap * Math.max(0, spanned.length - 1)
  }
}

function startIn(
  area: { readonly start: number; readonly length: number },
  room: number,
  alignment: DocumentNode['gridChildHorizontalAlign']
): number {
  const share = alignment === 'CENTER' ? 0.5 : alignment === 'MAX' ? 1 : 0
  return area.start + (area.length - room) * share
}
