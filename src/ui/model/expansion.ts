import type { Caller } from '../../bridge/caller'
import type { Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/document-failure'
import type { Failure } from '../../core/failure'
import { fail, succeed, type Outcome } from '../../core/outcome'
import type { SidesPlan } from '../../core/plan-sides'
import type { RasterFailure } from '../../core/raster-failure'
import type { ServiceFailure } from '../../core/service-failure'
import type { Target } from '../../core/target'
import type { EncodedImage } from '../../raster/encode-within'
import type { ExpansionRequest } from '../../service/expansion-request'
import type { ServiceClient } from '../../service/service-client'
import type { ResultImage } from '../../service/expansion-result'

/** Everything about one expansion that is frozen when it is started. */
export interface Order {
  readonly target: Target
  readonly plan: SidesPlan
  readonly prompt: string
}

/** How far an order has come: what exists already is never made (and never paid for) again. */
export type Reached =
  { readonly kind: 'nothing' } | Submitted | { readonly kind: 'image'; readonly image: Uint8Array }

/** Paid for, and not received yet. */
type Submitted =
  | { readonly kind: 'task'; readonly taskId: string }
  | { readonly kind: 'result'; readonly result: ResultImage }

export type Stage = 'exporting' | 'preparing' | 'sending' | 'waiting' | 'receiving' | 'placing'

/** How an expansion ended. A failure says how far it came, so that it can go on from there. */
export type ExpansionEnd =
  | { readonly kind: 'placed'; readonly geometry: Reply<'place-result'>['geometry'] }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly reached: Reached }
  | { readonly kind: 'cancelled'; readonly reached: Reached; readonly mayBeCharged: boolean }

/** What an expansion works with; each can be a fake in a test. */
export interface ExpansionPorts {
  readonly call: Caller
  readonly service: ServiceClient
  readonly prepareUpload: (png: Uint8Array) => Promise<Outcome<EncodedImage, RasterFailure>>
  readonly finishResult: (bytes: Uint8Array) => Promise<Outcome<Uint8Array, RasterFailure>>
}

export interface ExpansionWatch {
  readonly signal: AbortSignal
  /** `percent` is the service's own, from 0 to 100; null where a stage has none. */
  readonly onStage: (stage: Stage, percent: number | null) => void
}

/**
 * Carries an order out from where it has come to: export, prepare, send, wait, receive, place. Never throws; stops at
 * the next step once the signal is given. A create is sent at most once in one call.
 */
export async function carryOut(
  order: Order,
  from: Reached,
  ports: ExpansionPorts,
  watch: ExpansionWatch
): Promise<ExpansionEnd> {
  let reached = from
  const failed = (failure: DocumentFailure | RasterFailure | ServiceFailure): ExpansionEnd =>
    failure.kind === 'cancelled'
      ? {
          kind: 'cancelled',
          reached,
          mayBeCharged: reached.kind !== 'nothing' || failure.taskMayExist === true
        }
      : { kind: 'failed', failure, reached }

  if (reached.kind === 'nothing') {
    const submitted = await submit(order, ports, watch)
    if (!submitted.ok) {
      return failed(submitted.failure)
    }
    reached = submitted.value
  }
  if (reached.kind === 'task' || reached.kind === 'result') {
    const received = await receive(reached, ports, watch)
    if (!received.ok) {
      return failed(received.failure)
    }
    reached = { kind: 'image', image: received.value }
  }
  watch.onStage('placing', null)
  const placed = await ports.call('place-result', {
    nodeId: order.target.nodeId,
    image: reached.image,
    subject: order.plan.subject,
    insets: order.plan.insets
  })
  return placed.ok ? { kind: 'placed', geometry: placed.value.geometry } : failed(placed.failure)
}

/** Everything up to the task: from here on something is paid for. */
async function submit(
  order: Order,
  { call, service, prepareUpload }: ExpansionPorts,
  { signal, onStage }: ExpansionWatch
): Promise<Outcome<Submitted, DocumentFailure | RasterFailure | ServiceFailure>> {
  onStage('exporting', null)
  const { target, plan } = order
  const exported = await unlessAborted(
    signal,
    call('export-subject', { nodeId: target.nodeId, content: target.content, scale: plan.scale })
  )
  if (!exported.ok) {
    return exported
  }
  onStage('preparing', null)
  const upload = await unlessAborted(signal, prepareUpload(exported.value.png))
  if (!upload.ok) {
    return upload
  }
  onStage('sending', null)
  const submission = await service.submit(requestOf(order, upload.value), { signal })
  if (!submission.ok) {
    return submission
  }
  return succeed(
    submission.value.kind === 'task'
      ? { kind: 'task', taskId: submission.value.taskId }
      : { kind: 'result', result: submission.value.result.images[0] }
  )
}

/** From the task to an image that a fill can hold. */
async function receive(
  from: Submitted,
  { service, finishResult }: ExpansionPorts,
  { signal, onStage }: ExpansionWatch
): Promise<Outcome<Uint8Array, RasterFailure | ServiceFailure>> {
  let result: ResultImage
  if (from.kind === 'task') {
    onStage('waiting', 0)
    const awaited = await service.awaitResult(from.taskId, {
      signal,
      onProgress: ({ percent }) => {
        onStage('waiting', percent)
      }
    })
    if (!awaited.ok) {
      return awaited
    }
    result = awaited.value.images[0]
  } else {
    result = from.result
  }
  onStage('receiving', null)
  const downloaded = await service.download(result, { signal })
  return downloaded.ok ? unlessAborted(signal, finishResult(downloaded.value.bytes)) : downloaded
}

/** Waits for work that cannot be stopped itself, and no longer once the user has stopped it. */
function unlessAborted<Value, Reason>(
  signal: AbortSignal,
  work: Promise<Outcome<Value, Reason>>
): Promise<Outcome<Value, Reason | { readonly kind: 'cancelled' }>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve(fail({ kind: 'cancelled' }))
    }
    if (signal.aborted) {
      stop()
      return
    }
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop)
    })
  })
}

function requestOf({ plan, prompt }: Order, upload: EncodedImage): ExpansionRequest {
  return {
    kind: 'sides',
    image: { kind: 'file', bytes: upload.bytes, mime: upload.mime },
    ratios: plan.ratios,
    ...(prompt === '' ? {} : { prompt })
  }
}
