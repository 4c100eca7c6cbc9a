import { fail, type Outcome, succeed } from '../../src/core/outcome'
import type { Refusal } from './answer'

interface NumberRule {
  readonly allows: (value: number) => boolean
  readonly words: string
}

const ratio: NumberRule = { allows: (value) => value > 0 && value <= 1, words: 'must be in (0, 1]' }
const oneOf = (...values: readonly number[]): NumberRule => ({
  allows: (value) => values.includes(value),
  words: `must be one of ${values.join(', ')}`
})

/**
 * The range of every number of a create. From the reference, Body Parameters: the ratios, strength ("[0.1, 1.0]
 * recommended", 0 described), scale "[1, 20]", seed from −1, return_type, sync. Ours, where it is silent: steps up to
 * 100, seed up to 2³¹ − 1.
 */
export const numberRules = {
  return_type: oneOf(1, 2),
  top: ratio,
  bottom: ratio,
  left: ratio,
  right: ratio,
  strength: { allows: (value) => value >= 0 && value <= 1, words: 'must be in [0, 1]' },
  scale: { allows: (value) => value >= 1 && value <= 20, words: 'must be in [1, 20]' },
  steps: {
    allows: (value) => Number.isInteger(value) && value >= 1 && value <= 100,
    words: 'must be an integer in [1, 100]'
  },
  seed: {
    allows: (value) => Number.isInteger(value) && value >= -1 && value <= 2_147_483_647,
    words: 'must be an integer of at least -1'
  },
  sync: oneOf(0, 1)
} as const satisfies Readonly<Record<string, NumberRule>>

export type NumberField = keyof typeof numberRules

/** Digits with an optional sign and fraction: no exponent, no hexadecimal, no space, no empty text. */
const decimal = /^-?\d+(\.\d+)?$/

/** A 400 that names the parameter, in the form of the one message that is known (facts: prompt). */
export function invalid(name: string, words: string): Refusal {
  return { status: 400, message: `Invalid params '${name}', ${words}` }
}

/** The number in a field; undefined where the field is missing, a refusal where it breaks its rule. */
export function readNumber(
  fields: Readonly<Record<string, string>>,
  name: NumberField
): Outcome<number | undefined, Refusal> {
  const text = fields[name]
  if (text === undefined) return succeed(undefined)
  const { allows, words }: NumberRule = numberRules[name]
  if (!decimal.test(text)) return fail(invalid(name, 'must be a number'))
  const value = Number(text)
  return allows(value) ? succeed(value) : fail(invalid(name, words))
}
