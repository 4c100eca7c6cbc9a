import type { Expansion } from '../../core/expansion/expansion'
import type { SentRecord } from '../../core/expansion/sent-record'
import type { Failure, ServiceFailure } from '../../core/failures'
import { type KnownAreaVerdict, knownAreaVerdict } from '../../core/mask/known-area-verdict'
import { type Outcome, succeed } from '../../core/outcome'
import type { ReceivedImage } from '../../raster/finish/finish-received'
import type { Snapshot } from '../../raster/finish/snapshot'
import type { Submission } from '../../service/service-client'
import type { ResultImage } from '../../service/wire/expansion-result'
import type { ExpansionPorts, ExpansionWatch } from './expansion-ports'
import type { PreparedRequest } from './prepare-request'
import { rebuildSnapshot } from './rebuild-snapshot'
import { untilAborted } from './until-aborted'

/** How far an order has come: what exists already is never made (and never paid for) again. */
export type Reached = { readonly kind: 'nothing' } | Submitted | ReceivedResult

/** Paid for, and not received yet. What was sent is null after the plugin was closed meanwhile: it is made again. */
export type Submitted = { readonly sent: Snapshot | null } & (
  | { readonly kind: 'task'; readonly taskId: string }
  /** `taskId` is null where the answer to the create holds the image and does not name its task. */
  | { readonly kind: 'result'; readonly taskId: string | null; readonly result: ResultImage }
)

/** An image that a fill can hold. The browser may keep it on disk. */
export interface ReceivedResult extends Omit<ReceivedImage, 'kept' | 'bytes'> {
  readonly kind: 'image'
  readonly taskId: string | null
  /** Whether the service kept what it was to keep; null where it was not told (a four-side request). */
  readonly verdict: KnownAreaVerdict | null
}

/** An image, and its bytes for whoever takes them at once: they are nowhere kept. */
interface Obtained {
  readonly made: ReceivedResult
  readonly bytes: Uint8Array
}

/** What the answer to a create brought. */
interface Answered {
  readonly from: Submitted
  readonly others: readonly ResultImage[]
  /** The note of a request whose answer named no task; null where the task is remembered. */
  readonly unnamed: SentRecord | null
}

/** How the making of an image ended. A failure says how far it came, so that it can go on from there. */
export type ObtainEnd =
  | (Obtained & { readonly kind: 'made'; readonly others: readonly ResultImage[] })
  | { readonly kind: 'failed'; readonly failure: Failure; readonly reached: Reached }
  | { readonly kind: 'cancelled'; readonly reached: Reached; readonly mayBeCharged: boolean }

/** Brings an order's paid image from where it has come to. Never throws, never sends a create. */
export async function obtainResult(
  order: Expansion,
  from: Submitted,
  ports: ExpansionPorts,
  watch: ExpansionWatch
): Promise<ObtainEnd> {
  const result =
    from.kind === 'result' ? succeed([from.result]) : await awaitResult(from.taskId, ports, watch)
  if (!result.ok) {
    if (from.kind === 'task' && result.failure.kind === 'task-failed') {
      await ports.memory.forget(from.taskId)
      return { kind: 'failed', failure: result.failure, reached: { kind: 'nothing' } }
    }
    return ended(result.failure, from)
  }
  const [first, ...others] = result.value
  if (first === undefined) {
    return ended({ kind: 'broken', detail: 'a result without images' }, from)
  }
  const received = await receive(order, from, first, ports, watch)
  return received.ok ? { kind: 'made', ...received.value, others } : ended(received.failure, from)
}

/**
 * Sends an order: one create, at most once. From the moment it is handed over it is not stopped: what is handed over is
 * paid for, and only its answer tells how to get the result.
 */
export async function send(
  order: Expansion,
  { request, sent }: PreparedRequest,
  ports: ExpansionPorts,
  { signal, onStage }: ExpansionWatch
): Promise<Outcome<Answered, ObtainEnd>> {
  onStage('queued', null)
  const note = await ports.memory.noteSent(order.name, order.isSingleRequest ? 'image' : 'task')
  const submission = await ports.service.submit(
    { ...request, seed: order.seed },
    {
      turnSignal: signal,
      onTurn: () => {
        onStage('sending', null)
      }
    }
  )
  if (!submission.ok) {
    void ports.memory.forgetSent(note.id)
    return { ok: false, failure: ended(submission.failure, { kind: 'nothing' }) }
  }
  const taskId = taskIdOf(submission.value)
  if (taskId === null) {
    await ports.memory.noteUnnamed(note)
  } else {
    await ports.memory.remember(taskId, order)
    void ports.memory.forgetSent(note.id)
  }
  if (submission.value.kind === 'task') {
    return succeed({
      from: { kind: 'task', taskId: submission.value.taskId, sent },
      others: [],
      unnamed: null
    })
  }
  const [result, ...others] = submission.value.result.images
  return succeed({
    from: { kind: 'result', taskId, result, sent },
    others,
    unnamed: taskId === null ? note : null
  })
}

/** The id of a task; null where an answer that holds the image names none. */
function taskIdOf(submission: Submission): string | null {
  const taskId = submission.kind === 'task' ? submission.taskId : submission.result.taskId
  return taskId === '' ? null : taskId
}

/** Tells how an attempt ended that brought no image. */
export function ended(failure: Failure, reached: Reached): ObtainEnd {
  return failure.kind === 'cancelled'
    ? {
        kind: 'cancelled',
        reached,
        mayBeCharged: reached.kind !== 'nothing' || failure.taskMayExist === true
      }
    : { kind: 'failed', failure, reached }
}

/** From one picture of the service's answer to an image that a fill can hold. */
async function receive(
  order: Expansion,
  from: Submitted,
  result: ResultImage,
  ports: ExpansionPorts,
  watch: ExpansionWatch
): Promise<Outcome<Obtained, Failure>> {
  const { signal, onStage } = watch
  onStage('receiving', null)
  const downloaded = await ports.service.download(result, { signal })
  if (!downloaded.ok) {
    return downloaded
  }
  const sent = from.sent ?? (await rebuildSnapshot(order, ports, watch))
  // A layer that grows is covered by its new fill; otherwise the original stays on top of the image.
  const options = { matchSeam: order.matchSeam, keepPixels: order.placement.kind === 'grow' }
  const finished = await untilAborted(signal, ports.finishReceived(downloaded.value.bytes, sent, options))
  if (!finished.ok) {
    return finished
  }
  const { kept, bytes, ...image } = finished.value
  const verdict = kept === null ? null : knownAreaVerdict(kept)
  return succeed({ made: { kind: 'image', taskId: from.taskId, verdict, ...image }, bytes })
}

async function awaitResult(
  taskId: string,
  { service }: ExpansionPorts,
  { signal, onStage }: ExpansionWatch
): Promise<Outcome<readonly ResultImage[], ServiceFailure>> {
  onStage('waiting', 0)
  const awaited = await service.awaitResult(taskId, {
    signal,
    onProgress: ({ percent }) => {
      onStage('waiting', percent)
    }
  })
  return awaited.ok ? succeed(awaited.value.images) : awaited
}
