import type { BoundarySample, BoundaryWindow } from './boundary-sample'
import { interquartileMean } from './interquartile-mean'

/** Lines across the rim that lie side by side see nearly the same: so many count as one. */
const alikeLines = 3

/** Fewer lines than this tell nothing. */
const fewest = 6

/**
 * How much of the picture's own slope on both sides is taken to go on across the rim. All of it would be right in a smooth
 * picture and would double the noise in a textured one.
 */
const slopeShare = 0.5

/** How far the two sides run into each other in the service's picture, px; in chroma further than in luma. */
export interface BoundaryBlur {
  readonly luma: number
  readonly chroma: number
}

/**
 * Measures the jump across the rim in the service's picture. Every edge between a kept and a generated pixel gives one line
 * across the rim: the difference of the two means that lie off the rim on its two sides, further than the blur, less the
 * slope on either side. Most lines of a picture cross no edge of it, so the middle half of the lines tells the jump well.
 */
export function measureStep(window: BoundaryWindow, blur: BoundaryBlur): BoundarySample['jump'] {
  const { service } = window
  const planes = [0, 1, 2].map(() => new Float32Array(window.width * window.height))
  const [luma, blueness, redness] = planes
  if (luma === undefined || blueness === undefined || redness === undefined) {
    return null
  }
  for (let at = 0, from = 0; at < luma.length; at++, from += 4) {
    const red = service[from] ?? 0
    const blue = service[from + 2] ?? 0
    const level = 0.299 * red + 0.587 * (service[from + 1] ?? 0) + 0.114 * blue
    luma[at] = level
    blueness[at] = (blue - level) / 1.772
    redness[at] = (red - level) / 1.402
  }
  const one = jumpOf(window, luma, blur.luma)
  const two = jumpOf(window, blueness, blur.chroma)
  const three = jumpOf(window, redness, blur.chroma)
  return one === null || two === null || three === null
    ? null
    : { tone: [one.middle, two.middle, three.middle], noise: [one.noise, two.noise, three.noise] }
}

function jumpOf(
  { width, height, kept }: BoundaryWindow,
  plane: Float32Array,
  blur: number
): { readonly middle: number; readonly noise: number } | null {
  const skip = Math.round(blur)
  const run = 2 + (skip >> 1)
  const length = skip + 2 * run
  const lines: number[] = []
  // From the centre of the near mean to the rim, in distances between the means of one side.
  const reach = ((skip + run / 2) / run) * slopeShare
  const mean = (start: number, step: number, from: number): number => {
    let sum = 0
    for (let k = from; k < from + run; k++) sum += plane[start + k * step] ?? 0
    return sum / run
  }
  const add = (first: number, step: number): void => {
    for (let k = 0; k < length; k++) {
      if (kept[first - k * step] !== 1 || kept[first + (k + 1) * step] !== 0) return
    }
    const inNear = mean(first, -step, skip)
    const inFar = mean(first, -step, skip + run)
    const outNear = mean(first + step, step, skip)
    const outFar = mean(first + step, step, skip + run)
    lines.push(inNear - outNear + reach * (inNear - inFar + outFar - outNear))
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (kept[at] === 1) {
        // Lines that would leave the window at a side would go on in the next row.
        if (x - length >= -1 && x + length < width) {
          if (kept[at + 1] === 0) add(at, 1)
          if (kept[at - 1] === 0) add(at, -1)
        }
        if (y - length >= -1 && y + length < height) {
          if (kept[at + width] === 0) add(at, width)
          if (kept[at - width] === 0) add(at, -width)
        }
      }
    }
  }
  if (lines.length < fewest) {
    return null
  }
  const error = Math.sqrt(alikeLines / lines.length)
  const { middle, spread } = interquartileMean(lines)
  return { middle, noise: spread * error }
}
