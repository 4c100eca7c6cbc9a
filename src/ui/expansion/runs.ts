import type { Expansion } from '../../core/expansion/expansion'
import type { ExpansionDraft } from '../../core/expansion/expansion-draft'
import { doneImages, type JournalEntry } from '../../core/expansion/journal-entry'
import { seedEnd } from '../../core/expansion/tuning'
import type { FinishedImage, Reached } from './expansion-types'
import { createQueue } from './queue'
import { isUnsent, madeOf, type Variation } from './run'
import { createRunDocument, type RunDocument } from './run-document'
import { createRunVariations } from './run-variations'
import { createRunsStore, type RunContext, type RunsPorts, type RunsState } from './runs-store'
import { createPreparation } from './steps/preparation'

/** Everything that is under way, and all that can be done with it. None of the calls throws. */
export interface Runs extends Omit<RunDocument, 'showFirst'> {
  /** Starts a run for each draft: `variants` paid requests each. */
  readonly start: (drafts: readonly ExpansionDraft[], options: StartOptions) => void
  /** Goes on with remembered tasks of one expansion, and shows the first one's image. Nothing is paid for. */
  readonly resume: (entries: readonly JournalEntry[]) => void
  /** Shows an image that was made before; `isRemembered`: the journal has it still. */
  readonly showAgain: (
    expansion: Expansion,
    made: FinishedImage,
    options: { readonly baseUrl: string; readonly isRemembered: boolean }
  ) => void
  /** Asks for more variations with new seeds: that many paid requests. */
  readonly more: (runId: string, variations: number) => void
  /**
   * Goes on with a variation that failed or was canceled, from what exists of it already. Where that is nothing, it is a
   * new paid request, to `baseUrl`.
   */
  readonly goOn: (runId: string, id: number, baseUrl: string) => void
  /** What could not be done is taken note of. */
  readonly dismissProblem: (runId: string) => void
  /** Takes the run off the list. What is paid for and not placed stays remembered. */
  readonly dismiss: (runId: string) => void
  readonly cancel: (runId: string) => void
  /** Cancels what is not sent yet. */
  readonly cancelWaiting: () => void
  readonly cancelAll: () => void
  /** Tells whether a journal entry is part of a run. */
  readonly hasEntry: (entryId: string) => boolean
}

interface StartOptions {
  readonly variants: number
  /** The address that takes the requests. */
  readonly baseUrl: string
  /** Of each run's first variation; the others, and all where it is null, draw theirs. */
  readonly seed: number | null
}

export function createRuns(ports: RunsPorts, state: RunsState): Runs {
  const store = createRunsStore(ports, state)
  const { dispatch } = store
  const inDocument = createRunDocument(ports, store)
  const variations = createRunVariations(ports, store, inDocument, state)
  const queue = createQueue(ports.clock)

  const contextFor = (expansion: Expansion, serviceUrl: string, isResumed: boolean): RunContext => {
    const { runId } = expansion
    const context = store.context(runId) ?? newContext(expansion, serviceUrl, ports, isResumed)
    store.addContext(runId, context)
    return context
  }
  const waiting = (context: RunContext, count: number, seed: number | null): readonly Variation[] =>
    Array.from({ length: count }, (_, index) => ({
      id: ++context.lastId,
      seed: (index === 0 ? seed : null) ?? drawSeed(ports),
      state: { kind: 'waiting' },
      sentAtMs: null
    }))
  /** Adds variations to the expansion's run, which is made where there is none yet. */
  const add = (expansion: Expansion, added: readonly Variation[]): void => {
    const { runId } = expansion
    const startedAtMs = ports.epochMs()
    const startedAtId = added[0]?.id ?? 0
    if (store.run(runId) === undefined) {
      const nothing = { shown: null, placing: null, undone: null, where: null, problem: null }
      const run = { runId, expansion, variations: added, isOriginalShown: false, ...nothing }
      dispatch({ kind: 'run-started', run: { ...run, startedAtMs, startedAtId } })
      return
    }
    dispatch({ kind: 'pressed', runId, id: startedAtId, atMs: startedAtMs })
    dispatch({ kind: 'variations-added', runId, variations: added })
  }
  const enqueue = (runId: string, added: readonly Variation[], serviceUrl: string): void => {
    const ids = added.map(({ id }) => id)
    queue.enqueue(() => Promise.all(ids.map((id) => variations.send(runId, id, serviceUrl))))
  }

  const cancelWhere = (runId: string, isMeant: (variation: Variation) => boolean): void => {
    for (const variation of store.run(runId)?.variations.filter(isMeant) ?? []) {
      variations.cancel(runId, variation)
    }
  }

  return {
    ...inDocument,
    start: (drafts, { variants: count, baseUrl, seed }) => {
      for (const draft of drafts) {
        const expansion = { ...draft, runId: newRunId(ports), seed: seed ?? drawSeed(ports) }
        const context = contextFor(expansion, baseUrl, false)
        const added = waiting(context, count, expansion.seed)
        add(expansion, added)
        enqueue(expansion.runId, added, baseUrl)
      }
    },
    resume: (entries) => {
      for (const [index, { id: entryId, expansion, serviceUrl, accepted, ...entry }] of entries.entries()) {
        if (accepted === null) {
          continue
        }
        const { runId, seed } = expansion
        const context = contextFor(expansion, serviceUrl, true)
        context.accepted.add(entryId)
        context.resumed.add(entryId)
        const id = ++context.lastId
        add(expansion, [{ id, seed, state: { kind: 'waiting' }, sentAtMs: null }])
        const { taskId, atMs, createdAtMs, isCanceled } = accepted
        const task = {
          entryId,
          taskId,
          serviceUrl,
          acceptedAtMs: atMs,
          acceptedAtTick: null,
          createdAtMs,
          isCanceled,
          done: doneImages(entry)
        }
        // The designer pressed for the first: it is shown in the place of another.
        void variations.goOn(runId, id, { kind: 'task', ...task }, index === 0 ? 'always' : 'first')
      }
    },
    showAgain: (expansion, made, { baseUrl, isRemembered }) => {
      const { runId, seed } = expansion
      const context = contextFor(expansion, baseUrl, true)
      if (isRemembered) {
        context.accepted.add(made.task.entryId)
      }
      const known = store
        .run(runId)
        ?.variations.find((variation) => madeOf(variation.state)?.image === made.image)
      const id = known?.id ?? ++context.lastId
      if (known === undefined) {
        add(expansion, [{ id, seed, state: { kind: 'ready', image: made }, sentAtMs: null }])
      }
      void inDocument.show(runId, id)
    },
    more: (runId, count) => {
      const context = store.context(runId)
      const run = store.run(runId)
      if (context !== undefined && run !== undefined) {
        const added = waiting(context, count, null)
        add(run.expansion, added)
        enqueue(runId, added, context.serviceUrl)
      }
    },
    goOn: (runId, id, baseUrl) => {
      const context = store.context(runId)
      const variation = store.variation(runId, id)
      if (context === undefined || variation === undefined || !hasEnded(variation.state)) {
        return
      }
      const { reached } = variation.state
      dispatch({ kind: 'pressed', runId, id, atMs: ports.epochMs() })
      if (reached.kind === 'image') {
        void inDocument.show(runId, id)
        return
      }
      dispatch({ kind: 'gone-on', runId, id })
      if (reached.kind === 'nothing') {
        enqueue(runId, [variation], baseUrl)
      } else {
        void variations.goOn(runId, id, reached, 'first')
      }
    },
    dismissProblem: (runId) => {
      dispatch({ kind: 'problem', runId, failure: null })
    },
    dismiss: (runId) => {
      if (store.run(runId)?.shown != null) {
        void ports.call('forget-image', { runId })
      }
      store.leave(runId)
    },
    cancel: (runId) => {
      cancelWhere(runId, () => true)
    },
    cancelWaiting: () => {
      store.runs().forEach(({ runId }) => {
        cancelWhere(runId, isUnsent)
      })
    },
    cancelAll: () => {
      store.runs().forEach(({ runId }) => {
        cancelWhere(runId, () => true)
      })
    },
    hasEntry: store.hasEntry
  }
}

type Ended = Extract<Variation['state'], { readonly reached: Reached }>

function hasEnded(state: Variation['state']): state is Ended {
  return state.kind === 'failed' || state.kind === 'cancelled'
}

function newContext(
  expansion: Expansion,
  serviceUrl: string,
  ports: RunsPorts,
  isResumed: boolean
): RunContext {
  return {
    serviceUrl,
    preparation: createPreparation(expansion, ports, isResumed),
    controllers: new Map(),
    accepted: new Set(),
    unnamed: new Set(),
    resumed: new Set(),
    work: Promise.resolve(),
    lastId: 0
  }
}

function newRunId({ epochMs, random }: RunsPorts): string {
  return epochMs().toString(36) + Math.floor(random() * 2 ** 48).toString(36)
}

function drawSeed({ random }: RunsPorts): number {
  return Math.floor(random() * seedEnd)
}
