import type { Reply } from '../../bridge/protocol'
import type { Expansion } from '../../core/expansion/expansion'
import type { Failure } from '../../core/failures'
import type { ExpandEnd, FinishedImage, Stage } from './expansion-types'

/** One press on one target: as many variations as were asked for, of which one is in the document. */
export interface Run {
  readonly runId: string
  readonly expansion: Expansion
  readonly variations: readonly Variation[]
  /** The variation whose image is in the document, or was when it was last placed. */
  readonly shown: number | null
  /** The variation whose image is on its way into the document. */
  readonly placing: number | null
  /**
   * What has become of that image where it is not there any more, by undo or by hand: with all that was changed for it, or
   * alone. Null where it is there.
   */
  readonly undone: 'whole' | 'image-only' | null
  /** How the image has come into the document. */
  readonly where: Where | null
  /** While the original is looked at. */
  readonly isOriginalShown: boolean
  /** Why what was last pressed for could not be done; the variations are as they were. */
  readonly problem: Failure | null
  /** When the last press on it was, ms since 1970, and the id of the first variation that it asked for. */
  readonly startedAtMs: number
  readonly startedAtId: number
}

export type Where = Exclude<Reply<'place-result'>['where'], 'elsewhere'> | 'apart'

/** One request and its image; or one more image of another's answer. */
export interface Variation {
  readonly id: number
  readonly seed: number
  readonly state: VariationState
  /** Unix time when its create was sent, ms. Null until sent; reset when the variation is gone on with. */
  readonly sentAtMs: number | null
}

export type VariationState =
  /** Not sent yet, or not asked for yet. */
  | { readonly kind: 'waiting' }
  /** `percent` is the service's own, null where a stage has none. */
  | { readonly kind: 'working'; readonly stage: Stage; readonly percent: number | null }
  /** Canceled while its create was being sent: the answer, which names the paid task, is awaited. */
  | { readonly kind: 'canceling' }
  | { readonly kind: 'ready'; readonly image: FinishedImage }
  | ExpandEnd
  /** Another window of the plugin has placed or discarded it. */
  | { readonly kind: 'elsewhere' }

/** Tells whether an image of the run is in the document. */
export function isPlaced({ shown, undone }: Run): boolean {
  return shown !== null && undone === null
}

/** Tells whether anything of the run that was not canceled is still to come by itself. */
export function isUnderWay(run: Run): boolean {
  return isPlacingFirst(run) || run.variations.some(({ state: { kind } }) => isOpen(kind))
}

/** Tells whether the run's first image is on its way into the document: to show another one is not to make it. */
export function isPlacingFirst({ placing, shown }: Run): boolean {
  return placing !== null && shown === null
}

function isOpen(kind: VariationState['kind']): boolean {
  return kind === 'waiting' || kind === 'working'
}

/** Tells whether everything of the run failed or was canceled before there was anything paid for. */
export function isOverForNothing({ variations }: Run): boolean {
  return variations.every(
    ({ state }) =>
      (state.kind === 'failed' && state.reached.kind === 'nothing') ||
      (state.kind === 'cancelled' && !state.mayBeCharged)
  )
}

/** Tells whether all of the run came to nothing for the want of a key that the service takes. */
export function isRefusedKey(run: Run): boolean {
  return (
    isOverForNothing(run) &&
    run.variations.every(
      ({ state }) =>
        state.kind === 'failed' && (state.failure.kind === 'wrong-key' || state.failure.kind === 'no-key')
    )
  )
}

/** Returns a variation's image; null where it has none (yet). */
export function madeOf(state: VariationState | undefined): FinishedImage | null {
  if (state?.kind === 'ready') {
    return state.image
  }
  return (state?.kind === 'failed' || state?.kind === 'cancelled') && state.reached.kind === 'image'
    ? state.reached
    : null
}

/** Tells whether a variation's image is paid for, and only this window can get and place it: its answer named no task. */
export function isUnnamed(state: VariationState): boolean {
  switch (state.kind) {
    case 'ready':
      return state.image.taskId === null
    case 'failed':
    case 'cancelled':
      return state.reached.kind !== 'nothing' && state.reached.taskId === null
    default:
      return false
  }
}

/** Tells whether the run can be taken off the list: nothing of it is in the document, or still to be answered. */
export function canLeave(run: Run): boolean {
  const isAwaited = run.variations.some(({ state }) => state.kind === 'canceling')
  return run.shown === null && !isUnderWay(run) && !isAwaited
}

/** Tells whether something of the run can still be stopped. */
export function canCancel({ variations }: Run): boolean {
  return variations.some(({ state }) => isOpen(state.kind))
}

/** Tells whether a variation's create has not left yet. */
export function isUnsent({ state }: Variation): boolean {
  return (
    state.kind === 'waiting' ||
    (state.kind === 'working' && ['exporting', 'preparing', 'queued'].includes(state.stage))
  )
}
