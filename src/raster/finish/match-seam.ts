import type { Size } from '../../core/size'
import type { FinishedImage } from './finished-image'
import { spreadMembrane, type Membrane } from './spread-membrane'
import type { RimBlur } from './rim-blur'
import { easedAtRim } from './rim-easer'
import type { RimSample, Tone } from './rim-sample'
import { scoreSeam } from './score-seam'
import { toneDifferences } from './tone-differences'

/** What takes a seam away. */
export interface SeamCorrection {
  readonly membrane: Membrane
  /** Next to the rim, so much less of it (see `rimEaser`); null where there is no blur. */
  readonly steps: Membrane | null
}

/** A correction that is nowhere larger than this is none, levels: less than rounding and JPEG make. */
const leastCorrection = 0.6

/** Scores the seam and makes the correction that takes it away; none where there is nothing to correct. */
export function matchSeam(
  samples: readonly RimSample[],
  canvas: Size,
  {
    isOn,
    rimIsOutline,
    blur
  }: { readonly isOn: boolean; readonly rimIsOutline: boolean; readonly blur: RimBlur }
): { readonly seam: FinishedImage['seam']; readonly correction: SeamCorrection | null } {
  if (samples.length === 0) {
    return { seam: null, correction: null }
  }
  const before = scoreSeam(samples, null)
  const tones = isOn ? toneDifferences(samples, rimIsOutline, blur) : null
  if (tones === null || !isWorthIt(tones.differences)) {
    return { seam: { before, after: before }, correction: null }
  }
  const membrane = spreadMembrane(samples, tones.differences, canvas)
  const isEased = tones.steps !== null && blur.chroma > 0 && isWorthIt(tones.steps)
  const steps = isEased ? tones.steps : null
  const atRim = steps === null ? membrane.atRim : easedAtRim(membrane.atRim, steps, blur)
  return {
    seam: { before, after: scoreSeam(samples, atRim) },
    correction: { membrane, steps: steps === null ? null : spreadMembrane(samples, steps, canvas) }
  }
}

function isWorthIt(tones: readonly Tone[]): boolean {
  return tones.flat().some((level) => Math.abs(level) >= leastCorrection)
}
