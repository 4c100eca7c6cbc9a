import type { Size } from '../../../core/geometry/size'
import type { RefinedRegistration } from './refine-registration'
import { type Registration, registrationDistance, roundingSlack } from './registration'

/** Greatest misfit of a plain place beyond the fit's own, root mean square, result px. */
const tolerance = 0.06

/** The fit follows the patches' noise: its misfit squared is raised by this share. */
const ownShare = 0.25

/** Greatest distance of a plain place from the fit at the canvas's corners, canvas px. */
const cornerTolerance = 0.75

/**
 * Snaps a measured map to the plain map that it approximates: one to one, edge to edge, or flush with one end of an axis.
 * Returns the measured map if the patches contradict every plain one.
 */
export function snapRegistration(
  { map, shifts }: RefinedRegistration,
  canvas: Size,
  result: Size
): Registration {
  const ranked = plainPlaces(map, canvas, result).map((place) => ({
    place,
    misfit: misfit(place, map, shifts)
  }))
  const own = misfit(map, map, shifts)
  const fitting = ranked.filter(
    (each) =>
      each.misfit ** 2 - (1 + ownShare) * own ** 2 <= (tolerance * Math.max(1, map.scaleX / 2)) ** 2 &&
      registrationDistance(map, each.place, canvas) <= cornerTolerance / Math.min(1, map.scaleX)
  )
  // One to one comes first in the list and wins unless another place fits clearly better.
  let best: (typeof fitting)[number] | null = null
  for (const each of fitting) {
    if (best === null || each.misfit < best.misfit - tolerance / 3) best = each
  }
  return best?.place ?? map
}

function plainPlaces(map: Registration, canvas: Size, result: Size): readonly Registration[] {
  const places: Registration[] = []
  const scale = (map.scaleX + map.scaleY) / 2
  if (Math.abs(scale - 1) * Math.max(canvas.width, canvas.height) < 2 * roundingSlack) {
    // Adding 0 turns −0 into 0.
    places.push({ scaleX: 1, scaleY: 1, x0: Math.round(map.x0) + 0, y0: Math.round(map.y0) + 0 })
  }
  const across = axisPlaces(map.scaleX, map.x0, canvas.width, result.width)
  const down = axisPlaces(map.scaleY, map.y0, canvas.height, result.height)
  for (const x of across) {
    for (const y of down) {
      places.push({ scaleX: x.scale, scaleY: y.scale, x0: x.from, y0: y.from })
    }
  }
  return places
}

/** Lists the plain maps of an axis: edge to edge, or the measured scale with the canvas at either end. */
function axisPlaces(
  scale: number,
  from: number,
  canvas: number,
  result: number
): readonly { readonly scale: number; readonly from: number }[] {
  const whole = result / canvas
  const isWhole = Math.abs(scale - whole) * canvas <= 2 * roundingSlack * Math.max(1, scale)
  const free = [
    { scale, from: 0 },
    { scale, from: result - scale * canvas }
  ]
  return [
    ...(isWhole ? [{ scale: whole, from: 0 }] : []),
    ...free.filter((each) => Math.abs(each.from - from) < 1)
  ]
}

/** Computes the robust root mean square of the patches' distance from a place, result px. */
function misfit(
  place: Registration,
  measuredAgainst: Registration,
  shifts: RefinedRegistration['shifts']
): number {
  let sum = 0
  let weights = 0
  for (const { x, y, dx, dy, weightX, weightY } of shifts) {
    const offX = dx - (place.x0 - measuredAgainst.x0) - (place.scaleX - measuredAgainst.scaleX) * x
    const offY = dy - (place.y0 - measuredAgainst.y0) - (place.scaleY - measuredAgainst.scaleY) * y
    const wx = Math.sqrt(weightX)
    const wy = Math.sqrt(weightY)
    sum += wx * Math.min(1, offX * offX) + wy * Math.min(1, offY * offY)
    weights += wx + wy
  }
  return weights === 0 ? 0 : Math.sqrt(sum / weights)
}
