import sharp from 'sharp'
import type { ExpandJob } from './expand-job'
import type { Raster } from './expansion/raster'
import type { PartialRaster } from './expansion/shrink'
import { maxSidePx } from './image-check'

/** A picture's bytes as RGB. What is transparent becomes black: a service without alpha has nothing kinder to offer. */
export async function decode(bytes: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** Mask polarity (facts: white = generate, black = keep); grey counts by its half. */
async function readMask(bytes: Uint8Array, inverted: boolean): Promise<Uint8Array> {
  const { data } = await decode(bytes)
  const known = new Uint8Array(data.length / 3)
  for (let i = 0; i < known.length; i += 1) {
    const light = (data[i * 3] ?? 0) + (data[i * 3 + 1] ?? 0) + (data[i * 3 + 2] ?? 0)
    known[i] = light >= 3 * 128 === inverted ? 1 : 0
  }
  return known
}

/** How many pixels are added on each side. */
interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/**
 * Margins by ratios of the image's own sides (facts, ratios), so that each axis becomes round(side · (1 + both ratios))
 * and the image's pixels fall on whole pixels.
 */
function marginsOf(size: { width: number; height: number }, ratios: Margins): Margins {
  const axis = (side: number, before: number, after: number) => {
    const first = Math.round(side * before)
    return [first, Math.round(side * (1 + before + after)) - side - first] as const
  }
  const [left, right] = axis(size.width, ratios.left, ratios.right)
  const [top, bottom] = axis(size.height, ratios.top, ratios.bottom)
  return { top, right, bottom, left }
}

function surround(picture: PartialRaster, { top, right, bottom, left }: Margins): PartialRaster {
  const { raster } = picture
  const width = raster.width + left + right
  const height = raster.height + top + bottom
  const data = new Uint8Array(width * height * 3)
  const known = new Uint8Array(width * height)
  for (let y = 0; y < raster.height; y += 1) {
    const from = y * raster.width
    const to = (y + top) * width + left
    data.set(raster.data.subarray(from * 3, (from + raster.width) * 3), to * 3)
    known.set(picture.known.subarray(from, from + raster.width), to)
  }
  return { raster: { width, height, data }, known }
}

/** An image so small that, extended, neither side is over 4096 px: larger results are not documented. */
async function fit(image: Raster, ratios: Margins): Promise<Raster> {
  const wide = image.width * (1 + ratios.left + ratios.right)
  const high = image.height * (1 + ratios.top + ratios.bottom)
  const scale = maxSidePx / Math.max(wide, high)
  if (scale >= 1) return image
  const width = Math.max(1, Math.floor(image.width * scale))
  const height = Math.max(1, Math.floor(image.height * scale))
  const data = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .resize({ width, height, fit: 'fill' })
    .raw()
    .toBuffer()
  return { width, height, data }
}

/** The canvas of a job: what is known of it, and what is to be painted. */
export async function layCanvas({ image, mask, ratios, faults }: ExpandJob): Promise<PartialRaster> {
  const extra = { top: 0, right: 0, bottom: 0, left: 0 }
  if (faults['extra-side'] !== null) extra[faults['extra-side']] = 0.1
  const decoded = await decode(image)
  if (mask !== undefined) {
    const known = await readMask(mask, faults['inverted-mask'])
    return surround({ raster: decoded, known }, marginsOf(decoded, extra))
  }
  const { top, right, bottom, left } = ratios
  const all = {
    top: top + extra.top,
    right: right + extra.right,
    bottom: bottom + extra.bottom,
    left: left + extra.left
  }
  const fitted = await fit(decoded, all)
  const known = new Uint8Array(fitted.width * fitted.height).fill(1)
  return surround({ raster: fitted, known }, marginsOf(fitted, all))
}
