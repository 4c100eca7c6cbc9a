import type { Size } from '../../../core/geometry/size'
import { type Registration, roundingSlack } from './registration'

/** The measured shift of one patch: its centre, canvas px, and its offset from the map, result px. */
export interface MeasuredShift {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly weightX: number
  readonly weightY: number
}

/** Rounds of robust weighting. */
const rounds = 6

/** How strongly the slope is held at 0, against the variance of the patches' positions, canvas px². */
const stiffness = 40 ** 2

/**
 * Corrects a map by the patches' shifts: a robust line for each axis, weighted by Tukey's bisquare, so that a repainted or
 * mistaken patch does not count. The scales of the two axes differ at most by what rounding the result's sides explains.
 */
export function fitShifts(
  map: Registration,
  shifts: readonly MeasuredShift[],
  canvas: Size
): { readonly map: Registration; readonly spread: number } {
  const across = fitLine(shifts.map(({ x, dx, weightX }) => ({ at: x, off: dx, weight: weightX })))
  const down = fitLine(shifts.map(({ y, dy, weightY }) => ({ at: y, off: dy, weight: weightY })))
  const information = across.information + down.information
  const common =
    information === 0 ? 0 : (across.slope * across.information + down.slope * down.information) / information
  const bounded = (slope: number, old: number, oldMean: number, length: number): number => {
    const slack = roundingSlack / length
    const wanted = old + slope
    const mean = oldMean + common
    return Math.min(mean + slack, Math.max(mean - slack, wanted))
  }
  const oldMean = (map.scaleX + map.scaleY) / 2
  const scaleX = bounded(across.slope, map.scaleX, oldMean, canvas.width)
  const scaleY = bounded(down.slope, map.scaleY, oldMean, canvas.height)
  return {
    map: {
      scaleX,
      scaleY,
      x0: map.x0 + across.off + (map.scaleX - scaleX) * across.middle,
      y0: map.y0 + down.off + (map.scaleY - scaleY) * down.middle
    },
    spread: Math.max(across.spread, down.spread)
  }
}

interface Line {
  /** The line is `off` + `slope` · (at − `middle`). */
  readonly off: number
  readonly slope: number
  readonly middle: number
  /** Weighted variance of the positions, canvas px²: how well the slope is known. */
  readonly information: number
  /** Robust standard deviation of the points about the line, result px. */
  readonly spread: number
}

function fitLine(points: readonly { at: number; off: number; weight: number }[]): Line {
  const known = points.filter(({ weight }) => weight > 0)
  if (known.length === 0) {
    return { off: 0, slope: 0, middle: 0, information: 0, spread: 0 }
  }
  // A patch counts for at most three ordinary ones, since its measurement can be wrong as a whole.
  const limit = 3 * medianOf(known.map(({ weight }) => weight))
  let off = medianOf(known.map((point) => point.off))
  let slope = 0
  let middle = 0
  let information = 0
  let spread = 0
  for (let round = 0; round < rounds; round++) {
    const left = known.map((point) => point.off - off - slope * (point.at - middle))
    spread = 1.4826 * medianOf(left.map(Math.abs))
    const reach = Math.max(0.15, 4 * spread)
    let sum = 0
    let sumAt = 0
    const weights = known.map((point, index) => {
      const ratio = (left[index] ?? 0) / reach
      const robust = Math.abs(ratio) >= 1 ? 1e-6 : (1 - ratio * ratio) ** 2
      return robust * Math.min(limit, point.weight)
    })
    known.forEach((point, index) => {
      sum += weights[index] ?? 0
      sumAt += (weights[index] ?? 0) * point.at
    })
    const newMiddle = sumAt / sum
    let sumOff = 0
    let square = 0
    let product = 0
    known.forEach((point, index) => {
      const weight = weights[index] ?? 0
      const at = point.at - newMiddle
      sumOff += weight * point.off
      square += weight * at * at
      product += weight * at * point.off
    })
    middle = newMiddle
    off = sumOff / sum
    information = square / sum
    slope = product / sum / (information + stiffness)
  }
  return { off, slope, middle, information, spread }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? 0
}
