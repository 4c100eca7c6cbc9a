import sharp from 'sharp'
import { extendImage } from './extend-image'
import type { Known, Raster } from './raster'
import type { PartialRaster } from './shrink'

/** Up to so many pixels texture is painted at the picture's own size; a larger one is painted smaller, and enlarged. */
const paintedPixels = 2_000_000

async function resize(
  { width, height, data }: Raster,
  to: { width: number; height: number }
): Promise<Raster> {
  const resized = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ ...to, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()
  return { ...to, data: resized }
}

/** Known where all that a pixel of the smaller picture covers is known: any share of unknown leaves less than 255. */
async function resizeKnown(
  known: Known,
  from: Raster,
  to: { width: number; height: number }
): Promise<Known> {
  const spread = new Uint8Array(known.length)
  for (let i = 0; i < known.length; i += 1) spread[i] = known[i] === 0 ? 0 : 255
  const resized = await sharp(spread, { raw: { width: from.width, height: from.height, channels: 1 } })
    .resize({ ...to, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return Uint8Array.from(resized, (each) => (each === 255 ? 1 : 0))
}

/** Copies the known pixels of `from` over those of `to`, run by run. */
function putBack(from: Raster, known: Known, to: Uint8Array): void {
  for (let start = known.indexOf(1); start !== -1;) {
    const next = known.indexOf(0, start)
    const end = next === -1 ? known.length : next
    to.set(from.data.subarray(start * 3, end * 3), start * 3)
    start = next === -1 ? -1 : known.indexOf(1, next)
  }
}

/**
 * The picture with its unknown pixels painted by `extendImage`, on a smaller copy where it is large, so that 4096 × 4096
 * takes seconds and not many. The known pixels are exactly as they were.
 */
export async function extendLarge(picture: PartialRaster, seed: number): Promise<Raster> {
  const { raster, known } = picture
  const scale = Math.sqrt(paintedPixels / known.length)
  if (scale >= 1) {
    extendImage(picture, seed)
    return raster
  }
  const size = { width: Math.round(raster.width * scale), height: Math.round(raster.height * scale) }
  const [smaller, smallerKnown] = await Promise.all([resize(raster, size), resizeKnown(known, raster, size)])
  if (!smallerKnown.includes(1)) {
    extendImage(picture, seed)
    return raster
  }
  extendImage({ raster: smaller, known: smallerKnown }, seed)
  const enlarged = await resize(smaller, { width: raster.width, height: raster.height })
  putBack(raster, known, enlarged.data)
  return enlarged
}
