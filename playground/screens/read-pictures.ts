import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Pictures } from './states/samples/pictures'

const photo = fileURLToPath(new URL('../scenes/images/coffee.png', import.meta.url))

/** The canvas of the sample layer, px of the photo, and the layer within it: it grows by a tenth on each side. */
const canvas = { left: 33, top: 0, width: 533, height: 400 }
const layer = { left: 77, top: 33, width: 445, height: 333 }

/** Width of a picture in the window at twice its pixels. */
const width = 512

/** What the images of an expansion differ in, as far as it can be made up. */
const tones = [
  {},
  { hue: 25, saturation: 1.1 },
  { hue: 320, brightness: 0.85 },
  { saturation: 0.25, brightness: 1.15 }
] as const

/** Makes the pictures that the states show, from a photograph of the playground. */
export async function readPictures(): Promise<Pictures> {
  const subject = await sharp(photo).extract(layer).resize({ width }).png().toBuffer()
  const results = await Promise.all(
    tones.map((tone) =>
      sharp(photo)
        .extract(canvas)
        .resize({ width: width / 2 })
        .modulate(tone)
        .png()
        .toBuffer()
    )
  )
  return { subject, results }
}
