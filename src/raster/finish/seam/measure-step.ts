import type { Size } from '../../../core/geometry/size'
import type { BoundarySample } from './boundary-sample'
import { interquartileMean } from './interquartile-mean'

/** Neighbouring lines across the seam are correlated: so many count as one. */
const alikeLines = 3

/** Fewest lines for a measurement. */
const fewest = 6

/**
 * Share of the image's own slope on both sides that is assumed to continue across the seam. 1 would be right in a smooth
 * image and would double the noise in a textured one.
 */
const slopeShare = 0.5

/** The service's pixels around one piece of the boundary, RGBA; `known` as in `OriginalWindow`. */
export interface ServiceWindow extends Size {
  readonly known: Uint8Array
  readonly service: Uint8ClampedArray
}

/** How far the two sides run into each other in the service's picture, px; in chroma further than in luma. */
export interface BoundaryBlur {
  readonly luma: number
  readonly chroma: number
}

/**
 * Measures the jump across the seam in the result. Every edge between a known and a new pixel gives one line across the
 * seam: the difference of the two means beyond the blur on either side, minus the slope on either side. Most lines cross no
 * edge of the image, so the mean of the middle half of the lines is the jump. Null if there are too few lines.
 */
export function measureStep(window: ServiceWindow, blur: BoundaryBlur): BoundarySample['jump'] {
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
  { width, height, known }: ServiceWindow,
  plane: Float32Array,
  blur: number
): { readonly middle: number; readonly noise: number } | null {
  const skip = Math.round(blur)
  const run = 2 + (skip >> 1)
  const length = skip + 2 * run
  const lines: number[] = []
  // Distance from the centre of the near mean to the seam, in distances between the two means of one side.
  const reach = ((skip + run / 2) / run) * slopeShare
  const mean = (start: number, step: number, from: number): number => {
    let sum = 0
    for (let k = from; k < from + run; k++) sum += plane[start + k * step] ?? 0
    return sum / run
  }
  const add = (first: number, step: number): void => {
    for (let k = 0; k < length; k++) {
      if (known[first - k * step] !== 1 || known[first + (k + 1) * step] !== 0) return
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
      if (known[at] === 1) {
        // A line that leaves the window at its side would continue in the next row.
        if (x - length >= -1 && x + length < width) {
          if (known[at + 1] === 0) add(at, 1)
          if (known[at - 1] === 0) add(at, -1)
        }
        if (y - length >= -1 && y + length < height) {
          if (known[at + width] === 0) add(at, width)
          if (known[at - width] === 0) add(at, -width)
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
