import type { Reply } from '../../bridge/protocol'
import type { Failure } from '../../core/failure'
import { keptVerdict, type KeptVerdict } from '../../core/mask/kept-verdict'
import { succeed, type Outcome } from '../../core/outcome'
import type { RasterFailure } from '../../core/raster-failure'
import { recipeOf } from '../../core/recipe'
import type { ServiceFailure } from '../../core/service-failure'
import type { FinishedImage } from '../../raster/finish/finished-image'
import type { ResultImage } from '../../service/expansion-result'
import type { Order } from '../../core/order'
import type { ExpansionPorts, ExpansionWatch, Sent, SentCanvas } from './expansion-ports'
import { prepareRequest } from './prepare-request'
import { remakeSent } from './remake-sent'
import { unlessAborted } from './unless-aborted'

/** How far an order has come: what exists already is never made (and never paid for) again. */
export type Reached = { readonly kind: 'nothing' } | Submitted | Received

/** Paid for, and not received yet. What was sent is null after the plugin was closed meanwhile: it is made again. */
type Submitted = (
  | { readonly kind: 'task'; readonly taskId: string }
  | { readonly kind: 'result'; readonly result: ResultImage }
) & { readonly sent: Sent | null }

interface Received {
  readonly kind: 'image'
  /** Null where the image came with the answer to the create. */
  readonly taskId: string | null
  readonly image: Uint8Array
  /** How well what is new goes on from the picture; null where that is not known. */
  readonly seam: FinishedImage['seam']
  /** The service returned what it was sent. */
  readonly isUnchanged: boolean
  /** Whether the service kept what it was to keep; null where it was not told (a four-side request). */
  readonly verdict: KeptVerdict | null
}

/** How an expansion ended. A failure says how far it came, so that it can go on from there. */
export type ExpansionEnd =
  | {
      readonly kind: 'placed'
      readonly geometry: Reply<'place-result'>['geometry']
      readonly verdict: KeptVerdict | null
      readonly seam: FinishedImage['seam']
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly reached: Reached }
  | { readonly kind: 'cancelled'; readonly reached: Reached; readonly mayBeCharged: boolean }

/**
 * Carries an order out from where it has come to: export, prepare, send, wait, receive, place. Never throws; stops at
 * the next step once the signal is given. A create is sent at most once in one call. A result that shows that the mask
 * was misread, or that nothing is new, is not placed by itself: going on places it all the same.
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
    if (reached.kind === 'task') {
      await ports.memory.remember(reached.taskId, order)
    }
    if (watch.signal.aborted) {
      return failed({ kind: 'cancelled' })
    }
  }
  if (reached.kind === 'task' || reached.kind === 'result') {
    const received = await receive(order, reached, ports, watch)
    if (!received.ok) {
      if (reached.kind === 'task' && isOver(received.failure)) {
        await ports.memory.forget(reached.taskId)
      }
      return failed(received.failure)
    }
    reached = received.value
    if (reached.verdict === 'mask-misread') {
      return failed({ kind: 'mask-misread' })
    }
    if (reached.isUnchanged) {
      return failed({ kind: 'unchanged' })
    }
    if (watch.signal.aborted) {
      return failed({ kind: 'cancelled' })
    }
  }
  watch.onStage('placing', null)
  const { image, verdict, seam, taskId } = reached
  const placed = await ports.call('place-result', {
    image,
    placement: order.placement,
    recipe: recipeOf(order, seam)
  })
  if (!placed.ok) {
    return failed(placed.failure)
  }
  if (taskId !== null) {
    await ports.memory.forget(taskId)
  }
  return { kind: 'placed', geometry: placed.value.geometry, verdict, seam }
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
  order: Order,
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
  const { bytes } = downloaded.value
  const sent = from.sent ?? (await remakeSent(order, ports, watch))
  const verdict = sent?.canvas == null ? null : await judge(sent.canvas, bytes, ports)
  const finished = await unlessAborted(signal, finish(order, bytes, sent, ports))
  const taskId = from.kind === 'task' ? from.taskId : null
  return finished.ok ? succeed({ kind: 'image', taskId, verdict, ...finished.value }) : finished
}

/** A picture that can be shown but not made one with the original is placed as it came: it is paid for. */
async function finish(
  { placement, matchSeam }: Order,
  bytes: Uint8Array,
  sent: Sent | null,
  { finishExpansion, finishResult }: ExpansionPorts
): Promise<Outcome<Omit<Received, 'kind' | 'taskId' | 'verdict'>, RasterFailure>> {
  // A layer that grows is covered by its new fill; otherwise the original stays on top of the image.
  const keepPixels = placement.kind === 'grow'
  const finished =
    sent === null ? null : await finishExpansion(bytes, sent.picture, { matchSeam, keepPixels })
  if (finished?.ok === true) {
    const { bytes: image, seam, verdict } = finished.value
    return succeed({ image, seam, isUnchanged: verdict === 'unchanged' })
  }
  const plain = await finishResult(bytes)
  return plain.ok ? succeed({ image: plain.value, seam: null, isUnchanged: false }) : plain
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
