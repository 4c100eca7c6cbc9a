import { describe, expect, test } from 'vitest'
import type { PlaygroundDocument } from '../../../playground/document/document'
import { type Fields, layer, solid } from '../canvas/build-scene'
import { byName, openLayers } from './open-scene'
import { outcome } from './start-plugin'

const cell = (name: string, row: number, column: number, fields: Fields = {}) =>
  layer('RECTANGLE', [column * 110, row * 60, 100, 50], {
    ...{ name, fills: [solid(255, 0, 0)], gridRowAnchorIndex: row, gridColumnAnchorIndex: column },
    ...fields
  })

/** A grid of 2 × 2 cells of 100 × 50 px with gaps of 10, three or all four of them taken. */
function openGrid(fields: Fields = {}, isFull = true): PlaygroundDocument {
  const grid = {
    ...{ name: 'grid', layoutMode: 'GRID', primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' },
    ...{ gridRowCount: 2, gridColumnCount: 2, gridRowGap: 10, gridColumnGap: 10 }
  }
  const fill = { layoutSizingHorizontal: 'FILL', layoutSizingVertical: 'FILL' }
  return openLayers(
    layer('FRAME', [0, 0, 210, 110], { ...grid, ...fields }, [
      cell('a', 0, 0, fill),
      cell('b', 0, 1),
      cell('c', 1, 0),
      ...(isFull ? [cell('d', 1, 1)] : [])
    ])
  )
}

const grid = `${byName}
  const grid = the('grid')
  const cellOf = (name) => [the(name).gridRowAnchorIndex, the(name).gridColumnAnchorIndex]
  const boxOf = (node) => [node.x, node.y, node.width, node.height]
  const made = figma.createRectangle(); made.name = 'made';`

describe('a grid', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['tells its rows and columns', 'return [grid.gridRowCount, grid.gridColumnCount]', [2, 2]],
    ['tells its gaps', 'return [grid.gridRowGap, grid.gridColumnGap]', [10, 10]],
    ['tells its tracks', 'return grid.gridRowSizes[1]', { type: 'FLEX', value: 1 }],
    ['tells where a layer is', `return cellOf('c')`, [1, 0]],
    ['tells that a layer fills', `return the('a').layoutSizingHorizontal`, 'FILL'],
    [
      'places them',
      `grid.gridColumnGap = 30; return [boxOf(the('b')), boxOf(the('a'))]`,
      [
        [120, 0, 100, 50],
        [0, 0, 90, 50]
      ]
    ],
    ['ignores x and y of what is in it', `the('b').x = 3; return the('b').x`, 110],
    [
      'grows its flexible tracks with itself',
      `grid.resizeWithoutConstraints(410, 110); return [boxOf(the('a')), the('b').x]`,
      [[0, 0, 200, 50], 210]
    ],
    [
      'aligns what does not fill its cell',
      `grid.resize(410, 210); the('b').gridChildHorizontalAlign = 'MAX'; the('b').gridChildVerticalAlign = 'CENTER'
       return boxOf(the('b'))`,
      [310, 25, 100, 50]
    ],
    ['gets a flexible row more', 'grid.gridRowCount = 3; return grid.gridRowSizes[2].type', 'FLEX'],
    [
      'has tracks of fixed length',
      `grid.gridColumnSizes = [{ type: 'FIXED', value: 40 }, { type: 'FLEX' }]; return [the('a').width, the('b').x]`,
      [40, 50]
    ],
    [
      'hugs what is in it',
      `grid.layoutSizingHorizontal = 'HUG'; the('b').resize(130, 50); return [grid.width, the('a').width, the('b').x]`,
      [240, 100, 110]
    ]
  ]
  test.each(cases)('%s', async (_name, statements, expected) => {
    expect(JSON.parse(await outcome(`${grid} ${statements}`, { document: openGrid() }))).toEqual(expected)
  })
})

describe('a rectangle that is put into a grid', () => {
  test('takes the first free cell, wherever it is among the layers', async () => {
    const statements = `grid.insertChild(0, made); return [cellOf('made'), grid.gridRowCount, boxOf(made)]`
    expect(await outcome(`${grid} ${statements}`, { document: openGrid({}, false) })).toBe(
      '[[1,1],2,[110,60,100,100]]'
    )
  })

  test('adds a row to one that is full', async () => {
    const statements = `grid.insertChild(0, made); return [cellOf('made'), grid.gridRowCount, the('a').height]`
    expect(await outcome(`${grid} ${statements}`, { document: openGrid() })).toBe('[[2,0],3,30]')
  })

  test('leaves that row behind when it is freed; it can be taken away again', async () => {
    const statements = `grid.insertChild(0, made); made.layoutPositioning = 'ABSOLUTE'; made.x = -5
      const left = grid.gridRowCount; grid.gridRowCount = 2
      return [left, made.x, boxOf(the('a')), cellOf('d')]`
    expect(await outcome(`${grid} ${statements}`, { document: openGrid() })).toBe('[3,-5,[0,0,100,50],[1,1]]')
  })

  test('in one that hugs the new row hugs, too', async () => {
    const statements = `grid.insertChild(0, made); const during = grid.height; made.layoutPositioning = 'ABSOLUTE'
      grid.gridRowCount = 2; return [during, grid.height]`
    const document = openGrid({ counterAxisSizingMode: 'AUTO' })
    expect(await outcome(`${grid} ${statements}`, { document })).toBe('[220,110]')
  })

  test('moves the others on where places follow the layers, and back', async () => {
    const statements = `grid.insertChild(0, made); const during = [cellOf('made'), cellOf('a'), grid.gridRowCount]
      made.layoutPositioning = 'ABSOLUTE'; return [during, cellOf('a'), grid.gridRowCount]`
    const document = openGrid({ gridItemsPositioning: 'ROW_AUTO_FLOW', gridAutoTracks: 'ROWS' })
    expect(await outcome(`${grid} ${statements}`, { document })).toBe('[[[0,0],[0,1],3],[0,0],2]')
  })

  test('goes to a cell that is asked for', async () => {
    const statements = `grid.appendChildAt(made, 1, 1); return [cellOf('made'), made.parent.name]`
    expect(await outcome(`${grid} ${statements}`, { document: openGrid({}, false) })).toBe('[[1,1],"grid"]')
  })
})

describe('a frame that becomes a grid', () => {
  test('has a cell for each layer', async () => {
    const document = openLayers(
      layer('FRAME', [0, 0, 100, 100], { name: 'grid' }, [cell('a', 0, 0), cell('b', 0, 0)])
    )
    const statements = `grid.gridRowGap === 0; grid.layoutMode = 'GRID'; return [cellOf('a'), cellOf('b'), grid.gridRowCount]`
    expect(await outcome(`${grid} ${statements}`, { document })).toBe('[[0,0],[1,0],2]')
  })
})

describe('what a grid refuses', () => {
  test.each([
    ['grid.gridRowCount = 0', 'in set_gridRowCount: Expected "gridRowCount" to have value >= 1'],
    ['grid.gridRowCount = 1', 'in set_gridRowCount: Cannot remove tracks that are occupied by children'],
    [
      `grid.gridAutoTracks = 'ROWS'; grid.gridRowCount = 5`,
      'in set_gridRowCount: Cannot set gridRowCount while gridAutoTracks is ROWS'
    ],
    ['grid.gridRowGap = -1', 'in set_gridRowGap: Expected "gridRowGap" to have value >= 0'],
    [
      `the('a').setGridChildPosition(0, 1)`,
      'in setGridChildPosition: The cell is out of bounds or occupied by another node'
    ],
    [
      `the('a').setGridChildPosition(0, 2)`,
      'in setGridChildPosition: The cell is out of bounds or occupied by another node'
    ],
    [
      `grid.appendChildAt(made, 0, 0)`,
      'in appendChildAt: The cell is out of bounds or occupied by another node'
    ],
    [`the('a').gridRowAnchorIndex = 1`, 'no setter for property'],
    [
      `the('a').gridColumnSpan = 2`,
      'in set_gridColumnSpan: The span reaches out of the grid or over another node'
    ],
    [`made.gridRowSpan = 2`, 'in set_gridRowSpan: Can only set gridRowSpan if layoutMode is GRID']
  ])('%s', async (statements, expected) => {
    expect(await outcome(`${grid} ${statements}`, { document: openGrid() })).toBe(`throws ${expected}`)
  })
})
