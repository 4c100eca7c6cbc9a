import type { BoundarySample, LumaChroma, Tone } from './boundary-sample'
import { scoreSeam } from './score-seam'
import { type Measured, smoothAlongSeam, type SmoothOptions } from './smooth-along-seam'

/** A larger jump is an edge of the image, not a seam. Levels. */
const mostJump = 32

/** Greatest share of the seam on such edges for jumps to count. */
const mostEdges = 0.5

/** Greatest difference of the result from the original in the known area; a larger one means another image. Levels. */
const mostDrift = 48

/** Greatest spread of these differences, levels. */
const mostDriftSpread = 30

/** Differences of neighbouring pixels are correlated: so many count as one. */
const alikePixels = 4

/** Noise floor of a mean difference, levels. */
const leastDriftNoise = 0.1

/** Noise floor of a measured jump, levels: image detail alone causes this much. */
const leastJumpNoise = 0.5

/** Least share of the seam at which the result shows the original; with less, the service painted another image. */
const leastSame = 0.5

/** Least gain for which a correction is made, mean ΔE2000. */
const leastGain = 0.02

/**
 * Computes the correction of the new area at each piece of the seam, levels, that makes it continue the original: the
 * difference between original and result in the known area (drift), plus the jump across the seam within the result. The
 * jump is an estimate from slopes: it is smoothed along the seam and counts only as far as it exceeds what texture and edges
 * cause, and not at all if the seam follows the subject's outline (`seamIsOutline`). Null if there is nothing to correct.
 */
export function toneDifferences(
  samples: readonly BoundarySample[],
  seamIsOutline: boolean
): readonly Tone[] | null {
  if (lengthOf(samples, showsOriginal) < leastSame * lengthOf(samples, () => true)) {
    return null
  }
  const drift = channels(
    samples,
    (sample, c) => ({
      value: toLumaChroma(sample.drift)[c],
      noise: showsOriginal(sample)
        ? leastDriftNoise + sample.driftSpread * Math.sqrt(alikePixels / sample.driftPixels)
        : Infinity
    }),
    { significance: 1.5, reaches: [0.3, 0.12, 0.05] }
  )
  const jumps = seamIsOutline ? null : readJumps(samples)
  const both = samples.map((_, index): Tone => {
    const at = (c: 0 | 1 | 2): number => (drift[c][index] ?? 0) + (jumps?.[c][index] ?? 0)
    return toTone([at(0), at(1), at(2)])
  })
  const alone = samples.map((_, index): Tone =>
    toTone([drift[0][index] ?? 0, drift[1][index] ?? 0, drift[2][index] ?? 0])
  )
  return better(samples, jumps === null ? [alone] : [both, alone])
}

/** Chooses the correction with the lowest score; null if none improves it by `leastGain`. */
function better(
  samples: readonly BoundarySample[],
  corrections: readonly (readonly Tone[])[]
): readonly Tone[] | null {
  const before = scoreSeam(samples, null).mean
  let best: readonly Tone[] | null = null
  let least = before - leastGain
  for (const correction of corrections) {
    const { mean } = scoreSeam(samples, correction)
    if (mean < least) {
      least = mean
      best = correction
    }
  }
  return best
}

function showsOriginal({ drift, driftSpread }: BoundarySample): boolean {
  return driftSpread <= mostDriftSpread && Math.max(...drift.map(Math.abs)) <= mostDrift
}

function lengthOf(
  samples: readonly BoundarySample[],
  isCounted: (sample: BoundarySample) => boolean
): number {
  return samples.reduce((sum, sample) => sum + (isCounted(sample) ? sample.length : 0), 0)
}

type Channels = readonly [readonly number[], readonly number[], readonly number[]]

function readJumps(samples: readonly BoundarySample[]): Channels | null {
  const isSeam = ({ jump }: BoundarySample): boolean =>
    jump !== null && Math.max(...jump.tone.map(Math.abs)) <= mostJump
  if (lengthOf(samples, isSeam) < (1 - mostEdges) * lengthOf(samples, () => true)) {
    return null
  }
  return channels(
    samples,
    (sample, c) => ({
      value: sample.jump?.tone[c] ?? 0,
      noise: isSeam(sample) ? Math.hypot(leastJumpNoise, sample.jump?.noise[c] ?? 0) : Infinity
    }),
    { significance: 2.5, reaches: [0.3] }
  )
}

function channels(
  samples: readonly BoundarySample[],
  read: (sample: BoundarySample, channel: 0 | 1 | 2) => { value: number; noise: number },
  options: SmoothOptions
): Channels {
  const smooth = (channel: 0 | 1 | 2): readonly number[] =>
    smoothAlongSeam(
      samples.map((sample): Measured => {
        const { value, noise } = read(sample, channel)
        return { x: sample.x, y: sample.y, value, noise }
      }),
      options
    )
  return [smooth(0), smooth(1), smooth(2)]
}

/**
 * Splits a tone (or a difference of tones) into luma and chroma as JPEG does (ITU-R BT.601, chroma about 0). Images vary far
 * less in chroma, so a drift of it shows sooner.
 */
export function toLumaChroma([red, green, blue]: Tone): LumaChroma {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue
  return [luma, (blue - luma) / 1.772, (red - luma) / 1.402]
}

/** Computes the tone of this luma and chroma. */
export function toTone([luma, blue, red]: LumaChroma): Tone {
  return [luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue]
}
