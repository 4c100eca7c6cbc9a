import { readImageHeader } from '../core/image-header'
import type { KeptDifference } from '../core/mask/kept-verdict'
import type { Size } from '../core/size'
import { makeCanvas } from './canvas'
import { decode } from './decode'

/** Long side of the pictures that are compared, px: enough to tell pictures apart, and soft enough to pass over noise. */
const comparedSide = 256

/** The greatest tenth of the differences is left out: edges that moved by a pixel are no repainting. */
const robustShare = 0.9

/**
 * Compares a canvas result with what was sent, apart for what the mask keeps and what it generates: robust mean
 * differences of a channel in levels of 255. `upload` and `mask` are the files as sent; the result may be of any size.
 */
export async function compareKept(
  sent: { readonly upload: Uint8Array; readonly mask: Uint8Array; readonly maskIsInverted: boolean },
  result: Uint8Array
): Promise<KeptDifference> {
  const size = comparedSize(sent.upload)
  const [before, mask, after] = await Promise.all([
    pixelsAt(sent.upload, size),
    pixelsAt(sent.mask, size),
    pixelsAt(result, size)
  ])
  const keep = sent.maskIsInverted ? 255 : 0
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

/** Throws where the file is no image. */
function comparedSize(file: Uint8Array): Size {
  const header = readImageHeader(file)
  if (header === null) {
    throw new Error('what was sent is no image')
  }
  const factor = Math.min(1, comparedSide / Math.max(header.width, header.height))
  return {
    width: Math.max(1, Math.round(header.width * factor)),
    height: Math.max(1, Math.round(header.height * factor))
  }
}

async function pixelsAt(bytes: Uint8Array, { width, height }: Size): Promise<Uint8ClampedArray> {
  const bitmap = await decode(bytes)
  const { context } = makeCanvas({ width, height })
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
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
