import sharp, { type Sharp } from 'sharp'
import type { ResultFaults } from './expand-job'
import type { Raster } from './expansion/raster'

/** From so many pixels on, PNG is packed fast rather than small: it would take longer than everything else. */
const largePixels = 4_000_000

/** The size that the faults make of a result's: huge-result or long-side, then size-error. */
function faultySize({ width, height }: Raster, faults: ResultFaults): { width: number; height: number } {
  const long = Math.max(width, height)
  const wanted =
    faults['huge-result'] || (faults['long-side'] === 0 ? long : Math.min(long, faults['long-side']))
  const side = (px: number) => Math.max(1, Math.round((px * wanted) / long) + faults['size-error'])
  return { width: side(width), height: side(height) }
}

function code(picture: Sharp, format: ResultFaults['result-format'], pixels: number): Sharp {
  if (format === 'jpeg') return picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  if (format === 'webp') return picture.webp({ quality: 95 })
  return picture.png({ compressionLevel: pixels > largePixels ? 1 : 6 })
}

/** A result as the bytes of a file: lossless PNG unless a fault says otherwise. */
export async function encodeResult(raster: Raster, faults: ResultFaults): Promise<Uint8Array> {
  const { width, height, data } = raster
  const size = faultySize(raster, faults)
  let picture = sharp(data, { raw: { width, height, channels: 3 } })
  if (size.width !== width || size.height !== height) {
    picture = picture.resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
  }
  if (faults['jpeg-artefacts'] > 0) {
    picture = sharp(await picture.jpeg({ quality: faults['jpeg-artefacts'] }).toBuffer())
  }
  return code(picture, faults['result-format'], size.width * size.height).toBuffer()
}
