import type { Size } from '../../core/geometry/size'
import type { KnownAreaDifference } from '../../core/mask/known-area-verdict'
import { makeCanvas } from '../canvas/canvas'
import { decode } from '../canvas/decode'

/** What was sent of a canvas, to compare the result with. */
export interface SentCanvas {
  readonly upload: Blob
  readonly mask: Blob
  readonly maskIsInverted: boolean
}

/** The same, small enough to be compared: RGBA of `size` px. */
export interface ComparedCanvas {
  readonly size: Size
  readonly upload: Uint8ClampedArray
  readonly mask: Uint8ClampedArray
  readonly maskIsInverted: boolean
}

/** Long side of the pictures that are compared, px: enough to tell pictures apart, and soft enough to pass over noise. */
const comparedSide = 256

/** The greatest tenth of the differences is left out: edges that moved by a pixel are no repainting. */
const robustShare = 0.9

/** Makes what was sent ready to be compared, while the result is still on its way. Rejects where it is no image. */
export async function readSentCanvas({ upload, mask, maskIsInverted }: SentCanvas): Promise<ComparedCanvas> {
  const sent = await decode(upload)
  const factor = Math.min(1, comparedSide / Math.max(sent.width, sent.height))
  const size = {
    width: Math.max(1, Math.round(sent.width * factor)),
    height: Math.max(1, Math.round(sent.height * factor))
  }
  const pixels = pixelsOf(sent, size)
  sent.close()
  const drawn = await decode(mask)
  const maskPixels = pixelsOf(drawn, size)
  drawn.close()
  return { size, upload: pixels, mask: maskPixels, maskIsInverted }
}

/**
 * Compares a canvas result with what was sent, apart for what the mask keeps and what it generates: robust mean
 * differences of a channel in levels of 255. The result may be of any size.
 */
export function compareKnownArea(
  { size, upload: before, mask, maskIsInverted }: ComparedCanvas,
  result: ImageBitmap
): KnownAreaDifference {
  const after = pixelsOf(result, size)
  const keep = maskIsInverted ? 255 : 0
  const kept: number[] = []
  const generated: number[] = []
  for (let at = 0; at < mask.length; at += 4) {
    const difference =
      (Math.abs((before[at] ?? 0) - (after[at] ?? 0)) +
        Math.abs((before[at + 1] ?? 0) - (after[at + 1] ?? 0)) +
        Math.abs((before[at + 2] ?? 0) - (after[at + 2] ?? 0))) /
      3
    const reading = mask[at] ?? 0
    // Pixels on the mask's edge are a bit of both and count for neither.
    if (reading === keep) kept.push(difference)
    else if (reading === 255 - keep) generated.push(difference)
  }
  return { kept: robustMean(kept), generated: robustMean(generated) }
}

function pixelsOf(picture: ImageBitmap, { width, height }: Size): Uint8ClampedArray {
  const { context } = makeCanvas({ width, height })
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** Fewer pixels than this tell nothing. */
const fewest = 16

function robustMean(differences: number[]): number | null {
  if (differences.length < fewest) {
    return null
  }
  differences.sort((one, other) => one - other)
  const counted = differences.slice(0, Math.ceil(differences.length * robustShare))
  return counted.reduce((sum, value) => sum + value, 0) / counted.length
}
