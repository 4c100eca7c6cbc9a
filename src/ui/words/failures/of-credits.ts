import type { Reached } from '../../expansion/expansion-types'

/** How far the failed expansion had come; null for a failure of no expansion, such as the key's test. */
export type HowFar = Reached['kind'] | null

/** What a failure says about credits at each stage; nothing by default. */
interface OfCredits {
  /** The task is known and paid: its result costs nothing more. */
  readonly paid: string
  /** No task is known, whether or not a request was sent. */
  readonly unpaid?: string
  /** The failure belongs to no expansion; `unpaid` by default. */
  readonly alone?: string
  /** The image is finished: placing it costs nothing. */
  readonly made?: string
}

/** Chooses what a failure says about credits by how far its expansion had come. */
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
