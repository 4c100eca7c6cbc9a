import type { Reached } from '../expansion/obtain-result'

/** How far the expansion had come that a failure ended; null for a failure of no expansion, as of a test of the key. */
export type HowFar = Reached['kind'] | null

/** What a failure says of credits at each time; nothing where it is not given. */
interface OfCredits {
  /** The task is known and paid for: its result costs nothing more. */
  readonly paid: string
  /** No task is known, whether or not a request was sent. */
  readonly unpaid?: string
  /** The failure belongs to no expansion; as `unpaid` where it is not given. */
  readonly alone?: string
  /** The image is there: what is left to do costs nothing. */
  readonly made?: string
}

/** Chooses what a failure says of credits by how far its expansion had come. */
export function ofCredits(
  howFar: HowFar,
  { paid, unpaid = '', alone = unpaid, made = '' }: OfCredits
): string {
  switch (howFar) {
    case null:
      return alone
    case 'nothing':
      return unpaid
    case 'task':
    case 'result':
      return paid
    case 'image':
      return made
  }
}
