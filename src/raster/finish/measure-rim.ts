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
  const drifts: [number[], number[], number[]] = [[], [], []]
  const inner = [0, 0, 0]
  const outer = [0, 0, 0]
  let innerCount = 0
  let outerCount = 0
  for (let at = 0; at < kept.length; at++) {
    const from = at * 4
    const isInner = kept[at] === 1
    if (kept[at] === 2 || (isInner && (original[from + 3] ?? 0) < seen)) continue
    const away = distance[at] ?? 0
    if (isInner && away > blur.chroma) {
      drifts[0].push((original[from] ?? 0) - (service[from] ?? 0))
      drifts[1].push((original[from + 1] ?? 0) - (service[from + 1] ?? 0))
      drifts[2].push((original[from + 2] ?? 0) - (service[from + 2] ?? 0))
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
  const [red, green, blue] = [middleOf(drifts[0]), middleOf(drifts[1]), middleOf(drifts[2])]
  return {
    ...place,
    drift: [red.middle, green.middle, blue.middle],
    driftSpread: Math.max(red.spread, green.spread, blue.spread),
    driftPixels: drifts[0].length,
    jump: measureJump(window, blur),
    inner: meanOf(inner, innerCount),
    outer: meanOf(outer, outerCount)
  }
}

function meanOf([red = 0, green = 0, blue = 0]: readonly number[], count: number): Tone {
  return [red / count, green / count, blue / count]
}
