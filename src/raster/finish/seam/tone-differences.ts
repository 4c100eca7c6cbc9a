import type { BoundarySample, LumaChroma, Tone } from './boundary-sample'
import { scoreSeam } from './score-seam'
import { type Measured, smoothAlongSeam, type SmoothOptions } from './smooth-along-seam'

/** A jump larger than this is an edge of the picture, not a seam, levels. */
const mostJump = 32

/** Where more than this share of the rim lies on such edges, jumps tell nothing. */
const mostEdges = 0.5

/** What the service made of the kept pixels differs by less than this, or is another picture, levels. */
const mostDrift = 48

const mostDriftSpread = 30

/** Neighbouring pixels differ alike: so many count as one. And no mean is surer than this, levels. */
const alikePixels = 4

const leastDriftNoise = 0.1

/** No jump is surer than this: what a picture does just there, levels. */
const leastJumpNoise = 0.5

/** Where less than this share of the rim shows the original again, the service painted another picture. */
const leastSame = 0.5

/** A correction that makes the seam worse by this much (ΔE2000, mean) or does not make it better is not made. */
const leastGain = 0.02

/**
 * Computes what is to be added to the surroundings at each piece of the rim, in levels, so that they go on from the
 * original: how far the service's version of the original is off, and the jump across the rim that is left in the
 * service's own picture. The second is a guess from the pictures' slopes: it is smoothed along the rim and counts only as
 * far as it stands out from what textures and edges do, and not at all where the rim itself follows the subject's outline
 * (`rimIsOutline`). Null where there is nothing to correct.
 */
export function toneDifferences(
  samples: readonly BoundarySample[],
  rimIsOutline: boolean
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
  const jumps = rimIsOutline ? null : readJumps(samples)
  const both = samples.map((_, index): Tone => {
    const at = (c: 0 | 1 | 2): number => (drift[c][index] ?? 0) + (jumps?.[c][index] ?? 0)
    return toTone([at(0), at(1), at(2)])
  })
  const alone = samples.map((_, index): Tone =>
    toTone([drift[0][index] ?? 0, drift[1][index] ?? 0, drift[2][index] ?? 0])
  )
  return better(samples, jumps === null ? [alone] : [both, alone])
}

/** The correction of those given that leaves the least seam; null where none makes it better. */
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
 * Splits a tone (or a difference of tones) into luma and chroma as JPEG does (ITU-R BT.601, chroma about 0): pictures vary
 * far less in chroma, so that a drift of it shows sooner.
 */
export function toLumaChroma([red, green, blue]: Tone): LumaChroma {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue
  return [luma, (blue - luma) / 1.772, (red - luma) / 1.402]
}

/** The tone that has this luma and chroma. */
export function toTone([luma, blue, red]: LumaChroma): Tone {
  return [luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue]
}
