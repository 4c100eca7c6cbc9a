import type { DocumentNode } from '../node'
import { flexibleTrack } from './grid-tracks'

interface Cell {
  readonly row: number
  readonly column: number
}

/** The children that have cells: all but those that are positioned absolutely; hidden ones keep theirs. */
export function cellChildren(grid: DocumentNode): readonly DocumentNode[] {
  return grid.children.filter((child) => child.layoutPositioning === 'AUTO')
}

/** The cells that a child covers when its top left one is `anchor`. */
function coveredCells(child: DocumentNode, { row, column }: Cell): readonly string[] {
  return Array.from({ length: child.gridRowSpan * child.gridColumnSpan }, (_, index) => {
    const across = index % child.gridColumnSpan
    return `${row + (index - across) / child.gridColumnSpan} ${column + across}`
  })
}

function anchorOf(child: DocumentNode): Cell {
  return { row: child.gridRowAnchorIndex, column: child.gridColumnAnchorIndex }
}

/** Whether a child would lie inside the grid at a cell, over no other. */
export function isFree(grid: DocumentNode, child: DocumentNode, anchor: Cell): boolean {
  const others = cellChildren(grid).filter((other) => other !== child)
  const taken = new Set(others.flatMap((other) => coveredCells(other, anchorOf(other))))
  return isInside(grid, child, anchor) && coveredCells(child, anchor).every((cell) => !taken.has(cell))
}

function isInside(grid: DocumentNode, child: DocumentNode, { row, column }: Cell): boolean {
  return (
    row >= 0 &&
    column >= 0 &&
    row + child.gridRowSpan <= grid.gridRowSizes.length &&
    column + child.gridColumnSpan <= grid.gridColumnSizes.length
  )
}

/**
 * Puts a child that came into a grid at the first free place, from the left and from the top. Where there is none the
 * grid gets rows, which stay when the child leaves: a grid has at least the rows that its children need.
 * (plugin-api.d.ts, `setGridChildPosition`, `gridAutoTracks`)
 */
export function takeCell(grid: DocumentNode, child: DocumentNode): void {
  child.gridColumnSpan = Math.min(child.gridColumnSpan, grid.gridColumnSizes.length)
  for (let row = 0; ; row += 1) {
    while (grid.gridRowSizes.length < row + child.gridRowSpan) {
      grid.gridRowSizes = [...grid.gridRowSizes, newRow(grid)]
    }
    const columns = grid.gridColumnSizes.map((_, column) => column)
    const column = columns.find((each) => isFree(grid, child, { row, column: each }))
    if (column !== undefined) {
      child.gridRowAnchorIndex = row
      child.gridColumnAnchorIndex = column
      return
    }
  }
}

/** A frame that hugs cannot have flexible rows. (plugin-api.d.ts, `GridTrackSize`) */
function newRow(grid: DocumentNode): GridTrackSize {
  return grid.counterAxisSizingMode === 'AUTO' ? { type: 'HUG' } : flexibleTrack
}

/** Brings the cells of a grid that keeps them by itself up to date: places in layer order, rows as needed. */
export function settleCells(grid: DocumentNode): void {
  if (grid.gridItemsPositioning === 'ROW_AUTO_FLOW') {
    const flow = cellChildren(grid)
    const beyond = -1 - Math.max(0, ...flow.map((child) => child.gridRowSpan))
    flow.forEach((child) => {
      child.gridRowAnchorIndex = beyond
    })
    flow.forEach((child) => {
      takeCell(grid, child)
    })
  }
  if (grid.gridAutoTracks === 'ROWS') {
    grid.gridRowSizes = grid.gridRowSizes.slice(0, Math.max(1, rowsNeeded(grid)))
  }
}

/** How many rows the children of a grid need. */
export function rowsNeeded(grid: DocumentNode): number {
  return Math.max(0, ...cellChildren(grid).map((child) => child.gridRowAnchorIndex + child.gridRowSpan))
}

/** How many columns the children of a grid need. */
export function columnsNeeded(grid: DocumentNode): number {
  return Math.max(0, ...cellChildren(grid).map((child) => child.gridColumnAnchorIndex + child.gridColumnSpan))
}
