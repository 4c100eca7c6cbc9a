import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fields, layer, sceneWith, solid } from './build-scene'
import { type Drawing, openDrawing } from './drawing-page'
import { type Pixel, type Pixels, png } from './pixels'

let drawing: Drawing
beforeAll(async () => {
  drawing = await openDrawing()
})
afterAll(() => drawing.close())

const red = solid(255, 0, 0)
const blue = solid(0, 0, 255)

/** One row of pixels as a word: `#` where there is something. */
function row(pixels: Pixels, y: number): string {
  return Array.from({ length: pixels.width }, (_, x) => (pixels.alphaAt(x, y) > 127 ? '#' : '.')).join('')
}

describe('dashes', () => {
  const dashed = (type: string, fields: Fields) =>
    drawing.draw(
      sceneWith(
        layer(type, [2, 4, 16, 8], {
          ...{ fills: [], strokes: [blue], strokeWeight: 2, strokeDashes: [4, 2] },
          ...fields
        })
      ),
      [0, 0, 20, 16]
    )

  test('lie along the edge, by turns with gaps', async () => {
    const pixels = await dashed('RECTANGLE', { strokeAlign: 'INSIDE' })
    expect(row(pixels, 4)).toBe('..####..####..####..')
    expect(row(pixels, 3)).toBe('....................')
  })

  test('outside of it', async () => {
    const pixels = await dashed('RECTANGLE', { strokeAlign: 'OUTSIDE' })
    expect(row(pixels, 3)).toContain('####..####')
    expect(row(pixels, 4).slice(4, 16)).toBe('............')
  })

  test('of a line', async () => {
    const scene = sceneWith(
      layer('LINE', [2, 4, 16, 0], { strokes: [blue], strokeWeight: 2, strokeDashes: [4, 2] })
    )
    expect(row(await drawing.draw(scene, [0, 0, 20, 16]), 4)).toBe('..####..####..####..')
  })

  test('round caps close the gaps', async () => {
    const pixels = await dashed('RECTANGLE', { strokeAlign: 'CENTER', strokeCap: 'SQUARE' })
    expect(row(pixels, 4).slice(2, 18)).toBe('################')
  })
})

describe('background blur', () => {
  const scene = (fields: Fields) =>
    sceneWith(
      layer('RECTANGLE', [0, 0, 20, 40], { fills: [red] }),
      layer('RECTANGLE', [20, 0, 20, 40], { fills: [blue] }),
      layer('RECTANGLE', [10, 10, 20, 20], {
        ...{ name: 'glass', fills: [solid(255, 255, 255, { opacity: 0.01 })] },
        ...{ effects: [{ type: 'BACKGROUND_BLUR', radius: 8 }] },
        ...fields
      })
    )

  test('softens what is behind the layer, and nothing around it', async () => {
    const pixels = await drawing.draw(scene({}), [0, 0, 40, 40])
    expect(pixels.at(19, 5)).toEqual([255, 0, 0, 255])
    const [r, , b] = pixels.at(19, 20)
    expect(r).toBeGreaterThan(90)
    expect(b).toBeGreaterThan(90)
  })

  test('shows nothing behind an opaque fill', async () => {
    const pixels = await drawing.draw(scene({ fills: [solid(0, 255, 0)] }), [0, 0, 40, 40])
    expect(pixels.at(19, 20)).toEqual([0, 255, 0, 255])
  })

  test('of a layer alone there is nothing behind', async () => {
    const pixels = await drawing.draw(scene({}), [0, 0, 40, 40], { node: 'glass' })
    expect(pixels.alphaAt(19, 20)).toBeLessThan(6)
  })
})

describe('blend modes of layers', () => {
  test.each([
    ['DARKEN', [0, 0, 0, 255]],
    ['MULTIPLY', [0, 0, 0, 255]],
    ['LIGHTEN', [255, 0, 255, 255]],
    ['SCREEN', [255, 0, 255, 255]],
    ['LINEAR_DODGE', [255, 0, 255, 255]],
    ['DIFFERENCE', [255, 0, 255, 255]],
    ['EXCLUSION', [255, 0, 255, 255]],
    ['NORMAL', [0, 0, 255, 255]]
  ] as const satisfies readonly (readonly [string, Pixel])[])(
    'blue over red, %s',
    async (blendMode, expected) => {
      const scene = sceneWith(
        layer('RECTANGLE', [0, 0, 9, 9], { fills: [red] }),
        layer('RECTANGLE', [0, 0, 9, 9], { fills: [blue], blendMode })
      )
      expect((await drawing.draw(scene, [0, 0, 9, 9])).at(4, 4)).toEqual(expected)
    }
  )
})

describe('the order of layers', () => {
  const two = [
    layer('RECTANGLE', [0, 0, 10, 9], { name: 'first', fills: [red] }),
    layer('RECTANGLE', [5, 0, 10, 9], { name: 'last', fills: [blue] })
  ]
  test.each([
    ['the last on top', {}, [0, 0, 255, 255]],
    [
      'in auto-layout the first, if asked for',
      { layoutMode: 'HORIZONTAL', itemReverseZIndex: true },
      [255, 0, 0, 255]
    ],
    ['outside of auto-layout it cannot be', { itemReverseZIndex: true }, [0, 0, 255, 255]]
  ] as const satisfies readonly (readonly [string, Fields, Pixel])[])(
    '%s',
    async (_name, fields, expected) => {
      const scene = sceneWith(layer('FRAME', [0, 0, 15, 9], fields, two))
      expect((await drawing.draw(scene, [0, 0, 15, 9])).at(7, 4)).toEqual(expected)
    }
  )
})

describe('several paints and layers in one', () => {
  test('a gradient over an image', async () => {
    const images = { photo: await png(8, 8, () => [0, 200, 0, 255]) }
    const gradient = {
      type: 'GRADIENT_LINEAR',
      gradientTransform: [
        [0, 1, 0],
        [-1, 0, 1]
      ],
      gradientStops: [
        { position: 0, color: { r: 0, g: 0, b: 0, a: 0 } },
        { position: 1, color: { r: 0, g: 0, b: 0, a: 1 } }
      ]
    }
    const fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }, gradient]
    const pixels = await drawing.draw(
      sceneWith(layer('RECTANGLE', [0, 0, 80, 80], { fills })),
      [0, 0, 80, 80],
      {
        images
      }
    )
    expect(pixels.at(40, 1)[1]).toBeGreaterThan(190)
    expect(pixels.at(40, 78)[1]).toBeLessThan(10)
  })
})

describe('filters of an image, roughly', () => {
  const grey = async (filters: Fields, level = 128) => {
    const images = { photo: await png(8, 8, () => [level, level, level, 255]) }
    const fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo', filters }]
    const scene = sceneWith(layer('RECTANGLE', [0, 0, 8, 8], { fills }))
    return (await drawing.draw(scene, [0, 0, 8, 8], { images })).at(4, 4)
  }
  test.each([
    ['warmer', { temperature: 0.5 }, 128, (r: number, g: number, b: number) => r > g && g > b],
    ['colder', { temperature: -0.5 }, 128, (r: number, g: number, b: number) => r < g && g < b],
    ['tinted', { tint: 0.5 }, 128, (r: number, g: number, b: number) => r > g && b > g],
    ['brighter shadows', { shadows: 1 }, 20, (r: number) => r > 60],
    ['shadows leave what is light', { shadows: 1 }, 250, (r: number) => r < 253],
    ['darker highlights', { highlights: -1 }, 240, (r: number) => r < 200],
    ['highlights leave what is dark', { highlights: -1 }, 10, (r: number) => r > 7],
    [
      'none',
      { temperature: 0, tint: 0 },
      77,
      (r: number, g: number, b: number) => r === 77 && g === 77 && b === 77
    ]
  ] as const)('%s', async (_name, filters, level, holds) => {
    const [r, g, b] = await grey(filters, level)
    expect(holds(r, g, b), `${r} ${g} ${b}`).toBe(true)
  })
})
