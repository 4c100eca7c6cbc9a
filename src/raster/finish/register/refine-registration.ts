import type { Size } from '../../../core/geometry/size'
import { alignPatch } from './align-patch'
import { type CutPatch, patchSide } from './cut-patches'
import { fitShifts, type MeasuredShift } from './fit-shifts'
import type { GreySource } from './grey-image'
import { type Registration, registrationDistance } from './registration'
import { samplePatch } from './sample-patch'

/** A map with its evidence. */
export interface RefinedRegistration {
  readonly map: Registration
  /** Weighted mean correlation of the patches, 0 to 1. */
  readonly confidence: number
  /** The patches' residual shifts against `map`, result px. */
  readonly shifts: readonly MeasuredShift[]
}

/** Search margin around a patch in the first round, cells. */
const firstMargin = 6

/** The same in later rounds, cells. */
const laterMargin = 3

/** A round that moves no corner of the template further than this is the last one, template px. */
const settledWithin = 0.05

/** Least correlation of a patch that counts as found. */
const leastScore = 0.35

/**
 * Refines a map from template to image by patches of the template. `template` and `step` (side of a patch's cells) are in
 * template px. Null if no patch is found.
 */
export function refineRegistration(
  patches: readonly CutPatch[],
  step: number,
  template: Size,
  image: GreySource,
  start: Registration,
  rounds: number
): RefinedRegistration | null {
  let map = start
  let confidence = 0
  let shifts: MeasuredShift[] = []
  for (let round = 0; round < rounds; round++) {
    const stepX = step * map.scaleX
    const stepY = step * map.scaleY
    const measured: MeasuredShift[] = []
    let score = 0
    let weight = 0
    const margin = round === 0 ? firstMargin : laterMargin
    for (const patch of patches) {
      const { x0, y0 } = patch
      const wide = { width: patchSide + 2 * margin, height: patchSide + 2 * margin }
      const other = samplePatch(
        image,
        map.x0 + map.scaleX * x0 - margin * stepX,
        map.y0 + map.scaleY * y0 - margin * stepY,
        stepX,
        stepY,
        wide
      )
      const shift = alignPatch(patch, other, margin)
      if (shift !== null) {
        const known = Math.sqrt(shift.weightX + shift.weightY)
        score += Math.max(0, shift.score) * known
        weight += known
        if (shift.score >= leastScore) {
          measured.push({
            x: x0 + (patchSide / 2) * step,
            y: y0 + (patchSide / 2) * step,
            dx: shift.dx * stepX,
            dy: shift.dy * stepY,
            weightX: shift.weightX,
            weightY: shift.weightY
          })
        }
      }
    }
    if (measured.length === 0) {
      return null
    }
    confidence = score / weight
    const fitted = fitShifts(map, measured, template)
    shifts = measured.map((shift) => ({
      ...shift,
      dx: shift.dx - (fitted.map.x0 - map.x0) - (fitted.map.scaleX - map.scaleX) * shift.x,
      dy: shift.dy - (fitted.map.y0 - map.y0) - (fitted.map.scaleY - map.scaleY) * shift.y
    }))
    const moved = registrationDistance(fitted.map, map, template)
    map = fitted.map
    if (moved < settledWithin) break
  }
  return { map, confidence, shifts }
}
