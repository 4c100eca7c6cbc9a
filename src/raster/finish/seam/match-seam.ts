import type { Size } from '../../../core/geometry/size'
import type { BoundarySample } from './boundary-sample'
import { scoreSeam, type SeamScores } from './score-seam'
import { type Membrane, spreadMembrane } from './spread-membrane'
import { toneDifferences } from './tone-differences'

/** Corrections that are smaller than this everywhere are not made: rounding and JPEG cause as much. Levels. */
const leastCorrection = 0.6

/**
 * Scores the seam and makes the membrane that removes it. `seam` is null without samples; `membrane` is null when there is
 * nothing to correct.
 */
export function matchSeam(
  samples: readonly BoundarySample[],
  canvas: Size,
  { isOn, seamIsOutline }: { readonly isOn: boolean; readonly seamIsOutline: boolean }
): { readonly seam: SeamScores | null; readonly membrane: Membrane | null } {
  if (samples.length === 0) {
    return { seam: null, membrane: null }
  }
  const before = scoreSeam(samples, null)
  const differences = isOn ? toneDifferences(samples, seamIsOutline) : null
  const isWorthIt = differences?.flat().some((level) => Math.abs(level) >= leastCorrection) === true
  if (differences === null || !isWorthIt) {
    return { seam: { before, after: before }, membrane: null }
  }
  const membrane = spreadMembrane(samples, differences, canvas)
  return { seam: { before, after: scoreSeam(samples, membrane.atSeam) }, membrane }
}
