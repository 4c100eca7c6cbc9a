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
const white = solid(255, 255, 255)
const empty: Pixel = [0, 0, 0, 0]

function sumOfAlpha(pixels: Pixels): number {
  let sum = 0
  for (let index = 3; index < pixels.data.length; index += 4) {
    sum += pixels.data[index] ?? 0
  }
  return sum / 255
}

function shadow(fields: Fields = {}): Fields {
  return {
    ...{ type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 0 }, radius: 0 },
    ...fields
  }
}

const box: readonly [number, number, number, number] = [20, 20, 20, 20]

describe('clipping', () => {
  const photo = layer('RECTANGLE', [-10, 5, 60, 10], { fills: [red] })

  test('a frame that clips cuts off what reaches out', async () => {
    const pixels = await drawing.draw(
      sceneWith(layer('FRAME', box, { clipsContent: true }, [photo])),
      [0, 0, 60, 60]
    )
    expect([19, 20, 39, 40].map((x) => pixels.alphaAt(x, 30))).toEqual([0, 255, 255, 0])
  })

  test('one that does not lets it be seen', async () => {
    const pixels = await drawing.draw(sceneWith(layer('FRAME', box, {}, [photo])), [0, 0, 80, 60])
    expect([9, 10, 69, 70].map((x) => pixels.alphaAt(x, 30))).toEqual([0, 255, 255, 0])
  })

  test('along round corners', async () => {
    const scene = sceneWith(
      layer('FRAME', box, { clipsContent: true, cornerRadius: 10 }, [
        layer('RECTANGLE', [0, 0, 20, 20], { fills: [red] })
      ])
    )
    const pixels = await drawing.draw(scene, [0, 0, 60, 60], { scale: 4 })
    expect(pixels.at(84, 84)).toEqual(empty)
    expect(sumOfAlpha(pixels) / 16).toBeCloseTo(100 * Math.PI, -1)
  })
})

describe('a layer as a whole', () => {
  const two = [
    layer('RECTANGLE', [0, 0, 20, 20], { fills: [red] }),
    layer('RECTANGLE', [10, 0, 20, 20], { fills: [blue] })
  ]

  test('opacity counts once, however many layers overlap', async () => {
    const pixels = await drawing.draw(
      sceneWith(layer('GROUP', [0, 0, 30, 20], { opacity: 0.5 }, two)),
      [0, 0, 30, 20]
    )
    expect([pixels.at(5, 5), pixels.at(15, 5)]).toEqual([
      [255, 0, 0, 128],
      [0, 0, 255, 128]
    ])
  })

  test('a hidden layer hides what is in it', async () => {
    const pixels = await drawing.draw(
      sceneWith(layer('GROUP', [0, 0, 30, 20], { visible: false }, two)),
      [0, 0, 30, 20]
    )
    expect(sumOfAlpha(pixels)).toBe(0)
  })

  test('a blend mode mixes with what is beneath', async () => {
    const scene = sceneWith(
      layer('RECTANGLE', [0, 0, 20, 20], { fills: [solid(255, 255, 0)] }),
      layer('RECTANGLE', [0, 0, 20, 20], { fills: [solid(0, 255, 255)], blendMode: 'MULTIPLY' })
    )
    expect((await drawing.draw(scene, [0, 0, 20, 20])).at(10, 10)).toEqual([0, 255, 0, 255])
  })

  test('in a frame that is NORMAL it mixes only with what is in the frame', async () => {
    const scene = (blendMode: string) =>
      sceneWith(
        layer('RECTANGLE', [0, 0, 20, 20], { fills: [solid(255, 255, 0)] }),
        layer('FRAME', [0, 0, 20, 20], { blendMode }, [
          layer('RECTANGLE', [0, 0, 20, 20], { fills: [solid(0, 255, 255)], blendMode: 'MULTIPLY' })
        ])
      )
    expect((await drawing.draw(scene('NORMAL'), [0, 0, 20, 20])).at(10, 10)).toEqual([0, 255, 255, 255])
    expect((await drawing.draw(scene('PASS_THROUGH'), [0, 0, 20, 20])).at(10, 10)).toEqual([0, 255, 0, 255])
  })
})

describe('shadows', () => {
  const draw = (effects: readonly Fields[], fields: Fields = {}, type = 'RECTANGLE') =>
    drawing.draw(sceneWith(layer(type, box, { fills: [red], effects, ...fields })), [0, 0, 60, 60])

  test('without blur: the shape at an offset, beneath it', async () => {
    const pixels = await draw([shadow({ offset: { x: 5, y: 3 } })])
    expect(pixels.at(30, 30)).toEqual([255, 0, 0, 255])
    expect(pixels.at(42, 41)).toEqual([0, 0, 0, 255])
    expect([pixels.alphaAt(45, 30), pixels.alphaAt(30, 43), pixels.alphaAt(42, 22)]).toEqual([0, 0, 0])
  })

  test('blurred: as much as before, spread evenly, half at the edge', async () => {
    const pixels = await draw([shadow({ radius: 8, showShadowBehindNode: true })], { fills: [red] })
    expect(pixels.alphaAt(19, 30)).toBeGreaterThan(100)
    expect(pixels.alphaAt(19, 30)).toBeLessThan(128)
    expect(pixels.alphaAt(17, 30)).toBe(pixels.alphaAt(42, 30))
    expect(pixels.alphaAt(30, 17)).toBe(pixels.alphaAt(30, 42))
    expect(pixels.alphaAt(12, 30)).toBeLessThan(12)
  })

  test('a colour’s alpha, and the layer’s opacity on top of it', async () => {
    const color = { r: 0, g: 0, b: 1, a: 0.5 }
    const pixels = await draw([shadow({ color, offset: { x: 20, y: 0 } })], { opacity: 0.5 })
    expect(pixels.at(50, 30)).toEqual([0, 0, 255, 64])
  })

  test('spread makes it larger', async () => {
    const pixels = await draw([shadow({ spread: 4 })])
    expect([15, 16, 43, 44].map((x) => pixels.alphaAt(x, 30))).toEqual([0, 255, 255, 0])
  })

  test('behind a transparent fill it is cut out, unless it is shown there', async () => {
    const fills = [solid(255, 0, 0, { opacity: 0.5 })]
    const cut = await draw([shadow({ spread: 2 })], { fills })
    expect(cut.at(30, 30)).toEqual([255, 0, 0, 128])
    const shown = await draw([shadow({ spread: 2, showShadowBehindNode: true })], { fills })
    expect(shown.alphaAt(30, 30)).toBe(255)
  })

  test('it turns with its layer', async () => {
    const pixels = await draw([shadow({ offset: { x: 12, y: 0 } })], turned(90, 40, 20))
    expect([pixels.alphaAt(30, 50), pixels.alphaAt(45, 30)]).toEqual([255, 0])
  })

  test('a frame without fills throws that of what is in it', async () => {
    const scene = sceneWith(
      layer('FRAME', box, { effects: [shadow({ offset: { x: 0, y: 15 } })] }, [
        layer('RECTANGLE', [5, 5, 5, 5], { fills: [red] })
      ])
    )
    const pixels = await drawing.draw(scene, [0, 0, 60, 60])
    expect(pixels.at(27, 27)).toEqual([255, 0, 0, 255])
    expect(pixels.at(27, 42)).toEqual([0, 0, 0, 255])
    expect(sumOfAlpha(pixels)).toBe(50)
  })

  test('an inner shadow lies on the fill, inside the shape', async () => {
    const pixels = await draw([shadow({ type: 'INNER_SHADOW', offset: { x: 5, y: 0 } })])
    expect([19, 20, 24, 25, 39].map((x) => pixels.at(x, 30)[0])).toEqual([0, 0, 0, 255, 255])
    expect(sumOfAlpha(pixels)).toBe(400)
  })

  test('at twice the scale it is twice as large', async () => {
    const scene = sceneWith(
      layer('RECTANGLE', box, { fills: [red], effects: [shadow({ offset: { x: 5, y: 3 } })] })
    )
    const pixels = await drawing.draw(scene, [0, 0, 60, 60], { scale: 2 })
    expect([89, 90].map((x) => pixels.alphaAt(x, 60))).toEqual([255, 0])
  })

  test('what lies outside of the picture still throws its shadow into it', async () => {
    const scene = sceneWith(
      layer('RECTANGLE', box, { fills: [red], effects: [shadow({ offset: { x: 60, y: 0 } })] })
    )
    expect((await drawing.draw(scene, [70, 0, 60, 60])).alphaAt(20, 30)).toBe(255)
  })
})

describe('blur', () => {
  test('keeps the amount and softens the edge', async () => {
    const effects = [{ type: 'LAYER_BLUR', radius: 8 }]
    const pixels = await drawing.draw(
      sceneWith(layer('RECTANGLE', box, { fills: [red], effects })),
      [0, 0, 60, 60]
    )
    expect(sumOfAlpha(pixels) / 400).toBeCloseTo(1, 1)
    expect(pixels.alphaAt(20, 30)).toBeGreaterThan(110)
    expect(pixels.alphaAt(20, 30)).toBeLessThan(160)
  })
})

describe('masks', () => {
  const mask = (fields: Fields = {}): ReturnType<typeof layer> =>
    layer('ELLIPSE', [0, 0, 40, 40], { name: 'mask', isMask: true, fills: [blue], ...fields })
  const cover = layer('RECTANGLE', [0, 0, 60, 60], { name: 'cover', fills: [red] })
  const draw = (...children: readonly ReturnType<typeof layer>[]) =>
    drawing.draw(sceneWith(layer('GROUP', [0, 0, 60, 60], {}, children)), [0, 0, 60, 60])

  test('a mask is not seen; it cuts out what lies over it', async () => {
    const pixels = await draw(mask(), cover)
    expect(pixels.at(20, 20)).toEqual([255, 0, 0, 255])
    expect([pixels.at(1, 1), pixels.at(50, 50)]).toEqual([empty, empty])
    expect(sumOfAlpha(pixels)).toBeCloseTo(400 * Math.PI, -1)
  })

  test('what lies beneath it is whole', async () => {
    const pixels = await draw(cover, mask(), layer('RECTANGLE', [0, 0, 60, 60], { fills: [blue] }))
    expect([pixels.at(50, 50), pixels.at(20, 20)]).toEqual([
      [255, 0, 0, 255],
      [0, 0, 255, 255]
    ])
  })

  test('its transparency counts, for ALPHA; for VECTOR only its shape', async () => {
    const faint = { fills: [solid(0, 0, 255, { opacity: 0.5 })] }
    expect((await draw(mask(faint), cover)).alphaAt(20, 20)).toBe(128)
    expect((await draw(mask({ ...faint, maskType: 'VECTOR' }), cover)).alphaAt(20, 20)).toBe(255)
  })

  test('for LUMINANCE its brightness', async () => {
    const pixels = await draw(mask({ fills: [white], maskType: 'LUMINANCE' }), cover)
    expect(pixels.alphaAt(20, 20)).toBe(255)
    const dark = await draw(mask({ fills: [blue], maskType: 'LUMINANCE' }), cover)
    expect(dark.alphaAt(20, 20)).toBeCloseTo(0.0721 * 255, -0.5)
  })

  test('a hidden mask masks nothing', async () => {
    expect((await draw(mask({ visible: false }), cover)).alphaAt(50, 50)).toBe(255)
  })
})

describe('text', () => {
  const text = (
    characters: string,
    fields: Fields = {},
    style: Fields = {},
    width = 200
  ): ReturnType<typeof layer> =>
    layer('TEXT', [0, 0, width, 60], {
      ...{
        characters,
        fills: [red],
        style: { fontFamily: 'Inter', fontSize: 40, lineHeightPx: 60, ...style }
      },
      ...fields
    })
  const draw = (sketch: ReturnType<typeof layer>, scale = 1) =>
    drawing.draw(sceneWith(sketch), [0, 0, 200, 60], { scale })

  /** The first and last row and column with ink. */
  function inked(pixels: Pixels): { left: number; right: number; top: number; bottom: number } {
    const bounds = { left: Infinity, right: -1, top: Infinity, bottom: -1 }
    for (let y = 0; y < pixels.height; y += 1) {
      for (let x = 0; x < pixels.width; x += 1) {
        if (pixels.alphaAt(x, y) > 40) {
          bounds.left = Math.min(bounds.left, x)
          bounds.right = Math.max(bounds.right, x)
          bounds.top = Math.min(bounds.top, y)
          bounds.bottom = Math.max(bounds.bottom, y)
        }
      }
    }
    return bounds
  }

  test('capitals stand on the baseline, as high as Inter’s', async () => {
    const { top, bottom } = inked(await draw(text('HHH')))
    // Ascender 1984, descender −494, capitals 1490, of 2048 units; the line height is shared out above and below.
    const baseline = (60 - (40 * 2478) / 2048) / 2 + (40 * 1984) / 2048
    expect(bottom + 1).toBeCloseTo(baseline, -0.3)
    expect(top).toBeCloseTo(baseline - (40 * 1490) / 2048, -0.3)
  })

  test.each([
    ['LEFT', (left: number, right: number) => left < 6 && right < 120],
    ['RIGHT', (left: number, right: number) => left > 80 && right > 193],
    ['CENTER', (left: number, right: number) => Math.abs(left + right - 199) < 4]
  ] as const)('%s', async (textAlignHorizontal, holds) => {
    const { left, right } = inked(await draw(text('Hello', {}, { textAlignHorizontal })))
    expect(holds(left, right), `${left} to ${right}`).toBe(true)
  })

  test('a heavier weight has more ink, letter spacing more width', async () => {
    const plain = await draw(text('Hello'))
    const bold = await draw(text('Hello', {}, { fontWeight: 700 }))
    const spaced = await draw(text('Hello', {}, { letterSpacing: 10 }))
    expect(sumOfAlpha(bold)).toBeGreaterThan(1.2 * sumOfAlpha(plain))
    expect(inked(spaced).right - inked(plain).right).toBeCloseTo(40, -0.5)
  })

  test('is equally wide at every scale', async () => {
    const once = inked(await draw(text('Extending images')))
    const twice = inked(await draw(text('Extending images'), 2))
    expect(Math.abs(twice.right / 2 - once.right)).toBeLessThan(1)
  })

  test('is broken into lines where it fits no more, and cut off with an ellipsis where it is truncated', async () => {
    const wrapped = inked(
      await draw(text('one two', {}, { fontSize: 20, lineHeightPx: 30, textAutoResize: 'HEIGHT' }, 60))
    )
    expect(wrapped.bottom).toBeGreaterThan(35)
    const truncated = inked(
      await draw(
        text(
          'one two three four',
          { size: { x: 60, y: 30 } },
          { fontSize: 20, lineHeightPx: 30, textTruncation: 'ENDING' }
        )
      )
    )
    expect(truncated.bottom).toBeLessThan(30)
    expect(truncated.right).toBeLessThanOrEqual(60)
  })

  test('characters of other scripts are drawn, too', async () => {
    expect(sumOfAlpha(await draw(text('Привет')))).toBeGreaterThan(100)
  })
})
