import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decodePixels, paintMask, paintSample, type Pixels, type Session, startSession } from './session'

/*
 * 80 × 64, extended by a quarter on every side: 120 × 96 with the original at (20, 16). The same seed is behind every
 * result, so that a fault is all that two of them differ by.
 */
const quarter = { top: '0.25', right: '0.25', bottom: '0.25', left: '0.25' }
const place = { left: 20, top: 16, width: 80, height: 64 }

let session: Session
let image: Uint8Array
let original: Pixels
let clean: Pixels

beforeAll(async () => {
  session = await startSession()
  image = await paintSample(80, 64)
  original = await decodePixels(image)
  clean = await decodePixels(await session.expand({ image_file: image, ...quarter }))
})
afterAll(() => session.service.close())
beforeEach(() => {
  session.restart()
})

type Change = Parameters<Session['restart']>[0]
const expandWith = async (change: Change) => {
  session.restart(change)
  return session.expand({ image_file: image, ...quarter })
}

const isKept = (x: number, y: number) => x >= 20 && x < 100 && y >= 16 && y < 80

/** The mean of each channel's difference from the clean result, over the pixels that are asked for. */
function drift(result: Pixels, counts: (x: number, y: number) => boolean): number[] {
  const sums = [0, 0, 0]
  let count = 0
  for (let i = 0; i < clean.width * clean.height; i += 1) {
    const x = i % clean.width
    const y = Math.floor(i / clean.width)
    if (!counts(x, y)) continue
    count += 1
    for (let c = 0; c < 3; c += 1) {
      sums[c] = (sums[c] ?? 0) + (result.data[i * 3 + c] ?? 0) - (clean.data[i * 3 + c] ?? 0)
    }
  }
  return sums.map((sum) => sum / count)
}

test('clean: the original is in its place', async () => {
  const bytes = await expandWith({})
  expect(await decodePixels(bytes)).toMatchObject({ width: 120, height: 96 })
  expect((await decodePixels(bytes, place)).data).toEqual(original.data)
})

describe('sizes', () => {
  const cases: readonly (readonly [Change, number, number])[] = [
    [{ 'huge-result': 4200 }, 4200, 3360],
    [{ 'long-side': 100 }, 100, 80],
    [{ 'long-side': 1024 }, 120, 96],
    [{ 'size-error': 1 }, 121, 97],
    [{ 'size-error': -2 }, 118, 94],
    [{ 'long-side': 60, 'size-error': 2 }, 62, 50],
    [{ unchanged: true }, 80, 64],
    [{ 'extra-side': 'top' }, 120, 102],
    [{ 'extra-side': 'right' }, 128, 96],
    [{ 'extra-side': 'bottom' }, 120, 102],
    [{ 'extra-side': 'left' }, 128, 96]
  ]
  test.each(cases)('%j: %s × %s', async (change, width, height) => {
    expect(await sharp(await expandWith(change)).metadata()).toMatchObject({ width, height })
  })

  test('an extra side moves the original where it is at the top or left', async () => {
    const bytes = await expandWith({ 'extra-side': 'left' })
    expect((await decodePixels(bytes, { ...place, left: 28 })).data).toEqual(original.data)
  })
})

test('unchanged: the original’s own pixels', async () => {
  expect((await decodePixels(await expandWith({ unchanged: true }))).data).toEqual(original.data)
})

test('tone-drift: six levels on what is new, none on what is kept', async () => {
  const result = await decodePixels(await expandWith({ 'tone-drift': 6 }))
  expect(drift(result, isKept)).toEqual([0, 0, 0])
  for (const channel of drift(result, (x, y) => !isKept(x, y))) expect(channel).toBeGreaterThan(5)
})

test('colour-cast: warm, and growing towards its side', async () => {
  const result = await decodePixels(await expandWith({ 'colour-cast': 20, 'colour-cast-side': 'left' }))
  expect(drift(result, isKept)).toEqual([0, 0, 0])
  const [red = 0, , blue = 0] = drift(result, (x) => x < 10)
  expect([red > 12, blue < -8]).toEqual([true, true])
  const [farRed = 0] = drift(result, (x) => x >= 110)
  expect(Math.abs(farRed)).toBeLessThan(2)
})

test('repaint-kept: no kept pixel survives for sure, the picture does', async () => {
  const kept = await decodePixels(await expandWith({ 'repaint-kept': true }), place)
  const differing = original.data.filter((level, i) => level !== kept.data[i]).length
  expect(differing / original.data.length).toBeGreaterThan(0.7)
})

test('jpeg-artefacts: a PNG that is no longer exact', async () => {
  const bytes = await expandWith({ 'jpeg-artefacts': 30 })
  expect(Buffer.from(bytes).toString('latin1', 1, 4)).toBe('PNG')
  expect((await decodePixels(bytes, place)).data).not.toEqual(original.data)
})

test('inverted-mask: black is generated, white kept', async () => {
  const box = { left: 24, top: 16, width: 32, height: 32 }
  const mask = await paintMask(80, 64, box)
  const outside = { left: 0, top: 0, width: 24, height: 64 }
  const crop = async (change: Change, area: typeof box) => {
    session.restart(change)
    const result = await session.expand({ image_file: image, mask_file: mask })
    const [made, sent] = [await decodePixels(result, area), await decodePixels(image, area)]
    return Buffer.from(made.data).equals(sent.data)
  }
  expect([await crop({}, box), await crop({}, outside)]).toEqual([true, false])
  expect([
    await crop({ 'inverted-mask': true }, box),
    await crop({ 'inverted-mask': true }, outside)
  ]).toEqual([false, true])
})
