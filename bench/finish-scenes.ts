import { fileURLToPath } from 'node:url'
import { stretchAndMove } from '../src/core/geometry/affine'
import type { SentPicture } from '../src/raster/finish/snapshot'
import type { Box } from '../src/raster/canvas/box'
import { crop, encodePicture, mapPicture, readPicture, resize, type Picture } from './finish-picture'

/** A picture of which the middle is taken for the subject, and the rest for what a perfect service would generate. */
export interface Scene {
  readonly name: string
  readonly truth: Picture
  readonly subject: Box
  readonly sent: SentPicture<Uint8Array>
}

const photographs = ['chelsea.png', 'coffee.png', 'rocket.jpg'] as const

/** The bundled photographs, and generated pictures for what they lack: a smooth sky with grain, and plain colour. */
export async function loadScenes(longSide: number | null): Promise<readonly Scene[]> {
  const photos = await Promise.all(
    photographs.map(async (name) => {
      const file = fileURLToPath(new URL(`../playground/scenes/images/${name}`, import.meta.url))
      return makeScene(name, sized(await readPicture(file), longSide))
    })
  )
  const size = { width: 480, height: 360 }
  const blank: Picture = { ...size, data: new Uint8Array(size.width * size.height * 3) }
  const grain = createGrain()
  const sky = mapPicture(
    blank,
    (_, x, y, c) => 90 + c * 30 + (y / size.height) * 80 + (x / size.width) * 20 + 3 * grain()
  )
  const plain = mapPicture(blank, (_level, _x, _y, c) => [232, 225, 214][c] ?? 0)
  return [
    ...photos,
    await makeScene('sky with grain', sized(sky, longSide)),
    await makeScene('plain colour', sized(plain, longSide))
  ]
}

function sized(picture: Picture, longSide: number | null): Picture {
  if (longSide === null) {
    return picture
  }
  const factor = longSide / Math.max(picture.width, picture.height)
  return resize(picture, {
    width: Math.round(picture.width * factor),
    height: Math.round(picture.height * factor)
  })
}

/** Takes the middle (46 % × 50 %) for the subject. */
export async function makeScene(name: string, truth: Picture): Promise<Scene> {
  const subject = {
    left: Math.round(truth.width * 0.27),
    top: Math.round(truth.height * 0.25),
    width: Math.round(truth.width * 0.46),
    height: Math.round(truth.height * 0.5)
  }
  const { left, top, width, height } = subject
  const image = await encodePicture(crop(truth, subject), null)
  const place = stretchAndMove(1, 1, left, top)
  return {
    name,
    truth,
    subject,
    sent: {
      canvasSize: { width: truth.width, height: truth.height },
      layers: [{ image, imagePlace: stretchAndMove(width, height, left, top) }],
      kept: { kind: 'shapes', shapes: { kept: [{ width, height, radii: [0, 0, 0, 0], place }], clip: null } }
    }
  }
}

/** A warm cast: how much of its levels each channel takes. */
const warm = [1, 0.3, -0.7] as const

/** What a service does to the tones: lighter by `drift` levels, and a warm cast of `cast` levels that grows to the right. */
export function driftTones(
  { truth, subject }: Pick<Scene, 'truth' | 'subject'>,
  drift: number,
  cast: number,
  where: 'generated' | 'everywhere'
): Picture {
  return mapPicture(truth, (level, x, y, c) => {
    const isKept =
      x >= subject.left &&
      x < subject.left + subject.width &&
      y >= subject.top &&
      y < subject.top + subject.height
    return isKept && where === 'generated' ? level : level + drift + cast * (x / truth.width) * (warm[c] ?? 0)
  })
}

/** Random numbers about 0 with a spread of about 1, the same each time (sum of uniform ones). */
export function createGrain(): () => number {
  let state = 0x2545f491
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296 - 0.5
  }
  return () => (next() + next() + next()) * 2
}
