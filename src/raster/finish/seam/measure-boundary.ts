import type { BoundarySample, Tone } from './boundary-sample'
import { interquartileMean } from './interquartile-mean'
import { type BoundaryBlur, measureStep } from './measure-step'
import type { OriginalWindow } from './original-boundary'

/** Width of the two rings whose colours are compared, px. */
const ringWidth = 2

/** Side of the square around the piece's centroid in which the rings are compared, px. */
const ringReach = 16

/** Least alpha of 255 at which a pixel of the original counts as opaque. */
const leastAlpha = 250

/** Fewest pixels on either side for a measurement. */
const fewest = 4

/**
 * Measures one piece of the boundary; `service` are the window's pixels in the service's picture, RGBA. `blur` is how far
 * the two sides run into each other there, px: so near to the boundary, nothing is measured of it. Null where too little of either side is to be seen.
 */
export function measureBoundary(
  { width, height, place, known, original, distance }: OriginalWindow,
  service: Uint8ClampedArray,
  blur: BoundaryBlur
): BoundarySample | null {
  const drifts = new Int16Array(3 * known.length)
  let driftPixels = 0
  const inner = new Float64Array(3)
  const outer = new Float64Array(3)
  let innerCount = 0
  let outerCount = 0
  for (let at = 0; at < known.length; at++) {
    const from = at * 4
    const isInner = known[at] === 1
    if (known[at] === 2 || (isInner && (original[from + 3] ?? 0) < leastAlpha)) continue
    const away = distance[at] ?? 0
    if (isInner && away > blur.chroma) {
      for (let c = 0; c < 3; c++) {
        drifts[c * known.length + driftPixels] = (original[from + c] ?? 0) - (service[from + c] ?? 0)
      }
      driftPixels++
    }
    const x = at % width
    const y = Math.floor(at / width)
    if (
      away <= ringWidth &&
      Math.abs(x + 0.5 - width / 2) <= ringReach / 2 &&
      Math.abs(y + 0.5 - height / 2) <= ringReach / 2
    ) {
      const ring = isInner ? inner : outer
      const pixels = isInner ? original : service
      for (let c = 0; c < 3; c++) ring[c] = (ring[c] ?? 0) + (pixels[from + c] ?? 0)
      if (isInner) innerCount++
      else outerCount++
    }
  }
  if (innerCount < fewest || outerCount < fewest) {
    return null
  }
  const driftOf = (c: number): ReturnType<typeof interquartileMean> =>
    interquartileMean(drifts.subarray(c * known.length, c * known.length + driftPixels))
  const [red, green, blue] = [driftOf(0), driftOf(1), driftOf(2)]
  return {
    ...place,
    drift: [red.middle, green.middle, blue.middle],
    driftSpread: Math.max(red.spread, green.spread, blue.spread),
    driftPixels,
    jump: measureStep({ width, height, known, service }, blur),
    inner: meanOf(inner, innerCount),
    outer: meanOf(outer, outerCount)
  }
}

function meanOf(sums: Float64Array, count: number): Tone {
  return [(sums[0] ?? 0) / count, (sums[1] ?? 0) / count, (sums[2] ?? 0) / count]
}
