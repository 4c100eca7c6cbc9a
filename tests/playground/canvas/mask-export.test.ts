import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fields, layer, sceneWith, solid, turned } from './build-scene'
import { type Drawing, openDrawing } from './drawing-page'
import { decode, type Pixel, png, speckle } from './pixels'

let drawing: Drawing
beforeAll(async () => {
  drawing = await openDrawing()
})
afterAll(() => drawing.close())

const PNG = { format: 'PNG', useAbsoluteBounds: true } as const
const visible = { format: 'PNG' } as const

/** A photo of 40 × 30 px that a smaller mask cuts out of. */
function maskGroup(mask: Fields, group: Fields = {}) {
  return sceneWith(
    layer('GROUP', [100, 50, 40, 30], { name: 'group', ...group }, [
      layer('RECTANGLE', [110, 60, 20, 10], {
        ...{ name: 'mask', isMask: true, fills: [solid(255, 255, 255)] },
        ...mask
      }),
      layer('RECTANGLE', [100, 50, 40, 30], {
        name: 'photo',
        fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }]
      })
    ])
  )
}

async function exported(name: string, settings: typeof PNG | typeof visible, mask: Fields = {}) {
  const images = { photo: await png(40, 30, speckle) }
  return decode(await drawing.export(maskGroup(mask), name, settings, { images }))
}

describe('a mask group', () => {
  test('with its own box: the photo inside the mask, nothing around', async () => {
    const pixels = await exported('group', PNG)
    expect([pixels.width, pixels.height]).toEqual([40, 30])
    expect([pixels.at(10, 10), pixels.at(29, 19)]).toEqual([speckle(10, 10), speckle(29, 19)])
    expect([pixels.alphaAt(9, 15), pixels.alphaAt(30, 15), pixels.alphaAt(20, 20)]).toEqual([0, 0, 0])
  })

  test('without it, the part that the mask shows', async () => {
    const pixels = await exported('group', visible)
    expect([pixels.width, pixels.height, pixels.at(0, 0)]).toEqual([20, 10, speckle(10, 10)])
  })

  const halved: Fields = { fills: [solid(255, 255, 255, { opacity: 0.5 })] }
  test.each([
    ['ALPHA: its transparency', { ...halved, maskType: 'ALPHA' }, 128],
    ['VECTOR: its shape alone', { ...halved, maskType: 'VECTOR' }, 255],
    ['LUMINANCE: its brightness', { fills: [solid(128, 128, 128)], maskType: 'LUMINANCE' }, 128],
    ['LUMINANCE: black shows nothing', { fills: [solid(0, 0, 0)], maskType: 'LUMINANCE' }, 0]
  ])('%s', async (_name, mask, alpha) => {
    const pixels = await exported('group', PNG, mask)
    expect(Math.abs(pixels.alphaAt(20, 15) - alpha)).toBeLessThanOrEqual(2)
  })

  test('a masked layer by itself is whole', async () => {
    const pixels = await exported('photo', PNG)
    expect([pixels.width, pixels.height, pixels.at(0, 0), pixels.at(39, 29)]).toEqual([
      40,
      30,
      speckle(0, 0),
      speckle(39, 29)
    ])
  })

  test('a mask by itself is the shape that it would be', async () => {
    const pixels = await exported('mask', PNG)
    expect([pixels.width, pixels.height, pixels.at(5, 5)]).toEqual([20, 10, [255, 255, 255, 255]])
  })

  test('with contentsOnly false a masked layer is what is seen of it', async () => {
    const images = { photo: await png(40, 30, speckle) }
    const settings = { ...PNG, contentsOnly: false }
    const pixels = await decode(await drawing.export(maskGroup({}), 'photo', settings, { images }))
    expect([pixels.alphaAt(2, 2), pixels.at(15, 15)]).toEqual([0, speckle(15, 15)])
  })
})

/** Mirrored left to right: what was at `x` is at `right − x`. */
function flipped(right: number, y: number): Fields {
  return {
    relativeTransform: [
      [-1, 0, right],
      [0, 1, y]
    ]
  }
}

describe('flipped, turned and skewed layers', () => {
  const photo = (fields: Fields) =>
    sceneWith(
      layer('RECTANGLE', [0, 0, 16, 8], {
        ...{ name: 'photo', fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }] },
        ...fields
      })
    )
  const shown = async (fields: Fields) => {
    const images = { photo: await png(16, 8, speckle) }
    return decode(await drawing.export(photo(fields), 'photo', PNG, { images }))
  }
  const matrix = (a: number, c: number, b: number, d: number): Fields => ({
    relativeTransform: [
      [a, c, 50],
      [b, d, 50]
    ]
  })

  test.each([
    ['flipped across', flipped(66, 50), 16, 8, (x, y) => speckle(15 - x, y)],
    ['flipped down', matrix(1, 0, 0, -1), 16, 8, (x, y) => speckle(x, 7 - y)],
    ['turned by a quarter', turned(90, 50, 50), 8, 16, (x, y) => speckle(y, 7 - x)],
    ['turned back by a quarter', turned(-90, 50, 50), 8, 16, (x, y) => speckle(15 - y, x)],
    ['turned upside down', turned(180, 50, 50), 16, 8, (x, y) => speckle(15 - x, 7 - y)],
    ['flipped and turned', matrix(0, 1, 1, 0), 8, 16, (x, y) => speckle(y, x)]
  ] as const satisfies readonly (readonly [
    string,
    Fields,
    number,
    number,
    (x: number, y: number) => Pixel
  ])[])('%s: the image goes along', async (_name, fields, width, height, expected) => {
    const pixels = await shown(fields)
    expect([pixels.width, pixels.height]).toEqual([width, height])
    for (const [x, y] of [
      [0, 0],
      [width - 1, 0],
      [2, height - 1],
      [width - 1, height - 1]
    ] as const) {
      expect(pixels.at(x, y)).toEqual(expected(x, y))
    }
  })

  test.each([
    ['turned by any angle', 0.8, 0.6, -0.6, 0.8],
    ['skewed', 1, 0.6, 0, 0.8],
    ['flipped and skewed', -1, 0.6, 0, 0.8]
  ])('%s: its upright box, transparent in corners, opaque in the middle', async (_name, a, c, b, d) => {
    const pixels = await shown(matrix(a, c, b, d))
    expect(pixels.width).toBe(Math.ceil(Math.abs(a * 16) + Math.abs(c * 8) - 1e-4))
    expect(pixels.height).toBe(Math.ceil(Math.abs(b * 16) + Math.abs(d * 8) - 1e-4))
    const corners = [
      [0, 0],
      [pixels.width - 1, 0],
      [0, pixels.height - 1],
      [pixels.width - 1, pixels.height - 1]
    ] as const
    expect(corners.filter(([x, y]) => pixels.alphaAt(x, y) < 128).length).toBeGreaterThanOrEqual(2)
    expect(pixels.alphaAt(Math.floor(pixels.width / 2), Math.floor(pixels.height / 2))).toBe(255)
  })

  test('turned in a turned frame, the angles add up', async () => {
    const scene = sceneWith(
      layer('FRAME', [0, 0, 60, 60], { ...turned(30, 100, 100) }, [
        layer('RECTANGLE', [10, 10, 30, 10], {
          name: 'photo',
          fills: [solid(255, 0, 0)],
          ...turned(60, 30, 10)
        })
      ])
    )
    const pixels = await decode(await drawing.export(scene, 'photo', PNG))
    expect([pixels.width, pixels.height, pixels.alphaAt(0, 0)]).toEqual([10, 30, 255])
  })
})

describe('sizes', () => {
  test.each([
    ['under 64 px', [3, 5], [3, 5]],
    ['over 4096 px', [5000, 20], [5000, 20]],
    ['at fractions', [10.25, 7.75], [11, 8]]
  ] as const)('%s', async (_name, [width, height], size) => {
    const scene = sceneWith(
      layer('RECTANGLE', [0.5, 0.25, width, height], { name: 'photo', fills: [solid(255, 0, 0)] })
    )
    const pixels = await decode(await drawing.export(scene, 'photo', PNG))
    expect([pixels.width, pixels.height]).toEqual(size)
  })
})
