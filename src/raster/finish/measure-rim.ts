import { measureJump, type RimBlur } from './measure-jump'
import { middleOf } from './middle-of'
import { rimDistance } from './rim-distance'
import type { RimPlace } from './rim-places'
import type { RimSample, Tone } from './rim-sample'
import type { RimWindow } from './rim-window'

/** Width of the two rings whose colours are compared, px. */
const ringWidth = 2

/** The rings are looked at in a square of this side around the piece's middle, px. */
const ringReach = 16

/** The original's own pixels count when they are fully seen. */
const seen = 250

/** Fewer pixels than this on either side tell nothing. */
const fewest = 4

/**
 * Measures one piece of the rim. `blur` is how far the two sides run into each other in the service's picture, px: so near
 * to the rim, nothing is measured of it. Null where too little of either side is to be seen.
 */
export function measureRim(window: RimWindow, place: RimPlace, blur: RimBlur): RimSample | null {
  const { width, height, kept, original, service } = window
  const distance = rimDistance(kept, { width, height })
  const drifts = new Int16Array(3 * kept.length)
  let driftPixels = 0
  const inner = new Float64Array(3)
  const outer = new Float64Array(3)
  let innerCount = 0
  let outerCount = 0
  for (let at = 0; at < kept.length; at++) {
    const from = at * 4
    const isInner = kept[at] === 1
    if (kept[at] === 2 || (isInner && (original[from + 3] ?? 0) < seen)) continue
    const away = distance[at] ?? 0
    if (isInner && away > blur.chroma) {
      for (let c = 0; c < 3; c++) {
        drifts[c * kept.length + driftPixels] = (original[from + c] ?? 0) - (service[from + c] ?? 0)
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
  const driftOf = (c: number): ReturnType<typeof middleOf> =>
    middleOf(drifts.subarray(c * kept.length, c * kept.length + driftPixels))
  const [red, green, blue] = [driftOf(0), driftOf(1), driftOf(2)]
  return {
    ...place,
    drift: [red.middle, green.middle, blue.middle],
    driftSpread: Math.max(red.spread, green.spread, blue.spread),
    driftPixels,
    jump: measureJump(window, blur),
    inner: meanOf(inner, innerCount),
    outer: meanOf(outer, outerCount)
  }
}

function meanOf(sums: Float64Array, count: number): Tone {
  return [(sums[0] ?? 0) / count, (sums[1] ?? 0) / count, (sums[2] ?? 0) / count]
}
