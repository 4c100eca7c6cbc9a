import type { Size } from '../../../core/geometry/size'
import type { BoundaryPlace } from './boundary-places'
import type { BoundarySample, BoundaryWindow, Tone } from './boundary-sample'
import { interquartileMean } from './interquartile-mean'
import { type BoundaryBlur, measureStep } from './measure-step'

/** Steps of the chamfer distance (Borgefors 1986): 3 and 4 thirds of a pixel to a straight and a diagonal neighbour. */
const straight = 1

const diagonal = 4 / 3

/** Width of the two rings whose colours are compared, px. */
const ringWidth = 2

/** Side of the square around the piece's centroid in which the rings are compared, px. */
const ringReach = 16

/** Least alpha of 255 at which a pixel of the original counts as opaque. */
const leastAlpha = 250

/** Fewest pixels on either side for a measurement. */
const fewest = 4

/**
 * Measures one piece of the seam. `blur`: how far the two sides bleed into each other in the result, px; pixels nearer to
 * the seam are not measured. Null if too few pixels of either side are visible.
 */
export function measureBoundary(
  window: BoundaryWindow,
  place: BoundaryPlace,
  blur: BoundaryBlur
): BoundarySample | null {
  const { width, height, known, original, service } = window
  const distance = boundaryDistance(known, { width, height })
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
    jump: measureStep(window, blur),
    inner: meanOf(inner, innerCount),
    outer: meanOf(outer, outerCount)
  }
}

function meanOf(sums: Float64Array, count: number): Tone {
  return [(sums[0] ?? 0) / count, (sums[1] ?? 0) / count, (sums[2] ?? 0) / count]
}

/**
 * Computes each pixel centre's distance from the seam, px: ½ directly at it. `side` is 1 inside, 0 outside; other values are
 * off the canvas and make no seam.
 */
function boundaryDistance(side: Uint8Array, { width, height }: Size): Float32Array {
  // A border of one pixel gives every pixel all its neighbours.
  const pitch = width + 2
  const distance = new Float32Array(pitch * (height + 2)).fill(Infinity)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      // The sides of a seam are 0 and 1; no other pair of 0, 1 and 2 has the sum 1.
      const own = side[at] ?? 2
      const right = x < width - 1 ? (side[at + 1] ?? 2) : 2
      const below = side[at + width] ?? 2
      const to = (y + 1) * pitch + x + 1
      if (own + right === 1) distance[to] = distance[to + 1] = 0.5
      if (own + below === 1) distance[to] = distance[to + pitch] = 0.5
    }
  }
  for (let y = 1; y <= height; y++) {
    for (let at = y * pitch + 1; at <= y * pitch + width; at++) {
      distance[at] = Math.min(
        distance[at] ?? 0,
        (distance[at - 1] ?? 0) + straight,
        (distance[at - pitch] ?? 0) + straight,
        (distance[at - pitch - 1] ?? 0) + diagonal,
        (distance[at - pitch + 1] ?? 0) + diagonal
      )
    }
  }
  for (let y = height; y >= 1; y--) {
    for (let at = y * pitch + width; at > y * pitch; at--) {
      distance[at] = Math.min(
        distance[at] ?? 0,
        (distance[at + 1] ?? 0) + straight,
        (distance[at + pitch] ?? 0) + straight,
        (distance[at + pitch + 1] ?? 0) + diagonal,
        (distance[at + pitch - 1] ?? 0) + diagonal
      )
    }
  }
  const inside = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = (y + 1) * pitch + 1
    inside.set(distance.subarray(from, from + width), y * width)
  }
  return inside
}
