import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SceneFile } from '../../../playground/document/scene/rest'
import { parseScene } from '../document/build-document'
import { type Drawing, openDrawing } from './drawing-page'
import type { Pixels } from './pixels'

const folder = new URL('../../../playground/scenes/', import.meta.url)
const images = Object.fromEntries(
  readdirSync(new URL('images/', folder))
    .filter((name) => /\.(png|jpg)$/.test(name))
    .map((name) => [name, readFileSync(new URL(`images/${name}`, folder)).toString('base64')])
)

let drawing: Drawing
beforeAll(async () => {
  drawing = await openDrawing()
})
afterAll(() => drawing.close())

function read(name: string): SceneFile {
  return parseScene(readFileSync(new URL(name, folder), 'utf8'))
}

function partOf(pixels: Pixels, x: number, y: number, width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, row) => {
    const start = ((y + row) * pixels.width + x) * 4
    return pixels.data.subarray(start, start + width * 4)
  })
  return Buffer.concat(rows)
}

describe.each([
  ['banner.json', 1200, 440],
  ['phone.json', 390, 844],
  ['product-card.json', 640, 640]
])('%s', (name, width, height) => {
  test('is drawn to the same pixels each time', async () => {
    const first = await drawing.draw(read(name), [0, 0, width, height], { images })
    const again = await drawing.draw(read(name), [0, 0, width, height], { images })
    expect(Buffer.compare(first.data, again.data)).toBe(0)
  })

  test('a part of it is drawn as it is in the whole', async () => {
    const whole = await drawing.draw(read(name), [0, 0, width, height], { images })
    const part = await drawing.draw(read(name), [37, 41, 300, 350], { images })
    const expected = partOf(whole, 37, 41, 300, 350)
    const differences = expected.map((value, index) => Math.abs(value - (part.data[index] ?? 0)))
    // The browser's arithmetic is in single precision: a level at most in images, a few at the edge of a curve.
    expect(differences.filter((difference) => difference > 1).length).toBeLessThan(expected.length / 2000)
    expect(differences.every((difference) => difference < 32)).toBe(true)
  })

  test('its boxes are those that auto-layout and Inter give', async () => {
    const scene = read(name)
    const again = await drawing.page.evaluate((sent) => window.drawing.laidOut(sent), { scene, images })
    const boxes = (node: SceneFile['document']): readonly unknown[] => [
      [node.id, node['relativeTransform'], node['size']],
      ...(node.children ?? []).flatMap(boxes)
    ]
    const rounded = (file: SceneFile): unknown =>
      JSON.parse(
        JSON.stringify(boxes(file.document).slice(2), (_key, value: unknown) =>
          typeof value === 'number' ? Math.round(value * 100) / 100 : value
        )
      )
    expect(rounded(again)).toEqual(rounded(scene))
  })
})
