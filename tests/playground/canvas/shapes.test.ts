import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fields, layer, sceneWith, solid, turned } from './build-scene'
import { type Drawing, openDrawing } from './drawing-page'
import type { Pixel, Pixels } from './pixels'

let drawing: Drawing
beforeAll(async () => {
  drawing = await openDrawing()
})
afterAll(() => drawing.close())

const red = solid(255, 0, 0)
const blue = solid(0, 0, 255)
const redPixel: Pixel = [255, 0, 0, 255]
const bluePixel: Pixel = [0, 0, 255, 255]
const empty: Pixel = [0, 0, 0, 0]

/** The covered area, px². */
function areaOf(pixels: Pixels, scale = 1): number {
  let sum = 0
  for (let index = 3; index < pixels.data.length; index += 4) {
    sum += pixels.data[index] ?? 0
  }
  return sum / 255 / (scale * scale)
}

/** The pixels of one row as a word: r, b, or . for nothing. */
function row(pixels: Pixels, y: number): string {
  return Array.from({ length: pixels.width }, (_, x) => {
    const [red, , blue, alpha] = pixels.at(x, y)
    return alpha === 0 ? '.' : alpha < 255 ? '?' : red === 255 ? 'r' : blue === 255 ? 'b' : '?'
  }).join('')
}

const place: readonly [number, number, number, number] = [2, 2, 6, 6]

describe('boxes', () => {
  test('cover exactly their pixels', async () => {
    const pixels = await drawing.draw(sceneWith(layer('RECTANGLE', place, { fills: [red] })), [0, 0, 10, 10])
    expect([0, 1, 2, 7, 8].map((y) => row(pixels, y))).toEqual([
      '..........',
      '..........',
      '..rrrrrr..',
      '..rrrrrr..',
      '..........'
    ])
  })

  test('between pixels they cover them in part', async () => {
    const scene = sceneWith(layer('RECTANGLE', [2.5, 2, 5, 6], { fills: [red] }))
    const pixels = await drawing.draw(scene, [0, 0, 10, 10])
    expect([2, 3, 6, 7].map((x) => Math.round(pixels.alphaAt(x, 5) / 25.5))).toEqual([5, 10, 10, 5])
  })

  test.each([
    ['the last paint is on top', [red, blue], bluePixel],
    ['one that is hidden is not', [red, solid(0, 0, 255, { visible: false })], redPixel],
    ['a transparent one lets through', [red, solid(0, 0, 255, { opacity: 0.5 })], [127, 0, 128, 255]],
    ['MULTIPLY mixes', [solid(255, 255, 0), solid(0, 255, 255, { blendMode: 'MULTIPLY' })], [0, 255, 0, 255]],
    ['SCREEN mixes', [red, solid(0, 0, 255, { blendMode: 'SCREEN' })], [255, 0, 255, 255]]
  ] as const)('%s', async (_name, fills, expected) => {
    const pixels = await drawing.draw(sceneWith(layer('RECTANGLE', place, { fills })), [0, 0, 10, 10])
    pixels.at(5, 5).forEach((channel, index) => {
      expect(Math.abs(channel - (expected[index] ?? NaN))).toBeLessThanOrEqual(1)
    })
  })

  test('a round corner is a quarter of a circle', async () => {
    const scene = sceneWith(layer('RECTANGLE', [0, 0, 40, 30], { fills: [red], cornerRadius: 10 }))
    const pixels = await drawing.draw(scene, [0, 0, 40, 30], { scale: 4 })
    expect(areaOf(pixels, 4)).toBeCloseTo(1200 - (4 - Math.PI) * 100, -1)
    expect(pixels.at(0, 0)).toEqual(empty)
    expect(pixels.at(80, 0)).toEqual(redPixel)
  })

  test('each corner has its own radius, and they never overlap', async () => {
    const fields = { fills: [red], rectangleCornerRadii: [0, 100, 0, 0] }
    const pixels = await drawing.draw(sceneWith(layer('RECTANGLE', [0, 0, 40, 40], fields)), [0, 0, 40, 40], {
      scale: 4
    })
    expect(areaOf(pixels, 4)).toBeCloseTo(400 * Math.PI, -1)
    expect([pixels.at(0, 0), pixels.at(159, 0)]).toEqual([redPixel, empty])
  })
})

describe('other shapes have their area', () => {
  test.each([
    ['an ellipse', 'ELLIPSE', {}, Math.PI * 20 * 15],
    [
      'half an ellipse',
      'ELLIPSE',
      { arcData: { startingAngle: 0, endingAngle: Math.PI, innerRadius: 0 } },
      (Math.PI * 20 * 15) / 2
    ],
    [
      'a ring',
      'ELLIPSE',
      { arcData: { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0.5 } },
      Math.PI * 20 * 15 * 0.75
    ],
    ['a triangle', 'REGULAR_POLYGON', { pointCount: 3 }, (3 * Math.sqrt(3) * 20 * 15) / 4],
    ['a square on its tip', 'REGULAR_POLYGON', { pointCount: 4 }, 2 * 20 * 15],
    ['a star', 'STAR', { pointCount: 5, innerRadius: 0.5 }, 5 * 0.5 * Math.sin(Math.PI / 5) * 20 * 15],
    [
      'a vector with a hole',
      'VECTOR',
      { fillGeometry: [{ path: 'M 0 0 H 40 V 30 H 0 Z M 10 10 H 30 V 20 H 10 Z', windingRule: 'EVENODD' }] },
      1000
    ],
    ['a section', 'SECTION', {}, 1200]
  ] as const)('%s', async (_name, type, fields, area) => {
    const scene = sceneWith(layer(type, [0, 0, 40, 30], { fills: [red], ...fields }))
    const scale = 4
    expect(areaOf(await drawing.draw(scene, [0, 0, 40, 30], { scale }), scale)).toBeCloseTo(area, -0.5)
  })

  test.each([
    ['UNION', 300],
    ['SUBTRACT', 100],
    ['INTERSECT', 100],
    ['EXCLUDE', 200]
  ])('boolean %s', async (booleanOperation, area) => {
    const scene = sceneWith(
      layer('BOOLEAN_OPERATION', [0, 0, 30, 10], { fills: [red], booleanOperation }, [
        layer('RECTANGLE', [0, 0, 20, 10], { fills: [blue] }),
        layer('RECTANGLE', [10, 0, 20, 10], { fills: [blue] })
      ])
    )
    const pixels = await drawing.draw(scene, [0, 0, 30, 10])
    expect(areaOf(pixels)).toBe(area)
    expect(pixels.at(5, 5)[0] === 255 || pixels.at(15, 5)[0] === 255).toBe(true)
  })
})

describe('strokes', () => {
  const stroke = (strokeAlign: string, fields: Fields = {}): Fields => ({
    ...{ fills: [red], strokes: [blue], strokeWeight: 2, strokeAlign },
    ...fields
  })
  test.each([
    ['INSIDE', '..bbrrbb..'],
    ['CENTER', '.bbrrrrbb.'],
    ['OUTSIDE', 'bbrrrrrrbb']
  ])('%s', async (align, expected) => {
    const pixels = await drawing.draw(sceneWith(layer('RECTANGLE', place, stroke(align))), [0, 0, 10, 10])
    expect(row(pixels, 5)).toBe(expected)
    expect(Array.from({ length: 10 }, (_, y) => row(pixels, y)[5]).join('')).toBe(expected)
  })

  test('each side its own weight', async () => {
    const fields = stroke('INSIDE', { individualStrokeWeights: { top: 1, right: 0, bottom: 0, left: 3 } })
    const pixels = await drawing.draw(sceneWith(layer('FRAME', place, fields)), [0, 0, 10, 10])
    expect([row(pixels, 2), row(pixels, 3), row(pixels, 7)]).toEqual([
      '..bbbbbb..',
      '..bbbrrr..',
      '..bbbrrr..'
    ])
  })

  test.each([
    ['an ellipse', 'ELLIPSE', 'INSIDE', Math.PI * (400 - 324)],
    ['an ellipse', 'ELLIPSE', 'OUTSIDE', Math.PI * (484 - 400)],
    ['a polygon', 'REGULAR_POLYGON', 'INSIDE', 800 - 2 * (20 - 2 * Math.SQRT2) ** 2],
    ['a polygon', 'REGULAR_POLYGON', 'OUTSIDE', 2 * (20 + 2 * Math.SQRT2) ** 2 - 800]
  ] as const)('of %s (%s, %s)', async (_name, type, align, area) => {
    const fields = stroke(align, { fills: [], pointCount: 4 })
    const scene = sceneWith(layer(type, [0, 0, 40, 40], fields))
    const pixels = await drawing.draw(scene, [-10, -10, 60, 60], { scale: 4 })
    expect(areaOf(pixels, 4)).toBeCloseTo(area, -1)
  })

  test('a line is as thick as its stroke, about its own place', async () => {
    const scene = sceneWith(layer('LINE', [2, 5, 6, 0], { strokes: [blue], strokeWeight: 2 }))
    const pixels = await drawing.draw(scene, [0, 0, 10, 10])
    expect([3, 4, 5, 6].map((y) => row(pixels, y))).toEqual([
      '..........',
      '..bbbbbb..',
      '..bbbbbb..',
      '..........'
    ])
  })

  test('lies over what is in a frame', async () => {
    const scene = sceneWith(
      layer('FRAME', place, stroke('INSIDE', { clipsContent: true }), [
        layer('RECTANGLE', [0, 0, 6, 6], { fills: [red] })
      ])
    )
    expect(row(await drawing.draw(scene, [0, 0, 10, 10]), 5)).toBe('..bbrrbb..')
  })
})

describe('gradients', () => {
  const stops = [
    { position: 0, color: { r: 0, g: 0, b: 0, a: 1 } },
    { position: 1, color: { r: 1, g: 1, b: 1, a: 1 } }
  ]
  const handles = (...points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x, y }))
  const draw = (type: string, gradientHandlePositions: unknown, gradientStops: unknown = stops) =>
    drawing.draw(
      sceneWith(
        layer('RECTANGLE', [0, 0, 100, 50], { fills: [{ type, gradientHandlePositions, gradientStops }] })
      ),
      [0, 0, 100, 50]
    )
  const near = (actual: Pixel, value: number): void => {
    expect(Math.abs(actual[0] - value), `${actual.join()} is not ${value}`).toBeLessThanOrEqual(4)
  }

  test('linear, from left to right', async () => {
    const pixels = await draw('GRADIENT_LINEAR', handles([0, 0.5], [1, 0.5], [0, 1]))
    for (const x of [0, 25, 50, 99]) {
      near(pixels.at(x, 10), ((x + 0.5) / 100) * 255)
      near(pixels.at(x, 40), ((x + 0.5) / 100) * 255)
    }
  })

  test('linear, downward, in the middle half only', async () => {
    const pixels = await draw('GRADIENT_LINEAR', handles([0.5, 0.25], [0.5, 0.75], [0, 0.25]))
    near(pixels.at(10, 2), 0)
    near(pixels.at(90, 25), ((25.5 - 12.5) / 25) * 255)
    near(pixels.at(50, 47), 255)
  })

  test('radial, an ellipse in the layer’s box', async () => {
    const pixels = await draw('GRADIENT_RADIAL', handles([0.5, 0.5], [1, 0.5], [0.5, 1]))
    near(pixels.at(50, 25), 4)
    near(pixels.at(75, 25), 128)
    near(pixels.at(50, 37), 128)
    near(pixels.at(0, 0), 255)
  })

  test('angular, clockwise from its end handle', async () => {
    const pixels = await draw('GRADIENT_ANGULAR', handles([0.5, 0.5], [1, 0.5], [0.5, 1]))
    near(pixels.at(50, 45), 64)
    near(pixels.at(10, 25), 128)
    near(pixels.at(50, 5), 191)
  })

  test('diamond', async () => {
    const pixels = await draw('GRADIENT_DIAMOND', handles([0.5, 0.5], [1, 0.5], [0.5, 1]))
    for (const [x, y] of [
      [50, 25],
      [75, 25],
      [25, 25],
      [50, 37],
      [62, 31],
      [37, 18]
    ] as const) {
      const distance = Math.abs((x + 0.5) / 100 - 0.5) + Math.abs((y + 0.5) / 50 - 0.5)
      near(pixels.at(x, y), distance * 2 * 255)
    }
    near(pixels.at(0, 0), 255)
  })

  test('a stop’s transparency', async () => {
    const clear = { position: 1, color: { r: 0, g: 0, b: 0, a: 0 } }
    const pixels = await draw('GRADIENT_LINEAR', handles([0, 0.5], [1, 0.5], [0, 1]), [stops[0], clear])
    expect(pixels.alphaAt(50, 25)).toBeCloseTo(127, -1)
  })

  test('fills text and strokes as well', async () => {
    const gradient = {
      type: 'GRADIENT_LINEAR',
      gradientHandlePositions: handles([0, 0.5], [1, 0.5], [0, 1]),
      gradientStops: [
        { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
        { position: 1, color: { r: 0, g: 0, b: 1, a: 1 } }
      ]
    }
    const scene = sceneWith(
      layer('TEXT', [0, 0, 100, 50], {
        characters: '▇▇▇▇ MMMMM',
        style: { fontSize: 40, fontWeight: 700 },
        fills: [gradient]
      }),
      layer('REGULAR_POLYGON', [0, 60, 100, 40], {
        strokes: [gradient],
        strokeWeight: 6,
        strokeAlign: 'INSIDE',
        pointCount: 4
      })
    )
    const pixels = await drawing.draw(scene, [0, 0, 100, 100])
    expect(pixels.at(4, 80)[0]).toBeGreaterThan(200)
    expect(pixels.at(95, 80)[2]).toBeGreaterThan(200)
    expect(pixels.alphaAt(50, 80)).toBe(0)
    const inked = Array.from({ length: 100 }, (_, x) => pixels.at(x, 30)).filter((pixel) => pixel[3] === 255)
    expect(inked.length).toBeGreaterThan(10)
    expect(inked[0]?.[0]).toBeGreaterThan(inked[inked.length - 1]?.[0] ?? 255)
  })
})

describe('places', () => {
  test('turned by 45° the area stays', async () => {
    const scene = sceneWith(layer('RECTANGLE', [0, 0, 20, 20], { fills: [red], ...turned(45, 20, 5) }))
    const pixels = await drawing.draw(scene, [0, 0, 40, 40], { scale: 4 })
    expect(areaOf(pixels, 4)).toBeCloseTo(400, -0.5)
    expect(pixels.at(80, 24)).toEqual(redPixel)
    expect(pixels.at(24, 24)).toEqual(empty)
  })

  test('turned by 90° the pixels are whole', async () => {
    const scene = sceneWith(layer('RECTANGLE', [0, 0, 6, 3], { fills: [red], ...turned(90, 7, 2) }))
    const pixels = await drawing.draw(scene, [0, 0, 10, 10])
    expect([1, 2, 7, 8].map((y) => row(pixels, y))).toEqual([
      '..........',
      '....rrr...',
      '....rrr...',
      '..........'
    ])
  })

  test('a frame’s children turn with it, a group’s are in its frame’s space', async () => {
    const scene = sceneWith(
      layer('FRAME', [0, 0, 10, 10], { fills: [], ...turned(90, 10, 0) }, [
        layer('GROUP', [1, 2, 4, 3], {}, [layer('RECTANGLE', [1, 2, 4, 3], { fills: [red] })])
      ])
    )
    const pixels = await drawing.draw(scene, [0, 0, 10, 10])
    expect([0, 1, 4, 5].map((y) => row(pixels, y))).toEqual([
      '..........',
      '.....rrr..',
      '.....rrr..',
      '..........'
    ])
  })

  test('one node alone is drawn as if nothing clipped or covered it', async () => {
    const scene = sceneWith(
      layer('FRAME', [0, 0, 5, 10], { fills: [], clipsContent: true, opacity: 0.5 }, [
        layer('RECTANGLE', [2, 2, 6, 6], { name: 'photo', fills: [red] })
      ]),
      layer('RECTANGLE', [0, 0, 10, 10], { fills: [blue] })
    )
    expect(row(await drawing.draw(scene, [0, 0, 10, 10], { node: 'photo' }), 5)).toBe('..rrrrrr..')
  })
})
