import type { Expansion } from '../../core/expansion/expansion'
import type { ExpansionDraft } from '../../core/expansion/expansion-draft'
import type { TaskRecord } from '../../core/expansion/task-record'
import { seedEnd } from '../../core/expansion/tuning'
import type { ReceivedResult, Submitted } from './obtain-result'
import { isUnderWay, isUnsent, madeOf, type Variation } from './run'
import { newRunContext, type RunContext } from './run-context'
import { createRunImages, type RunImages } from './run-images'
import { addVariations, changeRun, withoutRun } from './run-list'
import { createRunRequests } from './run-requests'
import { createRunUpdates, type RunsState } from './run-updates'
import type { RunsPorts } from './runs-ports'

/** Everything that is under way, and all that can be done with it. None of the calls throws. */
export interface Runs extends Pick<RunImages, 'show' | 'lookAtOriginal' | 'follow' | 'dismissUndone'> {
  /** Starts a run for each wish: `variants` paid requests each. */
  readonly start: (wishes: readonly ExpansionDraft[], options: StartOptions) => void
  /** Goes on with a remembered task, and shows its image. Nothing is paid for. */
  readonly resume: (record: TaskRecord) => void
  /** Shows an image that was made before. */
  readonly showAgain: (order: Expansion, made: ReceivedResult, baseUrl: string) => void
  /** Asks for more variants with new seeds: that many paid requests. */
  readonly more: (runId: string, variants: number) => void
  /**
   * Goes on with a variant that failed or was cancelled, from what exists of it already. Where that is nothing, it is a
   * new paid request, to `baseUrl`.
   */
  readonly goOn: (runId: string, id: number, baseUrl: string) => void
  /** Puts an image whose layer cannot take it on the page as a layer of its own. */
  readonly placeApart: RunImages['placeApart']
  /** Leaves what is shown in the document and lets go of the rest; does nothing where that is not there any more. */
  readonly keep: RunImages['keep']
  /** Makes the document what it was and lets go of everything; tells how much that was, null where it was not done. */
  readonly discard: RunImages['discard']
  /** What could not be done is taken note of. */
  readonly dismissProblem: (runId: string) => void
  /** Takes the run off the list. What is paid for and not placed stays remembered. */
  readonly dismiss: (runId: string) => void
  readonly cancel: (runId: string) => void
  /** Cancels what is not sent yet. */
  readonly cancelWaiting: () => void
  readonly cancelAll: () => void
  /** Whether a task is part of a run. */
  readonly hasTask: (taskId: string) => boolean
}

interface StartOptions {
  readonly variants: number
  /** The address that takes the requests. */
  readonly baseUrl: string
  /** Of each run's first variant; the others, and all where it is null, draw theirs. */
  readonly seed: number | null
}

export function createRuns(ports: RunsPorts, state: RunsState): Runs {
  const shelf = createRunUpdates(state)
  const contexts = new Map<string, RunContext>()

  const leave = (runId: string): void => {
    for (const controller of contexts.get(runId)?.controllers.values() ?? []) {
      controller.abort()
    }
    // What no id can bring back is gone with the run, by a press that was told so.
    for (const id of new Set([...(contexts.get(runId)?.unnamed.values() ?? [])].map((note) => note.id))) {
      void ports.memory.forgetSent(id)
    }
    contexts.delete(runId)
    shelf.set(withoutRun(shelf.get(), runId))
    shelf.onLeft()
  }
  const images = createRunImages(ports, contexts, shelf, leave)
  const requests = createRunRequests(ports, contexts, shelf, (runId, id, bytes) => {
    void images.showFirst(runId, id, bytes)
  })

  const contextOf = (runId: string, baseUrl: string): RunContext => {
    const context = contexts.get(runId) ?? newRunContext(baseUrl)
    contexts.set(runId, context)
    return context
  }
  const newVariants = (context: RunContext, count: number, seed: number | null): readonly Variation[] =>
    Array.from({ length: count }, (_, index) => ({
      id: ++context.lastId,
      seed: (index === 0 ? seed : null) ?? Math.floor(ports.random() * seedEnd),
      state: { kind: 'waiting' }
    }))
  /** Adds variants to the order's run, which is made where there is none yet. */
  const add = (order: Expansion, variants: readonly Variation[]): void => {
    const { runId } = order
    const known = shelf.run(runId)
    const start = { startedAtMs: ports.epochMs(), startedAtId: variants[0]?.id ?? 0 }
    if (known !== undefined) {
      shelf.set(changeRun(addVariations(shelf.get(), runId, variants), runId, isUnderWay(known) ? {} : start))
      return
    }
    const run = {
      runId,
      order,
      variations: variants,
      shown: null,
      undone: null,
      where: null,
      isOriginalShown: false,
      problem: null,
      ...start
    }
    shelf.set([...shelf.get(), run])
  }

  const cancelVariant = (runId: string, { id, state: { kind } }: Variation): void => {
    if (kind === 'waiting') {
      shelf.setVariant(runId, id, { kind: 'cancelled', reached: { kind: 'nothing' }, mayBeCharged: false })
    }
    contexts.get(runId)?.controllers.get(id)?.abort()
  }
  const cancelWhere = (isMeant: (variant: Variation) => boolean): void => {
    for (const { runId, variations: variants } of shelf.get()) {
      for (const variant of variants.filter(isMeant)) {
        cancelVariant(runId, variant)
      }
    }
  }

  return {
    ...images,
    start: (wishes, { variants: count, baseUrl, seed }) => {
      for (const wish of wishes) {
        const runId = newRunId(ports)
        const variants = newVariants(contextOf(runId, baseUrl), count, seed)
        add({ ...wish, runId, seed: variants[0]?.seed ?? 0 }, variants)
        requests.enqueue(runId, idsOf(variants))
      }
    },
    resume: (record) => {
      const { taskId, order, serviceUrl } = record
      const { runId, seed } = order
      const context = contextOf(runId, serviceUrl)
      context.records.set(taskId, record)
      context.kept.add(taskId)
      const id = ++context.lastId
      add(order, [{ id, seed, state: { kind: 'waiting' } }])
      const from: Submitted = { kind: 'task', taskId, sent: null }
      // It is this one that was pressed for: it is shown in the place of another.
      void requests
        .bring(runId, id, from)
        .then(() => (shelf.variant(runId, id)?.state.kind === 'ready' ? images.show(runId, id) : undefined))
    },
    showAgain: (order, made, baseUrl) => {
      const { runId, seed } = order
      const context = contextOf(runId, baseUrl)
      const known = shelf
        .run(runId)
        ?.variations.find((variant) => madeOf(variant.state)?.image === made.image)
      const id = known?.id ?? ++context.lastId
      if (known === undefined) {
        add(order, [{ id, seed, state: { kind: 'ready', made } }])
      }
      void images.show(runId, id)
    },
    more: (runId, count) => {
      const context = contexts.get(runId)
      const run = shelf.run(runId)
      if (context !== undefined && run !== undefined) {
        const variants = newVariants(context, count, null)
        add(run.order, variants)
        requests.enqueue(runId, idsOf(variants))
      }
    },
    goOn: (runId, id, baseUrl) => {
      const context = contexts.get(runId)
      const variant = shelf.variant(runId, id)
      if (
        context === undefined ||
        (variant?.state.kind !== 'failed' && variant?.state.kind !== 'cancelled')
      ) {
        return
      }
      const { reached } = variant.state
      const run = shelf.run(runId)
      if (run !== undefined && !isUnderWay(run)) {
        shelf.setRun(runId, { startedAtMs: ports.epochMs(), startedAtId: id })
      }
      switch (reached.kind) {
        case 'nothing':
          context.baseUrl = baseUrl
          shelf.setVariant(runId, id, { kind: 'waiting' })
          requests.enqueue(runId, [id])
          return
        case 'image':
          void images.show(runId, id)
          return
        case 'task':
        case 'result':
          shelf.setVariant(runId, id, { kind: 'waiting' })
          void requests.bring(runId, id, reached)
      }
    },
    dismissProblem: (runId) => {
      shelf.setRun(runId, { problem: null })
    },
    dismiss: (runId) => {
      if (shelf.run(runId)?.shown != null) {
        void ports.call('forget-image', { runId })
      }
      leave(runId)
    },
    cancel: (runId) => {
      for (const variant of shelf.run(runId)?.variations ?? []) {
        cancelVariant(runId, variant)
      }
    },
    cancelWaiting: () => {
      cancelWhere(isUnsent)
    },
    cancelAll: () => {
      cancelWhere(() => true)
    },
    hasTask: (taskId) => [...contexts.values()].some(({ records }) => records.has(taskId))
  }
}

function idsOf(variants: readonly Variation[]): readonly number[] {
  return variants.map(({ id }) => id)
}

function newRunId({ epochMs, random }: RunsPorts): string {
  return epochMs().toString(36) + Math.floor(random() * 2 ** 48).toString(36)
}
