import type { Expansion } from '../../core/expansion/expansion'
import type { ReceivedResult } from './obtain-result'
import { madeOf, type Run, type Variation, type VariationState } from './run'
import { changeRun, changeVariation } from './run-list'

/** Where the list of runs is kept, and who wants to know what becomes of it. */
export interface RunsState {
  readonly get: () => readonly Run[]
  readonly set: (runs: readonly Run[]) => void
  /** An image was made: it can be had again for as long as the window is open. */
  readonly onMade: (order: Expansion, made: ReceivedResult) => void
  /** A request of this window brought its image, `ms` after it was handed over. */
  readonly onTimed: (order: Expansion, ms: number) => void
  /** Tasks that were part of a run are not any more. */
  readonly onLeft: () => void
}

/** The list of runs, one run and one variant at a time. */
export interface RunUpdates extends RunsState {
  readonly run: (runId: string) => Run | undefined
  readonly variant: (runId: string, id: number) => Variation | undefined
  /** A variant's image; null where it has none (any more). */
  readonly made: (runId: string, id: number) => ReceivedResult | null
  readonly setRun: (runId: string, change: Partial<Run>) => void
  readonly setVariant: (runId: string, id: number, to: VariationState) => void
  readonly setSent: (runId: string, id: number, sentAtMs: number | null) => void
}

export function createRunUpdates(state: RunsState): RunUpdates {
  const run = (runId: string): Run | undefined => state.get().find((other) => other.runId === runId)
  const variant = (runId: string, id: number): Variation | undefined =>
    run(runId)?.variations.find((other) => other.id === id)
  return {
    ...state,
    run,
    variant,
    made: (runId, id) => madeOf(variant(runId, id)?.state),
    setRun: (runId, change) => {
      state.set(changeRun(state.get(), runId, change))
    },
    setVariant: (runId, id, to) => {
      state.set(changeVariation(state.get(), runId, id, { state: to }))
    },
    setSent: (runId, id, sentAtMs) => {
      state.set(changeVariation(state.get(), runId, id, { sentAtMs }))
    }
  }
}

/** The order of one variant: all of a run differ by their seeds alone. */
export function expansionOf({ order }: Run, { seed }: Variation): Expansion {
  return { ...order, seed }
}
