import type { Size } from '../../../core/geometry/size'
import { alignPatch } from './align-patch'
import { type CutPatch, patchSide } from './cut-patches'
import { fitShifts, type MeasuredShift } from './fit-shifts'
import type { GreySource } from './grey-image'
import { type Registration, registrationDistance } from './registration'
import { samplePatch } from './sample-patch'

/** A map with what speaks for it. */
export interface RefinedRegistration {
  readonly map: Registration
  /** Weighted mean correlation of the patches, 0 to 1. */
  readonly confidence: number
  /** What each patch measured against `map`, in result px. */
  readonly shifts: readonly MeasuredShift[]
}

/** How far around a patch it is looked for, in cells: in the first round, and in those after it. */
const firstMargin = 6
const laterMargin = 3

/** A round that moves no corner of the template by more than this is the last one, template px. */
const settledWithin = 0.05

/** Patches that correlate less than this were not found. */
const leastScore = 0.35

/**
 * Refines a map from template to picture by patches of the template, whose size and `step` (the side of a patch's cells)
 * are in template px. Null where no patch is found.
 */
export function refineRegistration(
  patches: readonly CutPatch[],
  step: number,
  template: Size,
  picture: GreySource,
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
        picture,
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
