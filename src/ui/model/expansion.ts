import type { Caller } from '../../bridge/caller'
import type { Reply } from '../../bridge/protocol'
import type { Failure } from '../../core/failure'
import { keptVerdict, type KeptDifference, type KeptVerdict } from '../../core/mask/kept-verdict'
import type { MaskBand } from '../../core/mask/mask-bands'
import { succeed, type Outcome } from '../../core/outcome'
import type { CanvasPlan } from '../../core/plan'
import type { RasterFailure } from '../../core/raster-failure'
import type { ServiceFailure } from '../../core/service-failure'
import type { Size } from '../../core/size'
import type { ComposedCanvas } from '../../raster/compose-canvas'
import type { PreparedSubject } from '../../raster/prepare-upload'
import type { ResultImage } from '../../service/expansion-result'
import type { ServiceClient } from '../../service/service-client'
import type { Order } from './order'
import { prepareRequest, type SentCanvas } from './prepare-request'
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

export type Stage = 'exporting' | 'preparing' | 'sending' | 'waiting' | 'receiving' | 'placing'

/** How an expansion ended. A failure says how far it came, so that it can go on from there. */
export type ExpansionEnd =
  | {
      readonly kind: 'placed'
      readonly geometry: Reply<'place-result'>['geometry']
      readonly verdict: KeptVerdict | null
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly reached: Reached }
  | { readonly kind: 'cancelled'; readonly reached: Reached; readonly mayBeCharged: boolean }

/** What an expansion works with; each can be a fake in a test. */
export interface ExpansionPorts {
  readonly call: Caller
  readonly service: ServiceClient
  readonly prepareUpload: (png: Uint8Array) => Promise<Outcome<PreparedSubject, RasterFailure>>
  readonly composeCanvas: (
    plan: CanvasPlan,
    exports: readonly Uint8Array[]
  ) => Promise<Outcome<ComposedCanvas, RasterFailure>>
  readonly writeRefinedMask: (size: Size, bands: readonly MaskBand[], isInverted: boolean) => Uint8Array
  readonly finishResult: (bytes: Uint8Array) => Promise<Outcome<Uint8Array, RasterFailure>>
  readonly compareKept: (sent: SentCanvas, result: Uint8Array) => Promise<KeptDifference>
}

export interface ExpansionWatch {
  readonly signal: AbortSignal
  /** `percent` is the service's own, from 0 to 100; null where a stage has none. */
  readonly onStage: (stage: Stage, percent: number | null) => void
}

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
    reached = received.value
    if (reached.verdict === 'mask-misread') {
      return failed({ kind: 'mask-misread' })
    }
  }
  watch.onStage('placing', null)
  const { image, verdict } = reached
  const placed = await ports.call('place-result', { image, placement: order.placement })
  return placed.ok ? { kind: 'placed', geometry: placed.value.geometry, verdict } : failed(placed.failure)
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
  const submission = await ports.service.submit(request, { signal: watch.signal })
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
  const verdict = from.sent === null ? null : keptVerdict(await ports.compareKept(from.sent, image))
  return succeed({ kind: 'image', image, verdict })
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
