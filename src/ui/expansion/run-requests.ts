import type { Expansion } from '../../core/expansion/expansion'
import type { Failure } from '../../core/failures'
import type { ResultImage } from '../../service/wire/expansion-result'
import type { ExpansionPorts, ExpansionWatch } from './expansion-ports'
import {
  ended,
  type ObtainEnd,
  obtainResult,
  type ReceivedResult,
  send,
  type Submitted
} from './obtain-result'
import { prepareRequest } from './prepare-request'
import { isUnsent, type Run, type Variation } from './run'
import { portsOf, type RunContext, watchOf } from './run-context'
import { addVariations } from './run-list'
import { expansionOf, type RunUpdates } from './run-updates'
import type { RunsPorts } from './runs-ports'

/** What is asked of the service for runs. */
export interface RunRequests {
  /** Sends variants that wait, once those before them are on their way: a paid request each. */
  readonly enqueue: (runId: string, ids: readonly number[]) => void
  /** Brings a variant's image from where it has come to; resolved when that has ended. Nothing is paid for. */
  readonly bring: (runId: string, id: number, from: Submitted) => Promise<void>
}

/** The longest that a next target waits for the answers to the creates of the one before it, ms. */
const nextTargetMs = 10_000

const nothing = { kind: 'nothing' } as const

/** `onImage` is told of every image that may be placed, and has its bytes. */
export function createRunRequests(
  ports: RunsPorts,
  contexts: ReadonlyMap<string, RunContext>,
  shelf: RunUpdates,
  onImage: (runId: string, id: number, bytes: Uint8Array) => void
): RunRequests {
  const queue: { readonly runId: string; readonly ids: readonly number[] }[] = []
  let isPumping = false

  /** Starts what is queued, one target after the other, about as fast as the service's rate lets them be sent. */
  const pump = async (): Promise<void> => {
    if (isPumping) {
      return
    }
    isPumping = true
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const { runId, ids } = job
      try {
        await startVariants(runId, ids)
      } catch (error) {
        for (const id of ids) {
          const handedOver = mayExist(shelf.variant(runId, id))
          settle(runId, id, ended({ kind: 'broken', detail: String(error), ...handedOver }, nothing))
        }
      }
    }
    isPumping = false
  }

  const startVariants = async (runId: string, ids: readonly number[]): Promise<void> => {
    const context = contexts.get(runId)
    const run = shelf.run(runId)
    const variants =
      run?.variations.filter(({ id, state: { kind } }) => ids.includes(id) && kind === 'waiting') ?? []
    if (context === undefined || run === undefined || variants.length === 0) {
      return
    }
    const service = ports.serviceAt(context.baseUrl)
    const watched = variants.map((variant) => ({
      variant,
      watch: watchOf(runId, context, variant.id, shelf)
    }))
    const runPorts = service === null ? null : portsOf(context, service, ports)
    const prepared =
      runPorts === null
        ? ({ ok: false, failure: { kind: 'no-key' } } as const)
        : await prepareOnce(
            run,
            context,
            runPorts,
            watched.map(({ watch }) => watch)
          )
    if (runPorts === null || !prepared.ok) {
      for (const { variant } of watched) {
        settle(runId, variant.id, ended(prepared.ok ? { kind: 'no-key' } : prepared.failure, nothing))
      }
      return
    }
    const sendings = watched.map(async ({ variant, watch }) => {
      const order = expansionOf(run, variant)
      const sending = await send(order, prepared.value, runPorts, {
        ...watch,
        onStage: (stage, percent) => {
          if (stage === 'sending') {
            shelf.setSent(runId, variant.id, ports.epochMs())
          }
          watch.onStage(stage, percent)
        }
      })
      if (sending.ok) {
        const { from, others, unnamed } = sending.value
        if (unnamed !== null) {
          context.unnamed.set(variant.id, unnamed)
        }
        // Not waited for here: the next one can be sent meanwhile.
        void finish({ runId, id: variant.id, order, from, others }, runPorts, watch).then((isMade) => {
          const sentAtMs = shelf.variant(runId, variant.id)?.sentAtMs
          if (isMade && sentAtMs != null) {
            shelf.onTimed(order, ports.epochMs() - sentAtMs)
          }
        })
      } else {
        settle(runId, variant.id, sending.failure)
      }
    })
    const isTime = new Promise((resolve) => {
      ports.clock.after(nextTargetMs, () => {
        resolve(null)
      })
    })
    await Promise.race([Promise.all(sendings), isTime])
  }

  const prepareOnce = async (
    { order }: Run,
    context: RunContext,
    runPorts: ExpansionPorts,
    watches: readonly ExpansionWatch[]
  ): ReturnType<typeof prepareRequest> => {
    if (context.prepared !== null) {
      return { ok: true, value: context.prepared }
    }
    // Given up once every variant that waits for it is cancelled.
    const controller = new AbortController()
    const onAbort = (): void => {
      if (watches.every(({ signal }) => signal.aborted)) {
        controller.abort()
      }
    }
    for (const { signal } of watches) {
      signal.addEventListener('abort', onAbort, { once: true })
    }
    const prepared = await prepareRequest(order, runPorts, {
      signal: controller.signal,
      onStage: (stage, percent) => {
        for (const { onStage } of watches) {
          onStage(stage, percent)
        }
      }
    })
    if (prepared.ok) {
      context.prepared = prepared.value
    }
    return prepared
  }

  /** Tells whether there is an image now. */
  const finish = async (
    {
      runId,
      id,
      order,
      from,
      others
    }: {
      readonly runId: string
      readonly id: number
      readonly order: Expansion
      readonly from: Submitted
      readonly others: readonly ResultImage[]
    },
    runPorts: ExpansionPorts,
    watch: ExpansionWatch
  ): Promise<boolean> => {
    let end: ObtainEnd
    try {
      end = await obtainResult(order, from, runPorts, watch)
    } catch (error) {
      end = ended({ kind: 'broken', detail: String(error) }, from)
    }
    settle(runId, id, end)
    addImages(runId, id, order, from, [...others, ...(end.kind === 'made' ? end.others : [])])
    return end.kind === 'made'
  }

  /** Every further image of a variant's answer is a variant of its own, of the same seed. */
  const addImages = (
    runId: string,
    variantId: number,
    { seed }: Expansion,
    from: Submitted,
    images: readonly ResultImage[]
  ): void => {
    const context = contexts.get(runId)
    if (context === undefined) {
      return
    }
    for (const result of images) {
      const id = ++context.lastId
      const unnamed = context.unnamed.get(variantId)
      if (unnamed !== undefined) {
        context.unnamed.set(id, unnamed)
      }
      shelf.set(addVariations(shelf.get(), runId, [{ id, seed, state: { kind: 'waiting' } }]))
      void bring(runId, id, { kind: 'result', taskId: from.taskId, result, sent: from.sent })
    }
  }

  const bring = async (runId: string, id: number, from: Submitted): Promise<void> => {
    const context = contexts.get(runId)
    const run = shelf.run(runId)
    const variant = shelf.variant(runId, id)
    if (context === undefined || run === undefined || variant === undefined) {
      return
    }
    // How long it was left alone says nothing of the service.
    shelf.setSent(runId, id, null)
    const service = ports.serviceAt(context.baseUrl)
    if (service === null) {
      settle(runId, id, ended({ kind: 'no-key' }, from))
      return
    }
    const watch = watchOf(runId, context, id, shelf)
    const order = expansionOf(run, variant)
    await finish({ runId, id, order, from, others: [] }, portsOf(context, service, ports), watch)
  }

  /** What an attempt has come to is shown. */
  const settle = (runId: string, id: number, end: ObtainEnd): void => {
    contexts.get(runId)?.controllers.delete(id)
    const run = shelf.run(runId)
    const variant = shelf.variant(runId, id)
    if (run === undefined || variant === undefined) {
      // The run was let go of meanwhile: what it has come to is remembered.
      shelf.onLeft()
      return
    }
    if (end.kind !== 'made') {
      shelf.setVariant(runId, id, end)
      return
    }
    const { made, bytes } = end
    shelf.onMade(expansionOf(run, variant), made)
    const doubt = doubtOf(made)
    shelf.setVariant(
      runId,
      id,
      doubt === null ? { kind: 'ready', made } : { kind: 'failed', failure: doubt, reached: made }
    )
    if (doubt === null) {
      onImage(runId, id, bytes)
    }
  }

  return {
    enqueue: (runId, ids) => {
      queue.push({ runId, ids })
      void pump()
    },
    bring
  }
}

/** Whether a variant's create had been handed over, so that it may be paid for though no task is known. */
function mayExist(variant: Variation | undefined): { readonly taskMayExist?: true } {
  return variant === undefined || isUnsent(variant) ? {} : { taskMayExist: true }
}

/** Images that are not placed by themselves: the user decides. */
function doubtOf({ verdict, isUnchanged }: ReceivedResult): Failure | null {
  if (verdict === 'mask-misread') {
    return { kind: 'mask-misread' }
  }
  return isUnchanged ? { kind: 'unchanged' } : null
}
