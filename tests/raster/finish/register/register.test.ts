import { expect, test } from 'vitest'
import { register } from '../../../../src/raster/finish/register/register'
import { type Registration, registrationDistance } from '../../../../src/raster/finish/register/registration'
import {
  crop,
  encodePicture,
  mapPicture,
  type Picture,
  readPicture,
  resize
} from '../../../fixtures/finish/finish-image'
import { createGrain, driftTones, makeScene, type Scene } from '../../../fixtures/finish/finish-scenes'
import { cutEdges, matchedImages, withExtraSide } from './matched-images'

const photograph = new URL('../../../../playground/scenes/images/coffee.png', import.meta.url).pathname
const scene = await makeScene('coffee', resize(await readPicture(photograph), { width: 510, height: 340 }))
const { truth } = scene

const asItIs: Registration = { scaleX: 1, scaleY: 1, x0: 0, y0: 0 }

function edgeToEdge({ width, height }: Picture): Registration {
  return { scaleX: width / truth.width, scaleY: height / truth.height, x0: 0, y0: 0 }
}

function movedBy(x0: number, y0: number): Registration {
  return { ...asItIs, x0, y0 }
}

function place(of: Scene, result: Picture): ReturnType<typeof register> {
  return register(matchedImages(of.truth, of.subject, result))
}

/** A picture as a service repaints it: softer, with a grain of its own. */
function repainted(picture: Picture): Picture {
  const soft = resize(
    resize(picture, { width: Math.round(picture.width / 2), height: Math.round(picture.height / 2) }),
    picture
  )
  const grain = createGrain()
  return mapPicture(soft, (level) => level + 4 * grain())
}

const throughJpeg = async (picture: Picture, quality: number): Promise<Picture> =>
  readPicture(await encodePicture(picture, quality))

test.each<readonly [string, Picture, Registration]>([
  ['clean', truth, asItIs],
  ['JPEG of quality 40', await throughJpeg(truth, 40), asItIs],
  ['drift and cast', driftTones(scene, 8, 20, 'everywhere'), asItIs],
  ['repainted', repainted(truth), asItIs],
  ['a tenth added at the top', withExtraSide(truth, 'top', 0.1), movedBy(0, 34)],
  ['a tenth added at the bottom', withExtraSide(truth, 'bottom', 0.1), asItIs],
  ['a tenth added at the left', withExtraSide(truth, 'left', 0.1), movedBy(51, 0)],
  ['a tenth added at the right', withExtraSide(truth, 'right', 0.1), asItIs],
  ['a pixel lacks left and top', cutEdges(truth, 1, 1, 0, 0), movedBy(-1, -1)],
  ['two pixels lack right and bottom', cutEdges(truth, 0, 0, 2, 2), asItIs],
  ['only the subject', crop(truth, scene.subject), movedBy(-scene.subject.left, -scene.subject.top)]
])('%s: found to the pixel', (_, result, expected) => {
  const found = place(scene, result)
  expect(found.map).toEqual(expected)
  expect(found.confidence).toBeGreaterThan(0.9)
})

test.each<readonly [string, Picture, number]>([
  ['1 px larger', resize(truth, { width: 511, height: 341 }), 0.1],
  ['2 px larger', resize(truth, { width: 512, height: 342 }), 0.1],
  ['1 px smaller', resize(truth, { width: 509, height: 339 }), 0.1],
  ['2 px smaller', resize(truth, { width: 508, height: 338 }), 0.1],
  ['half the size', resize(truth, { width: 255, height: 170 }), 0.2],
  ['a quarter of the size', resize(truth, { width: 128, height: 85 }), 0.5],
  ['twice the size', resize(truth, { width: 1020, height: 680 }), 0.1]
])('%s: found edge to edge', (_, result, within) => {
  const found = place(scene, result)
  expect(registrationDistance(found.map, edgeToEdge(result), truth)).toBeLessThan(within)
  expect(found.confidence).toBeGreaterThan(0.8)
})

test('smaller and with a side added: found within half a pixel, and not stretched', () => {
  const longer = withExtraSide(truth, 'top', 0.1)
  const result = resize(longer, { width: 300, height: Math.round((300 * longer.height) / longer.width) })
  const found = place(scene, result)
  const scale = 300 / truth.width
  const expected = { scaleX: scale, scaleY: scale, x0: 0, y0: 34 * scale }
  expect(registrationDistance(found.map, expected, truth)).toBeLessThan(0.5)
  expect(Math.abs(found.map.scaleX / found.map.scaleY - 1) * truth.width).toBeLessThan(1.6)
})

test('little but a smooth sky in the subject, and a tenth added at the left: found to the pixel', async () => {
  const whole = await readPicture(photograph.replace('coffee.png', 'rocket.jpg'))
  const extra = Math.round(whole.width / 11)
  const canvas = { left: extra, top: 0, width: whole.width - extra, height: whole.height }
  const rocket = await makeScene('rocket', crop(whole, canvas))
  expect(place(rocket, whole).map).toEqual(movedBy(extra, 0))
})

test('nothing to go by: the expected place, and no confidence', async () => {
  const plain = await makeScene(
    'plain',
    mapPicture(truth, () => 200)
  )
  const result = resize(plain.truth, { width: 255, height: 170 })
  expect(place(plain, result)).toEqual({ map: edgeToEdge(result), confidence: 0 })
})

test('another picture altogether: the expected place, and no confidence', async () => {
  const other = await readPicture(photograph.replace('coffee', 'chelsea'))
  const result = resize(other, truth)
  expect(place(scene, result)).toEqual({ map: asItIs, confidence: 0 })
})
