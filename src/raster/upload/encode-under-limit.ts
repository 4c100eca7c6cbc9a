import type { Size } from '../../core/geometry/size'
import { makeCanvas } from '../canvas/canvas'
import { encodeJpeg } from '../canvas/encode'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { sampleTiles } from '../canvas/sample-tiles'
import { encodeImage } from '../png/encode-png'
import { estimateJpegSize, type JpegSizeEstimate } from './estimate-jpeg-size'

/** An encoded image with what its header says. */
export interface EncodedImage {
  readonly bytes: Uint8Array
  readonly mime: 'image/png' | 'image/jpeg'
  readonly pixelSize: Size
}

/** Lowest JPEG quality: below it JPEG shows blocks that an expansion would continue, so the image is made smaller instead. */
const lowestQuality = 0.7

/** An encoding that is estimated to exceed the limit by this factor is not tried. */
const hopeless = 1.25

/** Share of the limit at which a JPEG is aimed, so that the first encoding nearly always fits. */
const aim = 0.94

/** A JPEG below this share of the limit is encoded once more at a higher quality. */
const wasteful = 0.8

/** Most encodings at one size, and most sizes. */
const steps = 8

/**
 * Encodes an opaque canvas in at most `maxBytes`: as lossless PNG if that fits, else as JPEG of about the highest quality that
 * fits (0.7 to 1), else smaller, with no side under `minSide` px. Null if nothing fits. Sizes are estimated from a small
 * sample of the image, so a photograph is mostly encoded once.
 */
export async function encodeUnderLimit(
  source: ReadableCanvas,
  maxBytes: number,
  minSide: number
): Promise<EncodedImage | null> {
  const png = await pngWithin(source, maxBytes)
  if (png !== null) {
    const { width, height } = source.canvas
    return { bytes: png, mime: 'image/png', pixelSize: { width, height } }
  }
  let { canvas } = source
  for (let step = 0; step < steps; step++) {
    const estimate = estimateJpegSize(canvas)
    const jpeg = await jpegWithin(canvas, estimate, maxBytes)
    if (jpeg !== null) {
      return {
        bytes: jpeg,
        mime: 'image/jpeg',
        pixelSize: { width: canvas.width, height: canvas.height }
      }
    }
    const smaller = shrink(canvas, Math.sqrt((0.8 * maxBytes) / (await estimate.bytesAt(lowestQuality))))
    if (Math.min(smaller.width, smaller.height) < minSide) {
      return null
    }
    canvas = smaller
  }
  return null
}

/** Encodes a PNG; null if it does not fit. A PNG that clearly would not fit is not tried. */
async function pngWithin(source: ReadableCanvas, maxBytes: number): Promise<Uint8Array | null> {
  const sample = sampleTiles(source.canvas)
  if (sample !== null) {
    const { length } = await encodeImage(sample)
    if (length * sample.times > hopeless * maxBytes) {
      return null
    }
  }
  const png = await encodeImage(source)
  return png.length <= maxBytes ? png : null
}

/** Encodes a JPEG of about the highest quality that fits; null if not even the lowest does. */
async function jpegWithin(
  canvas: OffscreenCanvas,
  estimate: JpegSizeEstimate,
  maxBytes: number
): Promise<Uint8Array | null> {
  // The estimate is uncertain: the lowest quality is tried if it may just fit.
  if ((await estimate.bytesAt(lowestQuality)) > hopeless * maxBytes) {
    return null
  }
  let best: { readonly bytes: Uint8Array; readonly quality: number } | null = null
  for (let step = 0; step < steps; step++) {
    const quality = (await estimate.qualityFor(aim * maxBytes, lowestQuality)) ?? lowestQuality
    if (best !== null && quality <= best.quality) {
      break
    }
    const bytes = await encodeJpeg(canvas, quality)
    estimate.correct(quality, bytes.length)
    if (bytes.length <= maxBytes) {
      const isGood = quality === 1 || bytes.length >= wasteful * maxBytes || best !== null
      best = { bytes, quality }
      if (isGood) break
    } else if (quality === lowestQuality || best !== null) {
      break
    }
  }
  return best?.bytes ?? null
}

function shrink(source: OffscreenCanvas, factor: number): OffscreenCanvas {
  const { canvas, context } = makeCanvas({
    width: Math.max(1, Math.round(source.width * factor)),
    height: Math.max(1, Math.round(source.height * factor))
  })
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}
