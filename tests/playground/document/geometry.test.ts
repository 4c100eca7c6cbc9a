import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absoluteBoundingBox,
  absoluteRenderBounds,
  absoluteTransform,
  apply,
  containerOf,
  identity,
  invert,
  multiply,
  setRelativeTransform
} from '../../../playground/document/geometry'
import { affine, placement } from './arbitrary-document'
import { documentWith, layer, named } from './build-document'

const turn90: Transform = [
  [0, -1, 100],
  [1, 0, 40]
]

function expectClose(actual: Transform, expected: Transform): void {
  actual.flat().forEach((value, index) => {
    expect(value).toBeCloseTo(expected.flat()[index] ?? NaN, 6)
  })
}

describe('transforms', () => {
  test('multiply does the second one first', () => {
    const scale: Transform = [
      [2, 0, 0],
      [0, 2, 0]
    ]
    expect(apply(multiply(turn90, scale), { x: 3, y: 0 })).toEqual({ x: 100, y: 46 })
  })

  test('invert undoes', () => {
    fc.assert(
      fc.property(affine, (transform) => {
        expectClose(multiply(invert(transform), transform), identity)
        expectClose(multiply(transform, invert(transform)), identity)
      })
    )
  })

  test('multiply is associative', () => {
    fc.assert(
      fc.property(placement, affine, placement, (one, two, three) => {
        expectClose(multiply(multiply(one, two), three), multiply(one, multiply(two, three)))
      })
    )
  })

  test('what flattens everything cannot be inverted', () => {
    expect(() =>
      invert([
        [1, 2, 0],
        [2, 4, 0]
      ])
    ).toThrow()
  })
})

describe('places', () => {
  test('a layer in a group is placed relative to the frame around the group', () => {
    const document = documentWith(
      layer('FRAME', { name: 'frame', x: 100, y: 50 }, [
        layer('GROUP', { name: 'group', x: 10, y: 10 }, [
          layer('RECTANGLE', { name: 'in group', x: 20, y: 30 })
        ])
      ])
    )
    const child = named(document, 'in group')
    expect(containerOf(child)?.name).toBe('frame')
    expect(absoluteBoundingBox(child)).toEqual({ x: 120, y: 80, width: 100, height: 100 })
  })

  test('a turned layer’s bounding box is upright', () => {
    const document = documentWith(
      layer('FRAME', { x: 10, y: 20 }, [
        layer('RECTANGLE', { name: 'turned', width: 60, height: 20, relativeTransform: turn90 })
      ])
    )
    expect(absoluteBoundingBox(named(document, 'turned'))).toEqual({ x: 90, y: 60, width: 20, height: 60 })
  })

  test('moving a group moves what is in it, a nested group too', () => {
    const document = documentWith(
      layer('GROUP', { name: 'outer', x: 5, y: 5 }, [
        layer('RECTANGLE', { name: 'one', x: 5, y: 5 }),
        layer('GROUP', { name: 'inner', x: 50, y: 60 }, [layer('RECTANGLE', { name: 'two', x: 50, y: 60 })])
      ])
    )
    setRelativeTransform(named(document, 'outer'), [
      [1, 0, 105],
      [0, 1, 205]
    ])
    expect(absoluteTransform(named(document, 'one'))[0][2]).toBe(105)
    expect(absoluteTransform(named(document, 'two'))).toEqual([
      [1, 0, 150],
      [0, 1, 260]
    ])
  })
})

const red: Paint = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } }
const shadow: Effect = {
  type: 'DROP_SHADOW',
  color: { r: 0, g: 0, b: 0, a: 1 },
  offset: { x: 0, y: 10 },
  radius: 20,
  spread: 0,
  visible: true,
  blendMode: 'NORMAL'
}

describe('render bounds', () => {
  test.each([
    ['fills: the box', { fills: [red] }, { x: 0, y: 0, width: 100, height: 100 }],
    [
      'an outside stroke reaches out',
      { strokes: [red], strokeWeight: 4, strokeAlign: 'OUTSIDE' },
      box(-4, -4, 108, 108)
    ],
    [
      'a centred stroke by half',
      { strokes: [red], strokeWeight: 4, strokeAlign: 'CENTER' },
      box(-2, -2, 104, 104)
    ],
    [
      'an inside stroke not at all',
      { strokes: [red], strokeWeight: 4, strokeAlign: 'INSIDE' },
      box(0, 0, 100, 100)
    ],
    [
      'a shadow reaches down by its offset and radius',
      { fills: [red], effects: [shadow] },
      box(-20, -10, 140, 140)
    ],
    [
      'a blur reaches by its radius',
      { fills: [red], effects: [{ type: 'LAYER_BLUR', visible: true, radius: 8, blurType: 'NORMAL' }] },
      box(-8, -8, 116, 116)
    ],
    ['a hidden layer has none', { fills: [red], visible: false }, null],
    ['one that is fully transparent has none', { fills: [red], opacity: 0 }, null],
    ['no paints, no bounds', { fills: [], strokes: [] }, null],
    ['hidden paints, no bounds', { fills: [{ ...red, visible: false }] }, null]
  ] as const)('%s', (_name, values, expected) => {
    const document = documentWith(layer('RECTANGLE', { name: 'shape', fills: [], ...values }))
    expect(absoluteRenderBounds(named(document, 'shape'))).toEqual(expected)
  })

  test('a clipping frame cuts them off, one that does not clip lets them be', () => {
    const inside = layer('RECTANGLE', { name: 'photo', x: 80, y: -20 })
    const clipped = documentWith(layer('FRAME', { clipsContent: true }, [inside]))
    expect(absoluteRenderBounds(named(clipped, 'photo'))).toEqual(box(80, 0, 20, 80))
    const open = documentWith(layer('FRAME', { clipsContent: false }, [inside]))
    expect(absoluteRenderBounds(named(open, 'photo'))).toEqual(box(80, -20, 100, 100))
    expect(absoluteRenderBounds(named(open, 'Frame'))).toEqual(box(0, -20, 180, 120))
  })

  test('what a mask hides does not count', () => {
    const document = documentWith(
      layer('GROUP', { name: 'masked' }, [
        layer('ELLIPSE', { isMask: true, width: 40, height: 40 }),
        layer('RECTANGLE', { x: 10, y: 10, width: 500, height: 500 })
      ])
    )
    expect(absoluteRenderBounds(named(document, 'masked'))).toEqual(box(10, 10, 30, 30))
  })
})

function box(x: number, y: number, width: number, height: number): Rect {
  return { x, y, width, height }
}
