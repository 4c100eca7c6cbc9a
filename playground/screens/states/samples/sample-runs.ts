import type { Expansion } from '../../../../src/core/expansion/expansion'
import { expansionDrafts } from '../../../../src/ui/draft/expansion-drafts'
import type { FinishedImage } from '../../../../src/ui/expansion/expansion-types'
import type { Run, Variation, VariationState } from '../../../../src/ui/expansion/run'
import type { Task } from '../../../../src/ui/expansion/task'
import type { AppState } from '../../../../src/ui/state/app-state'
import { frozenAtMs } from './frozen-time'
import type { Pictures } from './pictures'

/** How long every run has been going on, ms. */
const elapsedMs = 42_000

/** The order that a press in this state gives, but for what is changed of it. */
export function orderFrom(state: AppState, change: Partial<Expansion> = {}): Expansion {
  const [wish] = expansionDrafts(state)
  if (wish === undefined) {
    throw new Error('nothing can be expanded in this state')
  }
  return { ...wish, runId: 'run-1', seed: 1_804_289_383, ...change }
}

/** A run of an order whose variants are in these states; none of them is in the document. */
export function runOf(
  order: Expansion,
  states: readonly [VariationState, ...VariationState[]],
  change: Partial<Run> = {}
): Run {
  const variants = states.map((state, index): Variation => ({
    id: index + 1,
    seed: order.seed + index,
    state,
    sentAtMs: null
  }))
  return {
    runId: order.runId,
    expansion: order,
    variations: variants,
    shown: null,
    placing: null,
    undone: null,
    where: null,
    isOriginalShown: false,
    problem: null,
    startedAtMs: frozenAtMs - elapsedMs,
    startedAtId: 1,
    ...change
  }
}

/** A task that the service has taken. */
export const sampleTask: Task = {
  entryId: 'entry-1',
  taskId: 'task-1',
  serviceUrl: 'https://techhk.aoscdn.com',
  acceptedAtMs: frozenAtMs,
  acceptedAtTick: null,
  createdAtMs: null,
  isCanceled: false,
  done: []
}

/** An image that was made; `number` picks its picture. */
export function madeImage(
  { results }: Pictures,
  number: number,
  change: Partial<FinishedImage> = {}
): FinishedImage {
  return {
    task: sampleTask,
    taskId: `task-${number}`,
    index: 0,
    count: 1,
    image: new Blob(),
    thumbnail: results[number % Math.max(1, results.length)] ?? null,
    seam: { before: { mean: 3.2, worst: 9.4 }, after: { mean: 0.6, worst: 2.1 } },
    isUnchanged: false,
    verdict: null,
    ...change
  }
}

/** The state with these runs in its window. */
export function withRuns(state: AppState, runs: readonly Run[], runId: string | null = null): AppState {
  return { ...state, runs, openRun: { kind: 'chosen', runId } }
}
