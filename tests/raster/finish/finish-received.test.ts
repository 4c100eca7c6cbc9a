import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stretchAndMove } from '../../../src/core/geometry/affine'
import { knownAreaVerdict } from '../../../src/core/mask/known-area-verdict'
import {
  encodePicture,
  mapPicture,
  type Picture,
  readPicture,
  resize
} from '../../fixtures/finish/finish-image'
import { type FinishPage, openFinishPage } from '../../fixtures/finish/finish-page'
import { driftTones, makeScene } from '../../fixtures/finish/finish-scenes'

const photograph = new URL('../../../playground/scenes/images/coffee.png', import.meta.url).pathname
const scene = await makeScene('coffee', resize(await readPicture(photograph), { width: 480, height: 320 }))
const { truth, subject, sent } = scene
const options = { matchSeam: true, keepPixels: false }
const noImage = new Uint8Array([9])
const result = await encodePicture(driftTones(scene, 6, 10, 'generated'), 90)

/** Black where the subject is kept, white elsewhere. */
const mask = new Uint8Array(
  await sharp({ create: { ...sizeOf(truth), channels: 3, background: 'white' } })
    .composite([
      {
        input: { create: { ...sizeOf(subject), channels: 3, background: 'black' } },
        left: subject.left,
        top: subject.top
      }
    ])
    .png()
    .toBuffer()
)

let page: FinishPage
let upload: Uint8Array
beforeAll(async () => {
  page = await openFinishPage()
  upload = await page.compose(sent)
})
afterAll(() => page.close())

test('is made one with the original, and compared with the canvas that was sent', async () => {
  const received = await page.receive(result, sent, { upload, mask }, options)
  expect(received).toMatchObject({ ok: true, about: { isUnchanged: false, hasThumbnail: true } })
  if (received.ok) {
    const { seam, kept } = received.about
    expect(seam?.after.mean).toBeLessThan(seam?.before.mean ?? 0)
    expect(kept === null ? null : knownAreaVerdict(kept)).toBe('kept')
  }
})

test('that repaints the original, and keeps what was to be generated, is told', async () => {
  const composed = await readPicture(upload)
  const inside = (x: number, y: number): boolean =>
    x >= subject.left &&
    x < subject.left + subject.width &&
    y >= subject.top &&
    y < subject.top + subject.height
  const repainted = mapPicture(composed, (level, x, y) => (inside(x, y) ? 255 - level : level))
  const received = await page.receive(await encodePicture(repainted, null), sent, { upload, mask }, options)
  expect(received.ok && received.about.kept !== null && knownAreaVerdict(received.about.kept)).toBe(
    'mask-misread'
  )
})

test('is not compared where what was sent cannot be read, and finished all the same', async () => {
  const received = await page.receive(result, sent, { upload: noImage, mask }, options)
  expect(received).toMatchObject({ ok: true, about: { kept: null, seam: expect.anything() as unknown } })
})

test.each([
  ['what was sent is not known', null],
  [
    'the export cannot be read',
    { ...sent, layers: [{ image: noImage, imagePlace: stretchAndMove(9, 9, 0, 0) }] }
  ]
] as const)('is passed on as it came where %s', async (_why, picture) => {
  const received = await page.receive(result, picture, null, options)
  expect(received).toMatchObject({ ok: true, about: { kept: null, seam: null, hasThumbnail: true } })
  expect(received.ok && Buffer.from(received.bytes, 'base64').equals(result)).toBe(true)
})

test('that is no image is refused', async () => {
  expect(await page.receive(noImage, null, null, options)).toMatchObject({
    ok: false,
    failure: { kind: 'unreadable-result' }
  })
})

function sizeOf({ width, height }: Pick<Picture, 'width' | 'height'>): Pick<Picture, 'width' | 'height'> {
  return { width, height }
}
