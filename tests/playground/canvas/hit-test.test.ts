import { describe, expect, test } from 'vitest'
import { nodeAt, outermostOf } from '../../../playground/canvas/hit-test'
import { documentWith, layer, named } from '../document/build-document'

const document = documentWith(
  layer('FRAME', { name: 'banner', width: 200, clipsContent: true }, [
    layer('RECTANGLE', { name: 'photo', width: 60, height: 60 }),
    layer('GROUP', { name: 'logo', x: 20, y: 20, width: 40, height: 40 }, [
      layer('ELLIPSE', { name: 'planet', x: 20, y: 20, width: 40, height: 40 })
    ]),
    layer('RECTANGLE', { name: 'overflowing', x: 180, y: 0, width: 100, height: 10 }),
    layer('RECTANGLE', { name: 'hidden', x: 100, visible: false }),
    layer('RECTANGLE', { name: 'locked', x: 120, y: 50, width: 20, height: 20, locked: true })
  ]),
  layer('RECTANGLE', {
    name: 'turned',
    width: 100,
    height: 10,
    relativeTransform: [
      [0, -1, 300],
      [1, 0, 0]
    ]
  }),
  layer('LINE', { name: 'line', x: 0, y: 200, width: 100, height: 0 })
)

describe('what a click finds', () => {
  test.each([
    ['the topmost layer', 40, 40, 'planet'],
    ['past an ellipse’s corner', 21, 21, 'photo'],
    ['a frame where it is empty', 90, 90, 'banner'],
    ['what a frame clips cannot be hit', 250, 5, null],
    ['what it does not clip can', 190, 5, 'overflowing'],
    ['a hidden layer is passed through', 110, 30, 'banner'],
    ['a locked layer, too', 130, 60, 'banner'],
    ['a turned layer where it is seen', 295, 80, 'turned'],
    ['not where it would be upright', 350, 5, null],
    ['a line, if nearly', 50, 201, 'line'],
    ['nothing', 50, 150, null]
  ])('%s', (_name, x, y, expected) => {
    expect(nodeAt(document, x, y, 'innermost')?.name ?? null).toBe(expected)
  })

  test('a plain click selects the child of the page', () => {
    expect(nodeAt(document, 40, 40)?.name).toBe('banner')
    expect(outermostOf(named(document, 'planet')).name).toBe('banner')
  })

  test('an object without paints can be selected all the same', () => {
    const open = documentWith(layer('FRAME', { name: 'empty', fills: [] }))
    expect(nodeAt(open, 50, 50)?.name).toBe('empty')
  })
})
