import type { Completed } from './complete'
import type { PatchField } from './patch-field'
import type { Known, Raster } from './raster'
import { rimOf } from './rim'
import { type Field, smoothFill } from './smooth-fill'

/** The share of the gap at the rim that is left after each pixel of the way outward. */
const fading = 0.985

/** Adds up, for each pixel of the rim, what it is and what the matches of the patches over it say that it is. */
function gatherAlongRim({ width, height, data }: Raster, rim: Known, field: PatchField): Field {
  const values = new Float32Array(width * height * 4)
  const { radius, targets, match } = field
  for (const target of targets) {
    const source = match[target] ?? 0
    for (let row = -radius; row <= radius; row += 1) {
      for (let k = -radius; k <= radius; k += 1) {
        const to = target + row * width + k
        if (rim[to] !== 1) continue
        const from = source + row * width + k
        for (let c = 0; c < 3; c += 1) {
          const difference = (data[to * 3 + c] ?? 0) - (data[from * 3 + c] ?? 0)
          values[to * 4 + c] = (values[to * 4 + c] ?? 0) + difference
        }
        values[to * 4 + 3] = (values[to * 4 + 3] ?? 0) + 1
      }
    }
  }
  for (let i = 0; i < values.length; i += 4) {
    const weight = values[i + 3] ?? 0
    if (weight === 0) continue
    for (let c = 0; c < 4; c += 1) values[i + c] = (values[i + c] ?? 0) / weight
  }
  return { width, height, values }
}

/** The largest share of the first guess in what is painted, reached at `softened` of the picture's longer side. */
const mostGuess = 0.5
const softened = 0.45

/** What becomes of texture that is copied to each pixel of the small picture: texture · `keep` + `add`. */
export interface Toning {
  readonly keep: Float32Array
  /** Three numbers a pixel, levels. */
  readonly add: Float32Array
}

/**
 * How copied texture is toned. Along the rim the difference between what is known and what the patches over it say is
 * carried into the unknown part and fades there, so that no edge shows where the two meet; and the farther out, the more
 * of the first guess is mixed in: a growing softness, in which repetitions drown.
 */
export function tone({ raster, guess, distance }: Completed, known: Known, field: PatchField): Toning {
  const { width, height } = raster
  const gap = gatherAlongRim(raster, rimOf(known, width, height, field.radius), field)
  smoothFill(gap)
  const keep = new Float32Array(known.length)
  const add = new Float32Array(known.length * 3)
  for (let i = 0; i < known.length; i += 1) {
    const way = distance[i] ?? 0
    const left = fading ** Math.min(400, way)
    const guessed = mostGuess * Math.min(1, way / (softened * Math.max(width, height)))
    keep[i] = 1 - guessed
    for (let c = 0; c < 3; c += 1) {
      add[i * 3 + c] =
        (gap.values[i * 4 + c] ?? 0) * left * (1 - guessed) + (guess.data[i * 3 + c] ?? 0) * guessed
    }
  }
  return { keep, add }
}
