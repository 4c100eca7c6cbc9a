import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportRounding } from '../../../playground/canvas/export'
import { type Fields, layer, sceneWith, solid, turned } from './build-scene'
import { type Drawing, openDrawing } from './drawing-page'
import { decode, png, speckle } from './pixels'

let drawing: Drawing
beforeAll(async () => {
  drawing = await openDrawing()
})
afterAll(() => drawing.close())

const red = solid(255, 0, 0)
const PNG = { format: 'PNG', useAbsoluteBounds: true } as const
const shadow: Fields = {
  ...{ type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 10 }, radius: 6 }
}

function oneBox(box: readonly [number, number, number, number], fields: Fields = {}) {
  return sceneWith(layer('RECTANGLE', box, { name: 'photo', fills: [red], ...fields }))
}

describe('size', () => {
  test.each([
    ['at scale 1', [40, 30], undefined, [40, 30]],
    ['at a scale', [40, 30], { type: 'SCALE', value: 2.5 }, [100, 75]],
    ['at a width', [40, 30], { type: 'WIDTH', value: 100 }, [100, 75]],
    ['at a height', [40, 30], { type: 'HEIGHT', value: 15 }, [20, 15]],
    ['never less than a pixel', [40, 30], { type: 'SCALE', value: 0.01 }, [1, 1]],
    ['whole but for the arithmetic’s noise', [0.1 + 0.2, 0.7 + 0.1], { type: 'SCALE', value: 10 }, [3, 8]]
  ] as const)('%s', async (_name, [width, height], constraint, size) => {
    const settings = constraint === undefined ? PNG : { ...PNG, constraint }
    const pixels = await decode(await drawing.export(oneBox([7, 9, width, height]), 'photo', settings))
    expect([pixels.width, pixels.height]).toEqual(size)
  })

  test.each([
    ['ceil', 11, 11],
    ['round', 11, 10],
    ['floor', 10, 10]
  ] as const)('a fraction is rounded as asked: %s', async (rounding: ExportRounding, width, height) => {
    const bytes = await drawing.export(oneBox([0, 0, 10.5, 10.4]), 'photo', PNG, { rounding })
    const pixels = await decode(bytes)
    expect([pixels.width, pixels.height]).toEqual([width, height])
  })
})

describe('what is in the picture', () => {
  test('a photo at its own resolution: exactly its pixels', async () => {
    const images = { photo: await png(64, 48, speckle) }
    const scene = oneBox([3.25, 8, 32, 24], {
      fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }]
    })
    const settings = { ...PNG, constraint: { type: 'SCALE', value: 2 } as const }
    const pixels = await decode(await drawing.export(scene, 'photo', settings, { images }))
    for (const [x, y] of [
      [0, 0],
      [63, 0],
      [0, 47],
      [63, 47],
      [31, 17]
    ] as const) {
      expect(pixels.at(x, y)).toEqual(speckle(x, y))
    }
  })

  test('with useAbsoluteBounds the layer’s box, without it all that it draws', async () => {
    const scene = oneBox([100, 100, 20, 20], { effects: [shadow] })
    const box = await decode(await drawing.export(scene, 'photo', PNG))
    expect([box.width, box.height, box.at(0, 0)]).toEqual([20, 20, [255, 0, 0, 255]])
    const drawn = await decode(await drawing.export(scene, 'photo', { format: 'PNG' }))
    expect([drawn.width, drawn.height]).toEqual([32, 36])
    expect(drawn.at(16, 5)).toEqual([255, 0, 0, 255])
    expect(drawn.at(16, 32)[3]).toBeGreaterThan(0)
  })

  test('without useAbsoluteBounds a frame that is larger than what it shows is cut to that', async () => {
    const scene = sceneWith(
      layer('FRAME', [0, 0, 100, 100], { name: 'photo' }, [
        layer('ELLIPSE', [10, 20, 30, 40], { fills: [red] })
      ])
    )
    const drawn = await decode(await drawing.export(scene, 'photo', { format: 'PNG' }))
    expect([drawn.width, drawn.height]).toEqual([30, 40])
    const box = await decode(await drawing.export(scene, 'photo', PNG))
    expect([box.width, box.height, box.alphaAt(0, 0), box.alphaAt(25, 40)]).toEqual([100, 100, 0, 255])
  })

  test('a turned layer: its upright box with transparent corners', async () => {
    const scene = oneBox([0, 0, 30, 10], turned(30, 50, 50))
    const pixels = await decode(await drawing.export(scene, 'photo', PNG))
    const width = 30 * Math.cos(Math.PI / 6) + 10 * Math.sin(Math.PI / 6)
    const height = 30 * Math.sin(Math.PI / 6) + 10 * Math.cos(Math.PI / 6)
    expect([pixels.width, pixels.height]).toEqual([Math.ceil(width), Math.ceil(height)])
    expect([pixels.alphaAt(0, 0), pixels.alphaAt(pixels.width - 1, 0), pixels.alphaAt(15, 12)]).toEqual([
      0, 0, 255
    ])
  })

  const covered = sceneWith(
    layer('FRAME', [0, 0, 10, 10], { clipsContent: true, fills: [solid(0, 255, 0)], opacity: 0.5 }, [
      layer('RECTANGLE', [5, 5, 20, 20], { name: 'photo', fills: [solid(255, 0, 0, { opacity: 0.5 })] }),
      layer('RECTANGLE', [6, 6, 2, 2], { fills: [solid(0, 0, 255)] })
    ])
  )

  test('nothing of other layers, nothing of the frame around', async () => {
    const pixels = await decode(await drawing.export(covered, 'photo', PNG))
    expect([pixels.width, pixels.height]).toEqual([20, 20])
    expect([pixels.at(1, 1), pixels.at(15, 15)]).toEqual([
      [255, 0, 0, 128],
      [255, 0, 0, 128]
    ])
  })

  test('with contentsOnly false, what is seen there', async () => {
    const pixels = await decode(await drawing.export(covered, 'photo', { ...PNG, contentsOnly: false }))
    expect(pixels.at(1, 1).slice(0, 3)).toEqual([0, 0, 255])
    expect(pixels.alphaAt(15, 15)).toBe(0)
  })

  test('a JPEG has no transparency: white', async () => {
    const scene = sceneWith(layer('ELLIPSE', [0, 0, 32, 32], { name: 'photo', fills: [red] }))
    const bytes = await drawing.export(scene, 'photo', { ...PNG, format: 'JPG' })
    expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    const pixels = await decode(bytes)
    pixels.at(1, 1).forEach((channel) => {
      expect(channel).toBeGreaterThan(245)
    })
  })

  test('a layer’s own opacity counts', async () => {
    const pixels = await decode(await drawing.export(oneBox([0, 0, 10, 10], { opacity: 0.5 }), 'photo', PNG))
    expect(pixels.at(5, 5)).toEqual([255, 0, 0, 128])
  })
})

describe('what cannot be exported', () => {
  const nothing = 'Failed to export node. This node may not have any visible layers.'
  test.each([
    ['a hidden layer', { visible: false }],
    ['one without paints', { fills: [] }],
    ['one whose paints are hidden', { fills: [{ ...red, visible: false }] }],
    ['a fully transparent one', { opacity: 0 }]
  ])('%s', async (_name, fields) => {
    await expect(drawing.export(oneBox([0, 0, 10, 10], fields), 'photo', PNG)).rejects.toThrow(nothing)
  })

  test('an empty frame', async () => {
    const scene = sceneWith(layer('FRAME', [0, 0, 10, 10], { name: 'photo' }))
    await expect(drawing.export(scene, 'photo', PNG)).rejects.toThrow(nothing)
  })

  test.each([
    ['a side over 16384 px', [100, 1], 164],
    ['more pixels than a canvas has', [100, 100], 163.9]
  ] as const)('%s', async (_name, [width, height], value) => {
    const settings = { ...PNG, constraint: { type: 'SCALE', value } as const }
    await expect(drawing.export(oneBox([0, 0, width, height]), 'photo', settings)).rejects.toThrow(
      'too large'
    )
  })
})
