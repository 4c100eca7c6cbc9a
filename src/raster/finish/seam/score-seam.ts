import type { BoundarySample, Tone } from './boundary-sample'
import { deltaE, srgbToLab } from './delta-e'

/** Tone differences across the seam, ΔE2000 (see `scoreSeam`). */
interface SeamScore {
  readonly mean: number
  readonly worst: number
}

/** Scores of the original over the result as it came, and of the finished image. */
export interface SeamScores {
  readonly before: SeamScore
  readonly after: SeamScore
}

/**
 * Scores the seam: for each piece, ΔE2000 between the mean colour of the original's outermost 2 px and that of the new
 * area's first 2 px, within a square of 16 px. `mean` is over the whole seam, weighted by length; `worst` is the worst
 * piece. The image's own detail counts too, so a perfect result scores a little above 0. `added` is the correction of the
 * new area at each piece; null is none.
 */
export function scoreSeam(samples: readonly BoundarySample[], added: readonly Tone[] | null): SeamScore {
  let sum = 0
  let weight = 0
  let worst = 0
  for (const [index, { inner, outer, length }] of samples.entries()) {
    const more = added?.[index] ?? [0, 0, 0]
    const level = (channel: 0 | 1 | 2): number => Math.min(255, Math.max(0, outer[channel] + more[channel]))
    const difference = deltaE(
      srgbToLab(inner[0], inner[1], inner[2]),
      srgbToLab(level(0), level(1), level(2))
    )
    sum += difference * length
    weight += length
    worst = Math.max(worst, difference)
  }
  return { mean: weight === 0 ? 0 : sum / weight, worst }
}
