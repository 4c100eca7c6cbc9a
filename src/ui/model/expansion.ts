import type { Reply } from '../../bridge/protocol'
import type { Failure } from '../../core/failure'
import { keptVerdict, type KeptVerdict } from '../../core/mask/kept-verdict'
import { succeed, type Outcome } from '../../core/outcome'
import type { ServiceFailure } from '../../core/service-failure'
import type { ResultImage } from '../../service/expansion-result'
import type { Order } from './order'
import type { ExpansionPorts, ExpansionWatch, SentCanvas } from './expansion-ports'
import { prepareRequest } from './prepare-request'
import { unlessAborted } from './unless-aborted'

/** How far an order has come: what exists already is never made (and never paid for) again. */
export type Reached = { readonly kind: 'nothing' } | Submitted | Received

/** Paid for, and not received yet. */
type Submitted = (
  | { readonly kind: 'task'; readonly taskId: string }
  | { readonly kind: 'result'; readonly result: ResultImage }
) & { readonly sent: SentCanvas | null }

interface Received {
  readonly kind: 'image'
  readonly image: Uint8Array
  /** Whether the service kept what it was to keep; null where it was not told (a four-side request). */
  readonly verdict: KeptVerdict | null
}

/** How an expansion ended. A failure says how far it came, so that it can go on from there. */
export type ExpansionEnd =
  | {
      readonly kind: 'placed'
      readonly geometry: Reply<'place-result'>['geometry']
      readonly verdict: KeptVerdict | null
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly reached: Reached }
  | { readonly kind: 'cancelled'; readonly reached: Reached; readonly mayBeCharged: boolean }

/**
 * Carries an order out from where it has come to: export, prepare, send, wait, receive, place. Never throws; stops at
 * the next step once the signal is given. A create is sent at most once in one call. A result that shows that the mask
 * was misread is not placed by itself: going on places it all the same.
 */
export async function carryOut(
  order: Order,
  from: Reached,
  ports: ExpansionPorts,
  watch: ExpansionWatch
): Promise<ExpansionEnd> {
  let reached = from
  const failed = (failure: Failure): ExpansionEnd =>
    failure.kind === 'cancelled'
      ? {
          kind: 'cancelled',
          reached,
          mayBeCharged: reached.kind !== 'nothing' || failure.taskMayExist === true
        }
      : { kind: 'failed', failure, reached: isOver(failure) ? { kind: 'nothing' } : reached }

  if (reached.kind === 'nothing') {
    const submitted = await submit(order, ports, watch)
    if (!submitted.ok) {
      return failed(submitted.failure)
    }
    reached = submitted.value
    if (watch.signal.aborted) {
      return failed({ kind: 'cancelled' })
    }
  }
  if (reached.kind === 'task' || reached.kind === 'result') {
    const received = await receive(reached, ports, watch)
    if (!received.ok) {
      return failed(received.failure)
    }
    reached = received.value
    if (reached.verdict === 'mask-misread') {
      return failed({ kind: 'mask-misread' })
    }
    if (watch.signal.aborted) {
      return failed({ kind: 'cancelled' })
    }
  }
  watch.onStage('placing', null)
  const { image, verdict } = reached
  const placed = await ports.call('place-result', { image, placement: order.placement })
  return placed.ok ? { kind: 'placed', geometry: placed.value.geometry, verdict } : failed(placed.failure)
}

/** A task that failed, or that the service no longer knows, has no result to go on with. */
function isOver({ kind }: Failure): boolean {
  return kind === 'task-failed' || kind === 'unknown-task'
}

/** Everything up to the task: from here on something is paid for. */
async function submit(
  order: Order,
  ports: ExpansionPorts,
  watch: ExpansionWatch
): Promise<Outcome<Submitted, Failure>> {
  const prepared = await prepareRequest(order, ports, watch)
  if (!prepared.ok) {
    return prepared
  }
  const { request, sent } = prepared.value
  watch.onStage('sending', null)
  // Not stopped on the way: what is handed over is paid for, and only its answer tells how to get the result.
  const submission = await ports.service.submit(request)
  if (!submission.ok) {
    return submission
  }
  return succeed(
    submission.value.kind === 'task'
      ? { kind: 'task', taskId: submission.value.taskId, sent }
      : { kind: 'result', result: submission.value.result.images[0], sent }
  )
}

/** From the task to an image that a fill can hold. */
async function receive(
  from: Submitted,
  ports: ExpansionPorts,
  watch: ExpansionWatch
): Promise<Outcome<Received, Failure>> {
  const { signal, onStage } = watch
  const result = from.kind === 'result' ? succeed(from.result) : await awaitResult(from.taskId, ports, watch)
  if (!result.ok) {
    return result
  }
  onStage('receiving', null)
  const downloaded = await ports.service.download(result.value, { signal })
  if (!downloaded.ok) {
    return downloaded
  }
  const finished = await unlessAborted(signal, ports.finishResult(downloaded.value.bytes))
  if (!finished.ok) {
    return finished
  }
  const image = finished.value
  const verdict = from.sent === null ? null : await judge(from.sent, image, ports)
  return succeed({ kind: 'image', image, verdict })
}

/** A result that cannot be compared is a result all the same: it is paid for. */
async function judge(
  sent: SentCanvas,
  image: Uint8Array,
  { compareKept }: ExpansionPorts
): Promise<KeptVerdict | null> {
  try {
    return keptVerdict(await compareKept(sent, image))
  } catch {
    return null
  }
}

async function awaitResult(
  taskId: string,
  { service }: ExpansionPorts,
  { signal, onStage }: ExpansionWatch
): Promise<Outcome<ResultImage, ServiceFailure>> {
  onStage('waiting', 0)
  const awaited = await service.awaitResult(taskId, {
    signal,
    onProgress: ({ percent }) => {
      onStage('waiting', percent)
    }
  })
  return awaited.ok ? succeed(awaited.value.images[0]) : awaited
}
