import type { Failure } from '../../core/failures'
import { expand } from './expand'
import type { ExpandEvent, ExpandSteps, ExpandWatch, Reached } from './expansion-types'
import { isUnderWay, isUnsent, type Variation } from './run'
import type { RunDocument } from './run-document'
import type { RunContext, RunsPorts, RunsState, RunsStore } from './runs-store'
import { createFinishingFront } from './steps/finishing-front'

/** Whether an image is placed where another of its run is in the document. */
type Placing = 'first' | 'always'

/** The expansions of a run's variations: each is one call of `expand`, whose events change the list of runs. */
export interface RunVariations {
  /** Sends a variation that waits: a paid request. Resolves when its create is answered, or will not be. */
  readonly send: (runId: string, id: number, serviceUrl: string) => Promise<void>
  /** Goes on with a variation from what exists of it; resolves at its end. Nothing is paid for. */
  readonly goOn: (runId: string, id: number, from: Reached, placing: Placing) => Promise<void>
  readonly cancel: (runId: string, variation: Variation) => void
}

export function createRunVariations(
  ports: RunsPorts,
  store: RunsStore,
  inDocument: Pick<RunDocument, 'show' | 'showFirst'>,
  { onMade, onTimed, onLeft }: Pick<RunsState, 'onMade' | 'onTimed' | 'onLeft'>
): RunVariations {
  const { dispatch } = store
  const front = createFinishingFront(ports)

  const run = async (
    runId: string,
    id: number,
    from: Reached,
    serviceUrl: string,
    placing: Placing,
    onAnswered: () => void
  ): Promise<void> => {
    const context = store.context(runId)
    const order = store.run(runId)?.expansion
    const variation = store.variation(runId, id)
    if (context === undefined || order === undefined || variation === undefined) {
      return
    }
    const expansion = { ...order, seed: variation.seed }
    /** The variation of each image of the answer, by its index. */
    const ids = [id]
    let reached = from
    /** A later run of the same expansion has variations of the same numbers. */
    const isLeft = (at: number): boolean =>
      store.context(runId) !== context || store.variation(runId, at) === undefined
    const end = (failure: Failure): void => {
      if (isLeft(id)) {
        onLeft()
        return
      }
      dispatch({ kind: 'ended', runId, id, end: { kind: 'failed', failure, reached } })
    }
    const emit = (event: ExpandEvent): void => {
      const at = 'index' in event ? (ids[event.index] ?? id) : id
      if (event.kind !== 'answered' && isLeft(at)) {
        // The run was let go of in the meantime: what it has come to is remembered, or can be had from this window.
        if (event.kind === 'finished') {
          onMade(expansion, event.image)
        }
        onLeft()
        return
      }
      switch (event.kind) {
        case 'answered':
          ;({ reached } = event)
          onAnswered()
          return
        case 'images': {
          const seed = variation.seed
          const added = Array.from({ length: event.count - 1 }, () => ++context.lastId)
          ids.push(...added)
          added.forEach((each) => {
            context.controllers.set(each, controller)
          })
          const further = added.map((each) => ({ id: each, seed, state: receiving, sentAtMs: null }))
          dispatch({ kind: 'variations-added', runId, variations: further })
          return
        }
        case 'finished': {
          const sentAtMs = store.variation(runId, at)?.sentAtMs ?? null
          onMade(expansion, event.image)
          dispatch({ ...event, runId, id: at })
          if (sentAtMs !== null) {
            onTimed(expansion, ports.epochMs() - sentAtMs)
          }
          return
        }
        case 'ended':
          dispatch({ ...event, runId, id: at })
      }
    }
    const service = ports.serviceAt(serviceUrl)
    if (service === null) {
      end({ kind: 'no-key' })
      return
    }
    const controller = new AbortController()
    context.controllers.set(id, controller)
    const { signal } = controller
    const watch: ExpandWatch = {
      signal,
      emit,
      onProgress: (stage, percent, index = 0) => {
        const at = ids[index] ?? id
        // What an earlier attempt of it still says is ignored.
        if (signal.aborted || context.controllers.get(at) !== controller) {
          return
        }
        if (stage === 'sending') {
          dispatch({ kind: 'sent', runId, id, atMs: ports.epochMs() })
        }
        dispatch({ kind: 'progress', runId, id: at, stage, percent })
      }
    }
    const steps: ExpandSteps = {
      ...context.preparation,
      journal: journalOf(context),
      service,
      prepareFinish: () => {
        if (!signal.aborted) {
          front.enter(runId, context.preparation.snapshot)
        }
      },
      finishReceived: (...params) => front.finishReceived(runId, ...params),
      epochMs: ports.epochMs,
      tickMs: ports.clock.nowMs,
      place: (index, _image, bytes) => {
        const at = ids[index] ?? id
        if (isLeft(at)) {
          return Promise.resolve()
        }
        return placing === 'always' && index === 0
          ? inDocument.show(runId, at)
          : inDocument.showFirst(runId, at, bytes)
      }
    }
    try {
      await expand({ expansion, serviceUrl }, from, steps, watch)
    } catch (error) {
      const isSent = !isUnsent(store.variation(runId, id) ?? variation)
      const mayExist = isSent && reached.kind === 'nothing' ? { taskMayExist: true as const } : {}
      end({ kind: 'broken', detail: String(error), ...mayExist })
    } finally {
      for (const each of ids.filter((at) => context.controllers.get(at) === controller)) {
        context.controllers.delete(each)
      }
      const left = store.run(runId)
      if (left === undefined || !isUnderWay(left)) {
        front.leave(runId)
      }
    }
  }

  /** The journal, noting which of its entries are the run's. */
  const journalOf = ({ accepted, unnamed }: RunContext): ExpandSteps['journal'] => ({
    ...ports.journal,
    accept: (task) => {
      accepted.add(task.entryId)
      if (task.taskId === null) {
        unnamed.add(task.entryId)
      }
      return ports.journal.accept(task)
    }
  })

  return {
    send: (runId, id, serviceUrl) => {
      if (store.variation(runId, id)?.state.kind !== 'waiting') {
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        void run(runId, id, { kind: 'nothing' }, serviceUrl, 'first', resolve).finally(resolve)
      })
    },
    goOn: (runId, id, from, placing) => run(runId, id, from, addressOf(from), placing, () => undefined),
    cancel: (runId, { id, state }) => {
      if (state.kind === 'waiting') {
        const end = { kind: 'cancelled', reached: { kind: 'nothing' }, mayBeCharged: false } as const
        dispatch({ kind: 'ended', runId, id, end })
      }
      if (state.kind === 'working' && state.stage === 'sending') {
        dispatch({ kind: 'canceling', runId, id })
      }
      store.context(runId)?.controllers.get(id)?.abort()
    }
  }
}

/** Where what exists of a variation is known. */
function addressOf(from: Reached): string {
  switch (from.kind) {
    case 'task':
      return from.serviceUrl
    case 'result':
    case 'image':
      return from.task.serviceUrl
    case 'nothing':
      return ''
  }
}

const receiving = { kind: 'working', stage: 'receiving', percent: null } as const
