import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { expand } from '../../../playground/service/expand'
import type { ExpandJob } from '../../../playground/service/expand-job'
import { extendImage } from '../../../playground/service/expansion/extend-image'
import { noFaults } from '../../../playground/service/faults'
import { decodePixels, paintMask, paintSample, type Pixels } from './session'

const third = { top: 0.3, right: 0.3, bottom: 0.3, left: 0.3 }

async function job(change: Partial<ExpandJob>): Promise<ExpandJob> {
  const image = await paintSample(80, 64)
  return { image, mask: undefined, ratios: third, strength: undefined, seed: 1, faults: noFaults, ...change }
}

/** Standard deviation of a block's green levels. */
function unevenness({ data, width }: Pixels, left: number, top: number, size: number): number {
  const levels: number[] = []
  for (let y = top; y < top + size; y += 1) {
    for (let x = left; x < left + size; x += 1) levels.push(data[(y * width + x) * 3 + 1] ?? 0)
  }
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
  return Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length)
}

/** The mean step of one channel between a column and the one to its left, over some rows. */
function meanStep({ data, width }: Pixels, column: number, top: number, height: number): number {
  let sum = 0
  for (let y = top; y < top + height; y += 1) {
    const at = (y * width + column) * 3
    for (let c = 0; c < 3; c += 1) sum += Math.abs((data[at + c] ?? 0) - (data[at - 3 + c] ?? 0))
  }
  return sum / (height * 3)
}

describe('sides', () => {
  test('any size, any ratios: the size is right and the original exactly in place', async () => {
    const ratio = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 64, max: 130 }),
        fc.integer({ min: 64, max: 130 }),
        fc.record({ top: ratio, right: ratio, bottom: ratio, left: ratio }),
        async (width, height, ratios) => {
          const image = await paintSample(width, height)
          const result = await expand(await job({ image, ratios }))
          const size = {
            width: Math.round(width * (1 + ratios.left + ratios.right)),
            height: Math.round(height * (1 + ratios.top + ratios.bottom))
          }
          expect(await decodePixels(result)).toMatchObject(size)
          const place = { left: Math.round(width * ratios.left), top: Math.round(height * ratios.top) }
          const kept = await decodePixels(result, { ...place, width, height })
          expect(Buffer.from(kept.data).equals((await decodePixels(image)).data)).toBe(true)
        }
      ),
      { numRuns: 8, seed: 5 }
    )
  })

  test('nothing new is flat', async () => {
    const result = await decodePixels(await expand(await job({})))
    for (const [left, top] of [
      [0, 0],
      [112, 0],
      [0, 86],
      [56, 2],
      [4, 40]
    ] as const) {
      expect(unevenness(result, left, top, 14)).toBeGreaterThan(4)
    }
  })

  test('no edge shows: the steps over the rim are no larger than the largest inside', async () => {
    const result = await decodePixels(await expand(await job({})))
    const inside = Array.from({ length: 79 }, (_, k) => meanStep(result, 25 + k, 19, 64))
    expect(meanStep(result, 24, 19, 64)).toBeLessThan(Math.max(...inside))
    expect(meanStep(result, 104, 19, 64)).toBeLessThan(Math.max(...inside))
  })

  test('a seed makes one picture; another makes another', async () => {
    const [first, again, other] = await Promise.all(
      [1, 1, 2].map(async (seed) => decodePixels(await expand(await job({ seed }))))
    )
    expect(first?.data).toEqual(again?.data)
    const differences = first?.data.map((level, i) => Math.abs(level - (other?.data[i] ?? 0))) ?? []
    const visible = [...differences].filter((difference) => difference > 12).length
    expect(visible / differences.length).toBeGreaterThan(0.1)
  })

  test('no result passes 4096 px', async () => {
    const image = await paintSample(2000, 64)
    const result = await expand(await job({ image, ratios: { top: 1, right: 1, bottom: 1, left: 1 } }))
    const { width, height } = await sharp(result).metadata()
    expect(width).toBeLessThanOrEqual(4096)
    expect(width).toBeGreaterThan(4080)
    expect(height).toBe(129)
  })

  test('large ones keep every pixel too', async () => {
    const image = await paintSample(1100, 1000)
    const result = await expand(await job({ image }))
    const kept = await decodePixels(result, { left: 330, top: 300, width: 1100, height: 1000 })
    expect(Buffer.from(kept.data).equals((await decodePixels(image)).data)).toBe(true)
    expect(unevenness(await decodePixels(result), 100, 100, 60)).toBeGreaterThan(4)
  })
})

describe('canvas', () => {
  const rotated =
    '<svg width="120" height="100"><rect width="120" height="100" fill="#fff"/><rect x="30" y="25" width="60" height="50" transform="rotate(25 60 50)" fill="#000"/></svg>'
  const cornered =
    '<svg width="120" height="100"><rect width="120" height="100" fill="#000"/><path d="M0 0H120V30H40V100H0Z" fill="#fff"/></svg>'
  const round =
    '<svg width="120" height="100"><rect width="120" height="100" fill="#000"/><circle cx="60" cy="50" r="30" fill="#fff"/></svg>'

  test.each([
    ['a rotated box', rotated],
    ['an L', cornered],
    ['a hole', round]
  ])('%s: kept where black, new where white', async (_, svg) => {
    const mask = await sharp(Buffer.from(svg)).flatten().png().toBuffer()
    const photo = await decodePixels(await paintSample(120, 100))
    const maskPixels = await decodePixels(mask)
    // What is to be made is black in the upload, as a careless client would leave it: none of that may remain.
    const upload = photo.data.map((level, i) => ((maskPixels.data[i] ?? 0) >= 128 ? 0 : level))
    const image = await sharp(upload, { raw: { width: 120, height: 100, channels: 3 } })
      .png()
      .toBuffer()
    const result = await decodePixels(await expand(await job({ image, mask })))
    expect(result).toMatchObject({ width: 120, height: 100 })
    let changed = 0
    let black = 0
    for (let i = 0; i < upload.length; i += 1) {
      if ((maskPixels.data[i] ?? 0) < 128) {
        if (upload[i] !== result.data[i]) changed += 1
      } else if ((result.data[i] ?? 0) < 8) black += 1
    }
    expect([changed, black]).toEqual([0, 0])
  })

  test('strength 0 leaves the canvas as it was uploaded', async () => {
    const image = await paintSample(80, 64)
    const mask = await paintMask(80, 64, { left: 20, top: 20, width: 30, height: 30 })
    const result = await expand(await job({ image, mask, strength: 0 }))
    expect((await decodePixels(result)).data).toEqual((await decodePixels(image)).data)
  })

  test.each(['#000', '#fff'])('a mask of %s alone', async (background) => {
    const mask = await sharp({ create: { width: 80, height: 64, channels: 3, background } })
      .png()
      .toBuffer()
    expect(await decodePixels(await expand(await job({ mask })))).toMatchObject({ width: 80, height: 64 })
  })

  test('a few known pixels are enough', async () => {
    const mask = await paintMask(80, 64, { left: 40, top: 30, width: 2, height: 2 })
    const result = await decodePixels(await expand(await job({ mask })))
    expect(unevenness(result, 2, 2, 16)).toBeGreaterThan(0.5)
  })

  test('transparent pixels become black', async () => {
    const image = await sharp({ create: { width: 80, height: 64, channels: 4, background: '#f008' } })
      .png()
      .toBuffer()
    const mask = await paintMask(80, 64, { left: 0, top: 0, width: 40, height: 64 })
    const result = await decodePixels(await expand(await job({ image, mask })))
    expect([...result.data.slice(0, 3)]).toEqual([136, 0, 0])
  })
})

test('extendImage paints the unknown alone', () => {
  const data = Uint8Array.from({ length: 100 * 90 * 3 }, (_, i) => (i * 37) % 251)
  const known = Uint8Array.from({ length: 100 * 90 }, (_, i) => (i % 100 < 60 ? 1 : 0))
  const before = Uint8Array.from(data)
  extendImage({ raster: { width: 100, height: 90, data }, known }, 3)
  let changed = 0
  for (let i = 0; i < known.length; i += 1) if (known[i] === 1 && data[i * 3] !== before[i * 3]) changed += 1
  expect(changed).toBe(0)
  expect(data).not.toEqual(before)
})
