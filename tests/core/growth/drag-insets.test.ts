import { assert, constantFrom, double, integer, property, record } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { growBy, sides } from '../../../src/core/geometry/insets'
import { hasRatio, ratioNameOf, ratios } from '../../../src/core/geometry/ratios'
import { type Drag, dragInsets, sidesOf } from '../../../src/core/growth/drag-insets'

const none = { top: 0, right: 0, bottom: 0, left: 0 }
const drag: Drag = {
  subject: { width: 800, height: 600 },
  grid: { x: 0, y: 0 },
  from: none,
  handle: 'right',
  by: { x: 0, y: 0 },
  reach: 'one',
  snapWithin: 0
}

test.each([
  ['a side outward', { handle: 'right', by: { x: 90, y: 5 } }, { right: 90 }],
  ['a side inward past the picture', { handle: 'right', by: { x: -90, y: 0 } }, {}],
  ['the top, upward', { handle: 'top', by: { x: 3, y: -40 } }, { top: 40 }],
  ['a corner', { handle: 'top-left', by: { x: -30, y: -40 } }, { top: 40, left: 30 }],
  [
    'with the opposite side',
    { handle: 'left', reach: 'opposite', by: { x: -25, y: 0 } },
    { left: 25, right: 25 }
  ],
  [
    'a corner with the opposite one',
    { handle: 'bottom-right', reach: 'opposite', by: { x: 10, y: 20 } },
    { left: 10, right: 10, top: 20, bottom: 20 }
  ],
  [
    'all around',
    { handle: 'bottom', reach: 'all', by: { x: 0, y: 12 } },
    { top: 12, right: 12, bottom: 12, left: 12 }
  ],
  [
    'from where it was',
    { handle: 'right', from: { ...none, right: 100 }, by: { x: -40, y: 0 } },
    { right: 60 }
  ],
  ['a part of a unit', { handle: 'right', by: { x: 10.4, y: 0 } }, { right: 10 }],
  [
    'a layer between the lines of the grid: its canvas ends on them',
    { handle: 'left', grid: { x: 0.25, y: 0 }, by: { x: -10, y: 0 } },
    { left: 10.25 }
  ]
] as const satisfies readonly (readonly [string, Partial<Drag>, Partial<typeof none>])[])(
  '%s',
  (_name, change, insets) => {
    expect(dragInsets({ ...drag, ...change }).insets).toEqual({ ...none, ...insets })
  }
)

describe('near a shape with a name', () => {
  it.each([
    ['the side that is moved gives way', { handle: 'right', by: { x: 264, y: 0 } }, '16:9', { right: 267 }],
    ['up and down too', { handle: 'bottom', by: { x: 0, y: 203 } }, '1:1', { bottom: 200 }],
    [
      'both sides by half',
      { handle: 'right', reach: 'opposite', by: { x: 131, y: 0 } },
      '16:9',
      { left: 133, right: 133 }
    ]
  ] as const)('%s', (_name, change, ratio, insets) => {
    expect(dragInsets({ ...drag, ...change, snapWithin: 8 })).toEqual({
      ratio,
      insets: { ...none, ...insets }
    })
  })

  it('is only near where it is within reach', () => {
    expect(dragInsets({ ...drag, by: { x: 250, y: 0 }, snapWithin: 8 }).ratio).toBeNull()
  })
})

const anyDrag = record({
  subject: record({ width: integer({ min: 10, max: 4000 }), height: integer({ min: 10, max: 4000 }) }),
  grid: record({
    x: double({ min: 0, max: 0.99, noNaN: true }),
    y: double({ min: 0, max: 0.99, noNaN: true })
  }),
  from: record({
    top: integer({ min: 0, max: 500 }),
    right: integer({ min: 0, max: 500 }),
    bottom: integer({ min: 0, max: 500 }),
    left: integer({ min: 0, max: 500 })
  }),
  handle: constantFrom(...sides, 'top-left', 'top-right', 'bottom-right', 'bottom-left'),
  by: record({
    x: double({ min: -900, max: 900, noNaN: true }),
    y: double({ min: -900, max: 900, noNaN: true })
  }),
  reach: constantFrom('one', 'opposite', 'all'),
  snapWithin: constantFrom(0, 6, 20)
})

it('never cuts the picture, and moves no side that was not taken hold of', () => {
  assert(
    property(anyDrag, (any) => {
      const { insets } = dragInsets(any)
      const still = any.reach === 'one' ? sides.filter((side) => !sidesOf(any.handle).includes(side)) : []
      expect(sides.every((side) => insets[side] >= 0)).toBe(true)
      expect(still.map((side) => insets[side])).toEqual(still.map((side) => any.from[side]))
    })
  )
})

it('has the shape that it says', () => {
  assert(
    property(anyDrag, (any) => {
      const { insets, ratio } = dragInsets({ ...any, grid: { x: 0, y: 0 } })
      const shape = ratio === null ? undefined : ratios[ratio]
      if (shape !== undefined) {
        const { width, height } = growBy(any.subject, insets)
        // Each of the four edges is on a whole unit, which is half of one away at most.
        const off = Math.abs(width - (height * shape.width) / shape.height)
        expect(off).toBeLessThanOrEqual(1.01 * (1 + shape.width / shape.height))
      }
    })
  )
})

test.each([
  [{ width: 1067, height: 600 }, '16:9'],
  [{ width: 1066, height: 600 }, '16:9'],
  [{ width: 1070, height: 600 }, null],
  [{ width: 1080, height: 1350 }, '4:5'],
  [{ width: 1200, height: 628 }, '1.91:1'],
  [{ width: 33, height: 33 }, '1:1']
])('a canvas of %o has the shape %s', (canvas, name) => {
  expect(ratioNameOf(canvas)).toBe(name)
})

it('knows no shape that another has too', () => {
  for (const [name, ratio] of Object.entries(ratios)) {
    const canvas = { width: ratio.width * 1000, height: ratio.height * 1000 }
    expect(Object.keys(ratios).filter((other) => hasRatio(canvas, ratios[other] ?? ratio))).toEqual([name])
  }
})
