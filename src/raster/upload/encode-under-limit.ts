import type { Size } from '../../core/geometry/size'
import { makeCanvas } from '../canvas/canvas'
import { encodeJpeg } from '../canvas/encode'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { sampleTiles } from '../canvas/sample-tiles'
import { encodeImage } from '../png/encode-png'
import { estimateJpegSize, type JpegSizeEstimate } from './estimate-jpeg-size'

/** An encoded picture with what its header says. */
export interface EncodedImage {
  readonly bytes: Uint8Array
  readonly mime: 'image/png' | 'image/jpeg'
  readonly pixelSize: Size
}

/** Below this, JPEG shows blocks that an expansion would carry on; a smaller picture is better than a worse one. */
const lowestQuality = 0.7

/** A PNG that is foreseen to be larger than what fits by this factor is not made. */
const hopeless = 1.25

/** A JPEG is aimed at this share of what fits, so that one encoding nearly always does. */
const aim = 0.94

/** With less than this share of what fits, and a better quality to be had, it is made once more. */
const wasteful = 0.8

/** A picture is encoded or made smaller at most this often. */
const steps = 8

/**
 * Encodes an opaque canvas in at most `maxBytes`: as lossless PNG when that fits, else as JPEG of about the highest quality
 * that does (0.7 to 1), else smaller, but no side under `minSide` px. Null when nothing fits. What fits is foreseen from a
 * small sample of the picture, so that a photograph is mostly encoded once.
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
    const forecast = estimateJpegSize(canvas)
    const jpeg = await jpegWithin(canvas, forecast, maxBytes)
    if (jpeg !== null) {
      return {
        bytes: jpeg,
        mime: 'image/jpeg',
        pixelSize: { width: canvas.width, height: canvas.height }
      }
    }
    const smaller = shrink(canvas, Math.sqrt((0.8 * maxBytes) / (await forecast.bytesAt(lowestQuality))))
    if (Math.min(smaller.width, smaller.height) < minSide) {
      return null
    }
    canvas = smaller
  }
  return null
}

/** The PNG, where it fits; not even tried where it clearly would not. */
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

/** Null where not even the lowest quality fits. */
async function jpegWithin(
  canvas: OffscreenCanvas,
  forecast: JpegSizeEstimate,
  maxBytes: number
): Promise<Uint8Array | null> {
  // What is foreseen is not sure: the lowest quality is tried where it may just fit.
  if ((await forecast.bytesAt(lowestQuality)) > hopeless * maxBytes) {
    return null
  }
  let best: { readonly bytes: Uint8Array; readonly quality: number } | null = null
  for (let step = 0; step < steps; step++) {
    const quality = (await forecast.qualityFor(aim * maxBytes, lowestQuality)) ?? lowestQuality
    if (best !== null && quality <= best.quality) {
      break
    }
    const bytes = await encodeJpeg(canvas, quality)
    forecast.correct(quality, bytes.length)
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
