import type { Box } from '../src/raster/canvas/box'
import { deltaE, srgbToLab } from '../src/raster/finish/seam/delta-e'
import type { Picture } from './finish-picture'

/** Width of the ring that is compared, px, and length of its pieces. */
const ring = 2
const piece = 16

/**
 * Compares a picture with the truth just outside the rim of a box: ΔE2000 between the mean colours of each piece (16 px
 * along the rim, 2 px wide). Knows nothing of how the finisher measures.
 */
export function ringDifference(
  picture: Picture,
  truth: Picture,
  { left, top, width, height }: Box
): { readonly mean: number; readonly worst: number } {
  const pieces: Box[] = []
  for (let x = left; x < left + width; x += piece) {
    const size = { width: Math.min(piece, left + width - x), height: ring }
    pieces.push({ left: x, top: top - ring, ...size }, { left: x, top: top + height, ...size })
  }
  for (let y = top; y < top + height; y += piece) {
    const size = { width: ring, height: Math.min(piece, top + height - y) }
    pieces.push({ left: left - ring, top: y, ...size }, { left: left + width, top: y, ...size })
  }
  const differences = pieces.map((box) => deltaE(labOf(picture, box), labOf(truth, box)))
  return {
    mean: differences.reduce((sum, value) => sum + value, 0) / differences.length,
    worst: Math.max(...differences)
  }
}

/** The greatest difference of any channel within a box, levels. */
export function greatestDifference(
  picture: Picture,
  truth: Picture,
  { left, top, width, height }: Box
): number {
  let greatest = 0
  for (let y = top; y < top + height; y++) {
    for (let at = (y * picture.width + left) * 3; at < (y * picture.width + left + width) * 3; at++) {
      greatest = Math.max(greatest, Math.abs((picture.data[at] ?? 0) - (truth.data[at] ?? 0)))
    }
  }
  return greatest
}

function labOf(
  { width: across, data }: Picture,
  { left, top, width, height }: Box
): ReturnType<typeof srgbToLab> {
  const sums = [0, 0, 0]
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      for (let c = 0; c < 3; c++) {
        sums[c] = (sums[c] ?? 0) + (data[(y * across + x) * 3 + c] ?? 0)
      }
    }
  }
  const [red = 0, green = 0, blue = 0] = sums.map((sum) => sum / (width * height))
  return srgbToLab(red, green, blue)
}
