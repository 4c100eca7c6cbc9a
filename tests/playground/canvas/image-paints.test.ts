import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fields, layer, sceneWith, turned } from './build-scene'
import { type Drawing, openDrawing } from './drawing-page'
import { type Pixel, type Pixels, png, speckle } from './pixels'

let drawing: Drawing
let images: Record<string, string>

beforeAll(async () => {
  drawing = await openDrawing()
  images = {
    speckled: await png(16, 8, speckle),
    green: await png(40, 30, () => [0, 200, 0, 255]),
    bands: await png(40, 10, (x) => [Math.floor(x / 10) * 60, 0, 0, 255]),
    checked: await png(64, 64, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255])),
    glassy: await png(4, 4, (x) => [255, 0, 0, x * 85])
  }
})
afterAll(() => drawing.close())

/** A rectangle filled with an image. */
function photo(box: readonly [number, number, number, number], paint: Fields, fields: Fields = {}) {
  return layer('RECTANGLE', box, { fills: [{ type: 'IMAGE', scaleMode: 'FILL', ...paint }], ...fields })
}

const empty: Pixel = [0, 0, 0, 0]

function expectPixels(actual: Pixels, expected: (x: number, y: number) => Pixel): void {
  const wrong: string[] = []
  for (let y = 0; y < actual.height; y += 1) {
    for (let x = 0; x < actual.width; x += 1) {
      if (actual.at(x, y).join() !== expected(x, y).join()) {
        wrong.push(`${x},${y}: ${actual.at(x, y).join()} instead of ${expected(x, y).join()}`)
      }
    }
  }
  expect(wrong).toEqual([])
}

describe('an image drawn at its own size has exactly its own pixels', () => {
  test.each([
    ['FILL', {}],
    ['FIT', { scaleMode: 'FIT' }],
    ['TILE', { scaleMode: 'TILE', scalingFactor: 1 }],
    [
      'CROP, all of it',
      {
        scaleMode: 'STRETCH',
        imageTransform: [
          [1, 0, 0],
          [0, 1, 0]
        ]
      }
    ]
  ])('%s', async (_name, paint) => {
    const scene = sceneWith(photo([0, 0, 16, 8], { imageRef: 'speckled', ...paint }))
    expectPixels(await drawing.draw(scene, [0, 0, 16, 8], { images }), speckle)
  })

  test('wherever it lies on whole pixels, inside of what it may', async () => {
    const scene = sceneWith(
      layer('FRAME', [100, 50, 60, 60], { clipsContent: true, cornerRadius: 3 }, [
        layer('GROUP', [7, 9, 16, 8], {}, [photo([7, 9, 16, 8], { imageRef: 'speckled' })])
      ])
    )
    expectPixels(await drawing.draw(scene, [107, 59, 16, 8], { images }), speckle)
  })

  test('at half the size drawn at twice the scale', async () => {
    const scene = sceneWith(photo([3, 5, 8, 4], { imageRef: 'speckled' }))
    expectPixels(await drawing.draw(scene, [3, 5, 8, 4], { images, scale: 2 }), speckle)
  })

  test.each([
    [90, 8, 16, (x: number, y: number) => speckle(y, 7 - x)],
    [180, 16, 8, (x: number, y: number) => speckle(15 - x, 7 - y)],
    [270, 8, 16, (x: number, y: number) => speckle(15 - y, x)]
  ] as const)('turned by %d° in its paint', async (rotation, width, height, expected) => {
    const scene = sceneWith(photo([0, 0, width, height], { imageRef: 'speckled', rotation }))
    expectPixels(await drawing.draw(scene, [0, 0, width, height], { images }), expected)
  })

  test('turned by 90° with its layer', async () => {
    const scene = sceneWith(photo([0, 0, 16, 8], { imageRef: 'speckled' }, turned(90, 8, 0)))
    expectPixels(await drawing.draw(scene, [0, 0, 8, 16], { images }), (x, y) => speckle(y, 7 - x))
  })
})

describe('CROP', () => {
  test('shows the part of the image that imageTransform gives', async () => {
    const imageTransform = [
      [0.5, 0, 0.25],
      [0, 1, 0]
    ]
    const scene = sceneWith(
      photo([0, 0, 8, 8], { scaleMode: 'STRETCH', imageTransform, imageRef: 'speckled' })
    )
    expectPixels(await drawing.draw(scene, [0, 0, 8, 8], { images }), (x, y) => speckle(x + 4, y))
  })

  test('shows nothing outside of the image', async () => {
    const imageTransform = [
      [2, 0, -0.25],
      [0, 2, -1]
    ]
    const scene = sceneWith(
      photo([0, 0, 32, 16], { scaleMode: 'STRETCH', imageTransform, imageRef: 'speckled' })
    )
    expectPixels(await drawing.draw(scene, [0, 0, 32, 16], { images }), (x, y) =>
      x >= 4 && x < 20 && y >= 8 ? speckle(x - 4, y - 8) : empty
    )
  })

  test('nothing outside, at a scale where pixels do not match, either', async () => {
    const imageTransform = [
      [2, 0, -0.5],
      [0, 2, -0.5]
    ]
    const scene = sceneWith(
      photo([0, 0, 60, 60], { scaleMode: 'STRETCH', imageTransform, imageRef: 'green' })
    )
    const pixels = await drawing.draw(scene, [0, 0, 60, 60], { images })
    expectPixels(pixels, (x, y) => (x >= 15 && x < 45 && y >= 15 && y < 45 ? [0, 200, 0, 255] : empty))
  })
})

describe('FILL and FIT', () => {
  test('FILL covers the box and cuts off evenly', async () => {
    const scene = sceneWith(photo([0, 0, 20, 10], { imageRef: 'bands' }))
    const pixels = await drawing.draw(scene, [0, 0, 20, 10], { images })
    expectPixels(pixels, (x) => [x < 10 ? 60 : 120, 0, 0, 255])
  })

  test('FIT shows all of it in the middle, and nothing around it', async () => {
    const scene = sceneWith(photo([0, 0, 60, 30], { imageRef: 'green', scaleMode: 'FIT' }))
    const pixels = await drawing.draw(scene, [0, 0, 60, 30], { images })
    expectPixels(pixels, (x) => (x >= 10 && x < 50 ? [0, 200, 0, 255] : empty))
  })

  test.each([1, 1.5, 3, 0.5])('at scale %d the rim is as opaque as the middle', async (scale) => {
    const scene = sceneWith(photo([0, 0, 60, 30], { imageRef: 'green' }))
    const pixels = await drawing.draw(scene, [0, 0, 60, 30], { images, scale })
    expectPixels(pixels, () => [0, 200, 0, 255])
  })

  test('an edge between two pixels is softened once', async () => {
    const scene = sceneWith(photo([0.5, 0, 20, 15.25], { imageRef: 'green' }))
    const pixels = await drawing.draw(scene, [0, 0, 21, 16], { images })
    expect(pixels.alphaAt(0, 7)).toBeCloseTo(128, -1)
    expect(pixels.alphaAt(20, 7)).toBeCloseTo(128, -1)
    expect(pixels.alphaAt(10, 15)).toBeCloseTo(64, -1)
    expect(pixels.at(10, 7)).toEqual([0, 200, 0, 255])
  })

  test('made smaller, every pixel of the image counts', async () => {
    const scene = sceneWith(photo([0, 0, 9, 9], { imageRef: 'checked' }))
    const pixels = await drawing.draw(scene, [0, 0, 9, 9], { images })
    for (const [x, y] of [
      [1, 1],
      [4, 4],
      [7, 2]
    ] as const) {
      expect(pixels.at(x, y)[0]).toBeGreaterThan(110)
      expect(pixels.at(x, y)[0]).toBeLessThan(145)
    }
  })
})

describe('TILE', () => {
  test('repeats from the top left corner', async () => {
    const scene = sceneWith(
      photo([5, 5, 40, 20], { imageRef: 'speckled', scaleMode: 'TILE', scalingFactor: 1 })
    )
    const pixels = await drawing.draw(scene, [5, 5, 40, 20], { images })
    expectPixels(pixels, (x, y) => speckle(x % 16, y % 8))
  })

  test('is as large as its factor says', async () => {
    const scene = sceneWith(
      photo([0, 0, 80, 10], { imageRef: 'bands', scaleMode: 'TILE', scalingFactor: 0.5 })
    )
    const pixels = await drawing.draw(scene, [0, 0, 80, 10], { images })
    expect([2, 7, 12, 17, 22].map((x) => pixels.at(x, 2)[0])).toEqual([0, 60, 120, 180, 0])
  })
})

describe('turned in its paint', () => {
  const quartered = () =>
    png(20, 10, (x, y) => (x < 10 ? (y < 5 ? [255, 0, 0, 255] : [0, 255, 0, 255]) : [0, 0, 255, 255]))

  test.each([
    // What is in the middle of the left, the right, the upper and the lower half of 40 × 40 px.
    ['FIT', 0, ['', 'b', '', ''], [0, 40]],
    ['FIT', 90, ['', '', 'r', 'b'], [10, 30]],
    ['FIT', 180, ['b', '', '', ''], [0, 40]],
    ['FIT', 270, ['', '', 'b', ''], [10, 30]]
  ] as const)('%s by %d°: where the image is', async (scaleMode, rotation, halves, [left, right]) => {
    const scene = sceneWith(photo([0, 0, 40, 40], { imageRef: 'quartered', scaleMode, rotation }))
    const pixels = await drawing.draw(scene, [0, 0, 40, 40], { images: { quartered: await quartered() } })
    const covered = Array.from({ length: 40 }, (_, x) => x).filter((x) => pixels.alphaAt(x, 20) === 255)
    expect([covered[0], covered.length]).toEqual([left, right - left])
    const colorAt = (x: number, y: number): string => {
      const [red, , blue, alpha] = pixels.at(x, y)
      return alpha === 0 ? '' : blue === 255 ? 'b' : red === 255 ? 'r' : 'g'
    }
    const seen = [colorAt(5, 20), colorAt(35, 20), colorAt(25, 5), colorAt(20, 35)]
    halves.forEach((color, index) => {
      if (color !== '') expect(seen[index]).toBe(color)
    })
  })

  test.each([
    [0, (x: number, y: number) => speckle(x % 16, y % 8)],
    [90, (x: number, y: number) => speckle(y % 16, 7 - (x % 8))],
    [180, (x: number, y: number) => speckle(15 - (x % 16), 7 - (y % 8))],
    [270, (x: number, y: number) => speckle(15 - (y % 16), x % 8)]
  ] as const)('TILE by %d°: each tile', async (rotation, expected) => {
    const scene = sceneWith(photo([0, 0, 32, 32], { imageRef: 'speckled', scaleMode: 'TILE', rotation }))
    expectPixels(await drawing.draw(scene, [0, 0, 32, 32], { images }), expected)
  })

  test('CROP by a matrix that turns: the node’s unit square → the image’s', async () => {
    const imageTransform = [
      [0, 1, 0],
      [-1, 0, 1]
    ]
    const scene = sceneWith(
      photo([0, 0, 8, 16], { imageRef: 'speckled', scaleMode: 'STRETCH', imageTransform })
    )
    expectPixels(await drawing.draw(scene, [0, 0, 8, 16], { images }), (x, y) => speckle(y, 7 - x))
  })
})

describe('what else a paint says', () => {
  test('its opacity', async () => {
    const scene = sceneWith(photo([0, 0, 40, 30], { imageRef: 'green', opacity: 0.5 }))
    expect((await drawing.draw(scene, [0, 0, 40, 30], { images })).alphaAt(20, 15)).toBeCloseTo(128, -0.5)
  })

  test('an image’s own transparency stays', async () => {
    const scene = sceneWith(photo([0, 0, 4, 4], { imageRef: 'glassy' }))
    const pixels = await drawing.draw(scene, [0, 0, 4, 4], { images })
    expect([0, 1, 2, 3].map((x) => pixels.alphaAt(x, 2))).toEqual([0, 85, 170, 255])
  })

  test.each([
    ['exposure makes it brighter', { exposure: 0.3 }, (pixel: Pixel) => pixel[1] > 220],
    ['less contrast brings it to grey', { contrast: -1 }, (pixel: Pixel) => pixel[0] > 60 && pixel[1] < 200],
    [
      'no saturation leaves grey',
      { saturation: -1 },
      (pixel: Pixel) => pixel[0] === pixel[1] && pixel[1] === pixel[2]
    ]
  ] as const)('%s', async (_name, filters, holds) => {
    const scene = sceneWith(photo([0, 0, 40, 30], { imageRef: 'green', filters }))
    const pixel = (await drawing.draw(scene, [0, 0, 40, 30], { images })).at(20, 15)
    expect(holds(pixel), pixel.join()).toBe(true)
    expect(pixel[3]).toBe(255)
  })

  test('an image that is not there is plain grey', async () => {
    const scene = sceneWith(photo([0, 0, 4, 4], { imageRef: 'f'.repeat(40) }))
    expectPixels(await drawing.draw(scene, [0, 0, 4, 4], { images }), () => [217, 217, 217, 255])
  })

  test('it fills any shape', async () => {
    const ellipse = layer('ELLIPSE', [0, 0, 40, 30], {
      fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'green' }]
    })
    const pixels = await drawing.draw(sceneWith(ellipse), [0, 0, 40, 30], { images })
    expect(pixels.at(20, 15)).toEqual([0, 200, 0, 255])
    expect(pixels.at(1, 1)).toEqual(empty)
  })
})
