import type { Size } from '../core/size'
import { makeCanvas } from './canvas'
import { encodeJpeg, encodePng } from './encode'

/** An encoded picture with what its header says. */
export interface EncodedImage {
  readonly bytes: Uint8Array
  readonly mime: 'image/png' | 'image/jpeg'
  readonly pixelSize: Size
}

/** Below this, JPEG shows blocks that an expansion would carry on; a smaller picture is better than a worse one. */
const lowestQuality = 0.7

/** Each step halves what is unknown of the best quality: five leave 0.01 of it. */
const qualitySteps = 5

/** A picture is made smaller at most this often; each time to about four fifths of what its bytes allow. */
const sizeSteps = 8

/**
 * Encodes an opaque canvas in at most `maxBytes`: as lossless PNG when that fits, else as JPEG of the highest quality
 * that does (0.7 to 1, by bisection), else smaller, but no side under `minSide` px. Null when nothing fits.
 */
export async function encodeWithin(
  source: OffscreenCanvas,
  maxBytes: number,
  minSide: number
): Promise<EncodedImage | null> {
  const png = await encodePng(source)
  if (png.length <= maxBytes) {
    return { bytes: png, mime: 'image/png', pixelSize: { width: source.width, height: source.height } }
  }
  let canvas = source
  for (let step = 0; step < sizeSteps; step++) {
    const lowest = await encodeJpeg(canvas, lowestQuality)
    if (lowest.length <= maxBytes) {
      return {
        bytes: await bestJpeg(canvas, lowest, maxBytes),
        mime: 'image/jpeg',
        pixelSize: { width: canvas.width, height: canvas.height }
      }
    }
    const smaller = shrink(canvas, Math.sqrt((0.8 * maxBytes) / lowest.length))
    if (Math.min(smaller.width, smaller.height) < minSide) {
      return null
    }
    canvas = smaller
  }
  return null
}

async function bestJpeg(canvas: OffscreenCanvas, lowest: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const highest = await encodeJpeg(canvas, 1)
  if (highest.length <= maxBytes) {
    return highest
  }
  let best = lowest
  let fits = lowestQuality
  let tooMuch = 1
  for (let step = 0; step < qualitySteps; step++) {
    const quality = (fits + tooMuch) / 2
    const tried = await encodeJpeg(canvas, quality)
    if (tried.length <= maxBytes) {
      best = tried
      fits = quality
    } else {
      tooMuch = quality
    }
  }
  return best
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
