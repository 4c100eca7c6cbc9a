import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxUploadBytes } from '../../../src/core/limits'
import { openPixelPage, type PixelPage } from '../../fixtures/pixels/pixel-page'
import type { Prepared } from '../../fixtures/pixels/pixels-entry'

/** Pixels of the sample that foresees what fits; whatever is larger than it is the picture itself. */
const samplePixels = 384 * 384

const size = { width: 1000, height: 700 }

/** A photograph of 700,000 pixels is to one of 16.8 million as this is to 5 MB. */
const maxBytes = 210_000

describe('what is sent of a photograph', () => {
  let page: PixelPage
  beforeAll(async () => {
    page = await openPixelPage()
  }, 60_000)
  afterAll(() => page.close())

  test('an export that the service takes as it is goes out byte for byte', async () => {
    expect(await page.hold(size, 3)).toBeLessThan(maxUploadBytes)
    const { isExport, encoded } = await page.prepare('sides')
    expect(isExport).toBe(true)
    expect(encoded).toEqual([])
  })

  test('a canvas that fits as PNG is encoded without loss, and not by the browser', async () => {
    await page.hold(size, 3)
    const { mime, pixelSize, encoded } = await page.prepare('canvas')
    expect(mime).toBe('image/png')
    expect(pixelSize).toEqual(size)
    expect(wholeOf({ encoded })).toEqual([])
  })

  test('a PNG that is foreseen to be a little too large may fit, and is tried', async () => {
    await page.hold(size, 0)
    const png = (await page.encode(maxUploadBytes, 64))?.bytes ?? 0
    expect(await page.encode(png, 64)).toMatchObject({ mime: 'image/png', bytes: png })
    expect(await page.encode(png - 1, 64)).toMatchObject({ mime: 'image/jpeg' })
  })

  test.each([
    ['no grain', 0, 0.9],
    ['some grain', 3, 0.8],
    ['much grain', 24, 0.7]
  ])('one that is too large as PNG, with %s, is encoded once, as JPEG', async (_, grain, leastQuality) => {
    expect(await page.hold(size, grain)).toBeGreaterThan(1.5 * maxBytes)
    const made = await page.encode(maxBytes, 64)
    expect(made).toMatchObject({ mime: 'image/jpeg', pixelSize: size })
    expect(made?.bytes).toBeLessThanOrEqual(maxBytes)
    const whole = wholeOf(made)
    expect(whole.map(({ type }) => type)).toEqual(['image/jpeg'])
    // At 1, Chromium keeps the colours' own resolution too: a file is then twice as large as at 0.99.
    expect((whole[0]?.quality ?? 0) >= 0.98 || (made?.bytes ?? 0) >= 0.8 * maxBytes).toBe(true)
    expect(whole[0]?.quality).toBeGreaterThanOrEqual(leastQuality)
  })

  test('one that fits at no quality is made smaller, and no PNG of it is tried', async () => {
    await page.hold(size, 120)
    const made = await page.encode(maxBytes / 2, 64)
    expect(made?.mime).toBe('image/jpeg')
    expect(made?.bytes).toBeLessThanOrEqual(maxBytes / 2)
    expect(made?.bytes).toBeGreaterThan(maxBytes / 4)
    expect(made?.pixelSize.width).toBeLessThan(size.width)
    expect(wholeOf(made).filter(({ type }) => type === 'image/png')).toEqual([])
    expect(await page.encode(maxBytes / 2, 600)).toBeNull()
  })
})

function wholeOf(made: Pick<Prepared, 'encoded'> | null): Prepared['encoded'] {
  return (made?.encoded ?? []).filter(({ pixels }) => pixels > samplePixels)
}
