import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openScriptPage, type ScriptPage } from '../../fixtures/pixels/script-page'
import type {} from './box-reader-entry'

const browsers: Readonly<Record<string, () => unknown>> = {
  'with frames of videos': () => null,
  'without them': () => Reflect.deleteProperty(window, 'VideoFrame'),
  'with frames that cannot be copied': () => {
    VideoFrame.prototype.copyTo = () => Promise.reject(new Error('no memory'))
  },
  'with frames that have no alpha': () => {
    const copyTo = Reflect.get(VideoFrame.prototype, 'copyTo')
    VideoFrame.prototype.copyTo = async function (pixels, options) {
      const layout = await Reflect.apply(copyTo, this, [pixels, options])
      if (pixels instanceof Uint8ClampedArray) {
        for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255
      }
      return layout
    }
  }
}

describe.each(Object.entries(browsers))('reading a canvas in a browser %s', (_, change) => {
  let script: ScriptPage
  beforeAll(async () => {
    script = await openScriptPage(new URL('./box-reader-entry.ts', import.meta.url), (page) =>
      page.evaluate(change)
    )
  })
  afterAll(() => script.close())

  test.each([
    ['all of it', [0, 0, 96, 64]],
    ['a part', [13, 7, 70, 31]],
    ['beyond its edges', [-5, -3, 120, 80]]
  ] as const)('%s: opaque levels and every alpha', async (_name, [left, top, width, height]) => {
    const other = await script.page.evaluate((box) => window.boxes.otherPixels(box), {
      left,
      top,
      width,
      height
    })
    expect(other).toBe(0)
  })

  test('a see-through picture keeps its alpha as PNG', async () => {
    const alpha = await script.page.evaluate(() => window.boxes.alphaOfPng())
    expect(alpha).toEqual(Array.from({ length: 96 }, (_value, x) => (x < 64 ? x : 255)))
  })
})
