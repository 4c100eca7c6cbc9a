import type { Caller } from '../../bridge/caller'
import type { Clock } from '../../core/clock'
import type { Expansion } from '../../core/expansion/expansion'
import type { ServiceClient } from '../../service/service-client'
import { type ExpansionPorts, type FinishedImage, leftReason } from './expansion-types'
import type { Journal } from './journal'
import { madeOf, type Run, type Variation } from './run'
import { reduceRuns, type RunEvent } from './run-events'
import type { Preparation } from './steps/preparation'

/** What runs work with; each can be a fake in a test. */
export interface RunsPorts extends ExpansionPorts {
  readonly call: Caller
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly epochMs: () => number
  /** A number from 0 up to 1, as from Math.random. */
  readonly random: () => number
  readonly journal: Journal
  /** Null without a key. */
  readonly serviceAt: (baseUrl: string) => ServiceClient | null
}

/** Where the list of runs is kept, and who wants to know what becomes of it. */
export interface RunsState {
  readonly get: () => readonly Run[]
  readonly set: (runs: readonly Run[]) => void
  /** An image was made: it can be had again for as long as the window is open. */
  readonly onMade: (expansion: Expansion, made: FinishedImage) => void
  /** A request of this window brought its image, `ms` after it was handed over. */
  readonly onTimed: (expansion: Expansion, ms: number) => void
  /** Tasks that were part of a run are not any more. */
  readonly onLeft: () => void
}

/** What a run needs beside what is shown of it. */
export interface RunContext {
  /** The address that takes its further requests. */
  readonly serviceUrl: string
  readonly preparation: Preparation
  readonly controllers: Map<number, AbortController>
  /** Journal entries whose creates the service has accepted. */
  readonly accepted: Set<string>
  /** Of these, the ones without a task: no id can bring their images back. */
  readonly unnamed: Set<string>
  /** Of these, the ones of earlier windows: other windows may resume them too. */
  readonly resumed: Set<string>
  /** The document is changed by one thing after another. */
  work: Promise<unknown>
  lastId: number
}

/** The list of runs, changed by events alone, and what the window has of each run beside it. */
export interface RunsStore {
  readonly runs: () => readonly Run[]
  readonly run: (runId: string) => Run | undefined
  readonly variation: (runId: string, id: number) => Variation | undefined
  /** A variation's image; null where it has none (any more). */
  readonly made: (runId: string, id: number) => FinishedImage | null
  readonly dispatch: (event: RunEvent) => void
  readonly context: (runId: string) => RunContext | undefined
  readonly addContext: (runId: string, context: RunContext) => void
  readonly hasEntry: (entryId: string) => boolean
  /** Takes a run off the list and stops what is under way of it. What is paid for and not decided about stays remembered. */
  readonly leave: (runId: string) => void
}

export function createRunsStore({ journal }: RunsPorts, state: RunsState): RunsStore {
  const contexts = new Map<string, RunContext>()
  const dispatch = (event: RunEvent): void => {
    state.set(reduceRuns(state.get(), event))
  }
  const runOf = (runId: string): Run | undefined => state.get().find((run) => run.runId === runId)
  const variationOf = (runId: string, id: number): Variation | undefined =>
    runOf(runId)?.variations.find((variation) => variation.id === id)
  return {
    runs: state.get,
    run: runOf,
    variation: variationOf,
    made: (runId, id) => madeOf(variationOf(runId, id)?.state),
    dispatch,
    context: (runId) => contexts.get(runId),
    addContext: (runId, context) => {
      contexts.set(runId, context)
    },
    hasEntry: (entryId) => [...contexts.values()].some(({ accepted }) => accepted.has(entryId)),
    leave: (runId) => {
      const context = contexts.get(runId)
      context?.controllers.forEach((controller) => {
        controller.abort(leftReason)
      })
      // What no id can bring back is gone with the run, by a press that was told so.
      context?.unnamed.forEach((entryId) => void journal.settle(entryId, null))
      contexts.delete(runId)
      dispatch({ kind: 'left', runId })
      state.onLeft()
    }
  }
}
