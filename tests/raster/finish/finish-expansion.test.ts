import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stretchAndMove } from '../../../src/core/geometry/affine'
import type { FinishedImage, FinishOptions } from '../../../src/raster/finish/finished-image'
import type { SnapshotImage } from '../../../src/raster/finish/original/snapshot-image'
import {
  crop,
  encodePicture,
  mapPicture,
  type Picture,
  readPicture,
  resize
} from '../../fixtures/finish/finish-image'
import { greatestDifference, ringDifference } from '../../fixtures/finish/finish-measures'
import { type FinishPage, openFinishPage } from '../../fixtures/finish/finish-page'
import { driftTones, makeScene, type Scene } from '../../fixtures/finish/finish-scenes'
import { cutEdges, withExtraSide } from './register/matched-images'

const photograph = new URL('../../../playground/scenes/images/coffee.png', import.meta.url).pathname
const scene = await makeScene('coffee', resize(await readPicture(photograph), { width: 480, height: 320 }))
const { truth, subject, sent } = scene
const whole = { left: 0, top: 0, width: truth.width, height: truth.height }

const live: FinishOptions = { matchSeam: true, keepPixels: false }
const kept: FinishOptions = { matchSeam: true, keepPixels: true }

/** The truth as PNG; and one whose header claims a width of 20,000 px. */
const png = await encodePicture(truth, null)
const tooLarge = Uint8Array.from(png)
new DataView(tooLarge.buffer).setUint32(16, 20_000)

let page: FinishPage
beforeAll(async () => {
  page = await openFinishPage()
})
afterAll(async () => {
  await page.close()
})

async function finish(
  result: Uint8Array,
  options: FinishOptions,
  picture: SnapshotImage<Uint8Array> = sent
): Promise<FinishedImage & { readonly pixels: Picture }> {
  const finished = await page.finish(result, picture, options)
  if (!finished.ok) {
    throw new Error(JSON.stringify(finished.failure))
  }
  return { ...finished.value, pixels: await readPicture(finished.value.bytes) }
}

describe('nothing has to change: the bytes are passed on untouched', () => {
  test.each<readonly [string, number | null, FinishOptions]>([
    ['a clean PNG under the live original', null, live],
    ['a clean PNG with the original’s own pixels', null, kept],
    ['a clean JPEG under the live original', 92, live]
  ])('%s', async (_, quality, options) => {
    const result = await encodePicture(truth, quality)
    const finished = await finish(result, options)
    expect(finished.verdict).toBe('untouched')
    expect(Buffer.from(finished.bytes).equals(Buffer.from(result))).toBe(true)
    expect(finished.mime).toBe(quality === null ? 'image/png' : 'image/jpeg')
    expect(finished.place).toMatchObject({ isPixelExact: true, gap: 0 })
  })

  test('a clean PNG is not, where a single kept pixel differs by a level', async () => {
    const spoilt = mapPicture(truth, (level, x, y) => (x === 240 && y === 160 ? level ^ 1 : level))
    const finished = await finish(await encodePicture(spoilt, null), kept)
    expect(finished.verdict).toBe('finished')
    expect(greatestDifference(finished.pixels, truth, whole)).toBe(0)
  })
})

describe('the original’s own pixels', () => {
  test.each<readonly [string, Picture, number | null]>([
    ['JPEG', truth, 70],
    ['drift everywhere', driftTones(scene, 6, 10, 'everywhere'), null],
    ['a third of the size', resize(truth, { width: 160, height: 107 }), null],
    ['a side more', withExtraSide(truth, 'top', 0.1), null],
    ['a pixel smaller', resize(truth, { width: 479, height: 319 }), null]
  ])('%s: kept to the last level, in a PNG of the canvas’s size', async (_, service, quality) => {
    const finished = await finish(await encodePicture(service, quality), kept)
    expect(finished).toMatchObject({
      verdict: 'finished',
      mime: 'image/png',
      pixelSize: { width: 480, height: 320 }
    })
    expect(finished.pixels).toMatchObject({ width: 480, height: 320 })
    expect(greatestDifference(finished.pixels, truth, subject)).toBe(0)
  })

  test('several spans a row, other ones in every row: kept to the last level, and nothing beside them', async () => {
    const { width, height } = sent.canvasSize
    const bands = Array.from({ length: height }, (_, y) => {
      const from = 140 + (y % 37)
      const isWithin = y >= subject.top && y < subject.top + subject.height
      return { rows: 1, boundaries: isWithin ? [from, from + 60, from + 61, from + 150] : [] }
    })
    const picture: SnapshotImage<Uint8Array> = {
      ...sent,
      kept: { kind: 'bands', size: { width, height }, bands }
    }
    const darker = mapPicture(truth, (level) => level >> 1)
    const finished = await finish(await encodePicture(darker, null), { ...kept, matchSeam: false }, picture)
    const expected = mapPicture(truth, (level, x, y) => {
      const [from = width, gap = 0, on = 0, to = 0] = bands[y]?.boundaries ?? []
      const isKept = (x >= from && x < gap) || (x >= on && x < to)
      return isKept ? level : level >> 1
    })
    expect(greatestDifference(finished.pixels, expected, whole)).toBe(0)
  })

  test('a subject that reaches past the canvas: its part on the canvas is kept', async () => {
    const { width, height } = subject
    const part = { left: subject.left + 100, top: subject.top + 40, width: 200, height: 100 }
    const canvasTruth = crop(truth, part)
    const place = stretchAndMove(1, 1, -100, -40)
    const spoilt = driftTones({ truth: canvasTruth, subject: part }, 6, 10, 'everywhere')
    const finished = await finish(await encodePicture(spoilt, null), kept, {
      canvasSize: { width: 200, height: 100 },
      layers: sent.layers.map(({ image }) => ({
        image,
        imagePlace: stretchAndMove(width, height, -100, -40)
      })),
      kept: { kind: 'shapes', shapes: { kept: [{ width, height, radii: [0, 0, 0, 0], place }], clip: null } }
    })
    const seen = { left: 0, top: 0, width: Math.min(200, width - 100), height: Math.min(100, height - 40) }
    expect(greatestDifference(finished.pixels, canvasTruth, seen)).toBe(0)
  })

  test('half-seen pixels that the mask does not keep leave nothing behind', async () => {
    const { width, height } = subject
    const inside = crop(truth, subject)
    // A red glow of half transparency, 20 px wide, all around what is fully seen.
    const cutOut = new Uint8Array(width * height * 4)
    const isSeen = (x: number, y: number): boolean => x >= 20 && x < width - 20 && y >= 20 && y < height - 20
    for (let at = 0; at < width * height; at++) {
      const seen = isSeen(at % width, Math.floor(at / width))
      cutOut.set(seen ? [...inside.data.subarray(at * 3, at * 3 + 3), 255] : [255, 0, 0, 128], at * 4)
    }
    const image = await sharp(cutOut, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer()
    const core = {
      left: subject.left + 20,
      top: subject.top + 20,
      width: width - 40,
      height: height - 40
    }
    const row = [core.left, core.left + core.width]
    const picture: SnapshotImage<Uint8Array> = {
      canvasSize: sent.canvasSize,
      layers: [
        {
          image: new Uint8Array(image),
          imagePlace: stretchAndMove(width, height, subject.left, subject.top)
        }
      ],
      kept: {
        kind: 'bands',
        size: sent.canvasSize,
        bands: [
          { rows: core.top, boundaries: [] },
          { rows: core.height, boundaries: row },
          { rows: 320 - core.top - core.height, boundaries: [] }
        ]
      }
    }
    const spoilt = mapPicture(truth, (level, x, y, c) =>
      x === subject.left + 60 && y === subject.top + 60 ? 255 * (c % 2) : level
    )
    const finished = await finish(await encodePicture(spoilt, null), kept, picture)
    expect(finished.verdict).toBe('finished')
    expect(greatestDifference(finished.pixels, truth, whole)).toBe(0)
  })
})

describe('the seam', () => {
  test.each<readonly [string, Picture, number | null, number]>([
    ['drift and cast in what was generated', driftTones(scene, 6, 10, 'generated'), null, 0.6],
    ['drift and cast everywhere', driftTones(scene, 6, 10, 'everywhere'), null, 0.6],
    ['darker', driftTones(scene, -8, 0, 'generated'), null, 0.6],
    ['drift and cast, through JPEG', driftTones(scene, 6, 10, 'everywhere'), 80, 1],
    [
      'drift and cast, at half the size',
      resize(driftTones(scene, 6, 10, 'everywhere'), { width: 240, height: 160 }),
      null,
      1
    ]
  ])('%s: matched to the truth just outside the rim', async (_, service, quality, goal) => {
    const result = await encodePicture(service, quality)
    const plain = ringDifference(resize(await readPicture(result), truth), truth, subject)
    const finished = await finish(result, kept)
    const after = ringDifference(finished.pixels, truth, subject)
    expect(plain.mean).toBeGreaterThan(2)
    expect(after.mean).toBeLessThan(goal)
    expect(finished.seam?.after.mean).toBeLessThan(finished.seam?.before.mean ?? 0)
  })

  describe('a picture of several bands, with the subject across some of them', () => {
    let large: Scene
    let drifted: Uint8Array
    beforeAll(async () => {
      large = await makeScene('large', resize(truth, { width: 960, height: 1280 }))
      drifted = await encodePicture(driftTones(large, 6, 10, 'everywhere'), null)
    })

    test('is matched on every side', async () => {
      const { pixels } = await finish(drifted, kept, large.sent)
      expect(ringDifference(pixels, large.truth, large.subject).mean).toBeLessThan(0.3)
      expect(greatestDifference(pixels, large.truth, large.subject)).toBe(0)
    })
  })

  test('turned off: the tones stay as they came', async () => {
    const service = driftTones(scene, 6, 10, 'generated')
    const finished = await finish(await encodePicture(service, null), { ...live, matchSeam: false })
    expect(finished.verdict).toBe('untouched')
    expect(finished.seam?.after).toEqual(finished.seam?.before)
  })
})

describe('the place', () => {
  test('a side more: cut off, not squeezed', async () => {
    const finished = await finish(await encodePicture(withExtraSide(truth, 'left', 0.1), null), live)
    expect(finished.place.map).toEqual({ scaleX: 1, scaleY: 1, x0: 48, y0: 0 })
    expect(greatestDifference(finished.pixels, truth, whole)).toBe(0)
  })

  test('two pixels lack at the edges: filled, and nothing else is touched', async () => {
    const finished = await finish(await encodePicture(cutEdges(truth, 2, 1, 0, 0), null), live)
    expect(finished.place).toMatchObject({ gap: 2, isPixelExact: true })
    const reached = { left: 2, top: 1, width: 478, height: 319 }
    expect(greatestDifference(finished.pixels, truth, reached)).toBe(0)
    const strip = { left: 0, top: 40, width: 2, height: 240 }
    expect(greatestDifference(finished.pixels, truth, strip)).toBeLessThan(90)
    const { channels, isOpaque } = await sharp(finished.bytes).stats()
    expect(isOpaque || channels.length === 3).toBe(true)
  })

  test('twice the size: as sharp as an image library makes it', async () => {
    const large = resize(truth, { width: 960, height: 640 })
    const finished = await finish(await encodePicture(large, null), live)
    const { data } = await sharp(large.data, { raw: { width: 960, height: 640, channels: 3 } })
      .resize({ width: 480, height: 320, fit: 'fill', kernel: 'lanczos3' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const noise = (pixels: Uint8Array): number =>
      pixels.reduce((sum, level, at) => sum + (level - (truth.data[at] ?? 0)) ** 2, 0) / pixels.length
    expect(noise(finished.pixels.data)).toBeLessThan(2 * noise(data) + 4)
  })
})

describe('nothing was added', () => {
  test.each<readonly [string, () => Promise<Uint8Array>]>([
    ['the subject alone came back', () => encodePicture(crop(truth, subject), null)],
    ['the subject alone came back as JPEG', () => encodePicture(crop(truth, subject), 85)],
    ['the canvas came back as it was sent', () => page.compose(sent)]
  ])('%s: unchanged', async (_, result) => {
    const bytes = await result()
    const finished = await finish(bytes, live)
    expect(finished.verdict).toBe('unchanged')
    expect(Buffer.from(finished.bytes).equals(Buffer.from(bytes))).toBe(true)
  })

  test('a plain background that is right is not called unchanged', async () => {
    const card = await makeScene(
      'card',
      mapPicture(truth, (level, x, y) => (Math.hypot(x - 240, y - 160) < 60 ? level : 226))
    )
    const finished = await finish(await encodePicture(card.truth, null), live, card.sent)
    expect(finished.verdict).toBe('untouched')
  })
})

describe('files', () => {
  test('a WebP becomes a PNG', async () => {
    const webp = await sharp(truth.data, { raw: { width: 480, height: 320, channels: 3 } })
      .webp({ lossless: true })
      .toBuffer()
    const finished = await finish(new Uint8Array(webp), live)
    expect(finished).toMatchObject({ verdict: 'finished', mime: 'image/png' })
    expect(greatestDifference(finished.pixels, truth, whole)).toBe(0)
  })

  test('a JPEG that has to change stays a JPEG under the live original', async () => {
    const result = await encodePicture(driftTones(scene, 6, 10, 'generated'), 90)
    expect(await finish(result, live)).toMatchObject({ verdict: 'finished', mime: 'image/jpeg' })
  })

  test.each<readonly [string, Uint8Array, SnapshotImage<Uint8Array>, string]>([
    ['no image', new Uint8Array([1, 2, 3]), sent, 'unreadable-result'],
    ['half a PNG’s header', png.slice(0, 40), sent, 'unreadable-result'],
    ['too large', tooLarge, sent, 'unreadable-result'],
    [
      'an export that is no image',
      png,
      { ...sent, layers: [{ image: new Uint8Array([9]), imagePlace: stretchAndMove(9, 9, 0, 0) }] },
      'unreadable-export'
    ]
  ])('%s: refused', async (_, result, picture, kind) => {
    expect(await page.finish(result, picture, live)).toMatchObject({ ok: false, failure: { kind } })
  })
})
