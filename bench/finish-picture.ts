import sharp from 'sharp'
import type { Size } from '../src/core/geometry/size'
import { greySource } from '../src/raster/finish/register/grey-image'
import { samplePatch } from '../src/raster/finish/register/sample-patch'
import type { Box } from '../src/raster/canvas/box'

/** A picture as RGB bytes, row by row. */
export interface Picture extends Size {
  readonly data: Uint8Array
}

export async function readPicture(file: string | Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(file)
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** Encodes a picture; `quality` makes it a JPEG (4:2:0), null a PNG. */
export async function encodePicture(picture: Picture, quality: number | null): Promise<Uint8Array> {
  const { width, height, data } = picture
  const raw = sharp(data, { raw: { width, height, channels: 3 } })
  const file = quality === null ? raw.png({ compressionLevel: 1 }) : raw.jpeg({ quality })
  return new Uint8Array(await file.toBuffer())
}

/** Cuts a box out. */
export function crop({ width, data }: Picture, { left, top, ...size }: Box): Picture {
  const cut = new Uint8Array(size.width * size.height * 3)
  for (let y = 0; y < size.height; y++) {
    const from = ((top + y) * width + left) * 3
    cut.set(data.subarray(from, from + size.width * 3), y * size.width * 3)
  }
  return { ...size, data: cut }
}

/**
 * Resizes edge to edge: means of boxes where it becomes smaller, a cubic where larger. (The imaging library of the tests
 * moves a picture that it enlarges by half a pixel, which would be measured as an error of the place.)
 */
export function resize(picture: Picture, { width, height }: Size): Picture {
  const data = new Uint8Array(width * height * 3)
  for (let c = 0; c < 3; c++) {
    const channel = Float32Array.from(
      { length: picture.width * picture.height },
      (_, at) => picture.data[at * 3 + c] ?? 0
    )
    const source = greySource({ width: picture.width, height: picture.height, data: channel })
    const sampled = samplePatch(source, 0, 0, picture.width / width, picture.height / height, {
      width,
      height
    })
    sampled.forEach((level, at) => {
      data[at * 3 + c] = Math.min(255, Math.max(0, Math.round(level)))
    })
  }
  return { width, height, data }
}

/** Changes each pixel's levels; `change` gets what it was and where it is, and which channel. */
export function mapPicture(
  { width, height, data }: Picture,
  change: (level: number, x: number, y: number, channel: number) => number
): Picture {
  const changed = data.map((level, at) => {
    const pixel = Math.floor(at / 3)
    const x = pixel % width
    return Math.min(255, Math.max(0, Math.round(change(level, x, (pixel - x) / width, at % 3))))
  })
  return { width, height, data: changed }
}
