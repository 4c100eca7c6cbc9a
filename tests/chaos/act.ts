import type { SeededRandom } from './seeded-random'

/** Something that can be done at the moment, and how likely it is beside others. */
export interface Act {
  readonly name: string
  /** What it is done with, where there are several of a kind. */
  readonly target: string
  readonly weight: number
  readonly act: () => void
}

/** Draws one of the things that can be done. */
export function drawAct(acts: readonly Act[], random: SeededRandom): Act | null {
  const sum = acts.reduce((total, { weight }) => total + weight, 0)
  let at = random.next() * sum
  for (const act of acts) {
    at -= act.weight
    if (at < 0) {
      return act
    }
  }
  return null
}
