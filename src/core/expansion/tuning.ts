import { scaleRange, stepsRange, strengthRange } from '../limits'
import { fail, type Outcome, succeed } from '../outcome'

/** What the service can be told of how to generate; null leaves it to the service's own default, and is not sent. */
export interface Tuning {
  /** 0 to 1: how far the result may leave the picture for the prompt. */
  readonly strength: number | null
  /** 1 to 20: how closely the prompt is followed. */
  readonly scale: number | null
  /** A whole number of sampling steps, at least 1. */
  readonly steps: number | null
}

export const noTuning: Tuning = { strength: null, scale: null, steps: null }

/** Seeds that are drawn are whole numbers below this: what a signed 32-bit number holds. */
export const seedEnd = 2 ** 31

export type TuningField = keyof Tuning | 'seed'

/** What can be typed in each field; the longest number of steps is ours, against slips: none is documented. */
export const tuningRanges = {
  strength: { ...strengthRange, isWhole: false },
  scale: { min: scaleRange.min, max: scaleRange.max, isWhole: false },
  steps: { min: stepsRange.min, max: 200, isWhole: true },
  seed: { min: 0, max: seedEnd - 1, isWhole: true }
} as const satisfies Record<TuningField, { min: number; max: number; isWhole: boolean }>

export interface TuningObstacle {
  readonly kind: 'out-of-range'
  readonly field: TuningField
}

/** Reads what a designer typed; an empty field is null. `seed` null draws a new one for each image. */
export function readTuning(
  texts: Readonly<Record<TuningField, string>>
): Outcome<{ readonly tuning: Tuning; readonly seed: number | null }, TuningObstacle> {
  const read = (field: TuningField): number | null => {
    const text = texts[field].trim().replace(',', '.')
    return text === '' ? null : Number(text)
  }
  const values = {
    strength: read('strength'),
    scale: read('scale'),
    steps: read('steps'),
    seed: read('seed')
  }
  for (const field of ['strength', 'scale', 'steps', 'seed'] as const) {
    const value = values[field]
    if (value !== null && !isWithin(value, field)) {
      return fail({ kind: 'out-of-range', field })
    }
  }
  const { seed, ...tuning } = values
  return succeed({ tuning, seed })
}

function isWithin(value: number, field: TuningField): boolean {
  const { min, max, isWhole } = tuningRanges[field]
  return value >= min && value <= max && (!isWhole || Number.isInteger(value))
}
