import type { Reply } from '../../bridge/protocol'
import type { Expansion } from '../../core/expansion/expansion'
import type { Failure } from '../../core/failures'
import type { Stage } from './expansion-ports'
import type { Reached, ReceivedResult } from './obtain-result'

/** One press on one target: as many variants as were asked for, of which one is in the document. */
export interface Run {
  readonly runId: string
  readonly order: Expansion
  readonly variations: readonly Variation[]
  /** The variant whose image is in the document, or was when it was last placed. */
  readonly shown: number | null
  /**
   * What has become of that image where it is not there any more, by undo or by hand: with all that was changed for it, or
   * alone. Null where it is there.
   */
  readonly undone: 'whole' | 'image-only' | null
  /** How the image has come into the document. */
  readonly where: Where | null
  /** While the original is looked at. */
  readonly isOriginalShown: boolean
  /** Why what was last pressed for could not be done; the variants are as they were. */
  readonly problem: Failure | null
  /** When the last press on it was, ms since 1970, and the id of the first variant that it asked for. */
  readonly startedAtMs: number
  readonly startedAtId: number
}

export type Where = Exclude<Reply<'place-result'>['where'], 'elsewhere'> | 'apart'

/** One request and its image; or one more image of another's answer. */
export interface Variation {
  readonly id: number
  readonly seed: number
  readonly state: VariationState
  /**
   * When its request was handed over, ms since 1970; not there where that was not yet, or was
   * before it was gone on with.
   */
  readonly sentAtMs?: number | null
}

export type VariationState =
  /** Not sent yet, or not asked for yet. */
  | { readonly kind: 'waiting' }
  /** `percent` is the service's own, null where a stage has none. */
  | { readonly kind: 'working'; readonly stage: Stage; readonly percent: number | null }
  | { readonly kind: 'ready'; readonly made: ReceivedResult }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly reached: Reached }
  | { readonly kind: 'cancelled'; readonly reached: Reached; readonly mayBeCharged: boolean }
  /** Another window of the plugin has placed or discarded it. */
  | { readonly kind: 'elsewhere' }

/** Whether an image of the run is in the document. */
export function isPlaced({ shown, undone }: Run): boolean {
  return shown !== null && undone === null
}

/** Whether anything of the run is still to come by itself. */
export function isUnderWay({ variations: variants }: Run): boolean {
  return variants.some(({ state }) => state.kind === 'waiting' || state.kind === 'working')
}

/** Whether everything of the run failed or was cancelled before there was anything paid for. */
export function isOverForNothing({ variations: variants }: Run): boolean {
  return variants.every(
    ({ state }) =>
      (state.kind === 'failed' && state.reached.kind === 'nothing') ||
      (state.kind === 'cancelled' && !state.mayBeCharged)
  )
}

/** Whether all of the run came to nothing for the want of a key that the service takes. */
export function isRefusedKey(run: Run): boolean {
  return (
    isOverForNothing(run) &&
    run.variations.every(
      ({ state }) =>
        state.kind === 'failed' && (state.failure.kind === 'wrong-key' || state.failure.kind === 'no-key')
    )
  )
}

/** A variant's image; null where it has none (yet). */
export function madeOf(state: VariationState | undefined): ReceivedResult | null {
  if (state?.kind === 'ready') {
    return state.made
  }
  return (state?.kind === 'failed' || state?.kind === 'cancelled') && state.reached.kind === 'image'
    ? state.reached
    : null
}

/** Whether a variant's image is paid for, and only this window can get and place it: its answer named no task. */
export function isUnnamed(state: VariationState): boolean {
  switch (state.kind) {
    case 'ready':
      return state.made.taskId === null
    case 'failed':
    case 'cancelled':
      return state.reached.kind !== 'nothing' && state.reached.taskId === null
    default:
      return false
  }
}

/** Whether something of the run can still be stopped: an image on its way into the document cannot. */
export function canCancel({ variations: variants }: Run): boolean {
  return variants.some(
    ({ state }) => state.kind === 'waiting' || (state.kind === 'working' && state.stage !== 'placing')
  )
}

/** Whether a variant's request has not left yet. */
export function isUnsent({ state }: Variation): boolean {
  return (
    state.kind === 'waiting' ||
    (state.kind === 'working' && ['exporting', 'preparing', 'queued'].includes(state.stage))
  )
}
