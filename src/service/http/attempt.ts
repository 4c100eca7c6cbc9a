import { isHTTPError, isTimeoutError, type Options, type ResponsePromise } from 'ky'
import type { Clock } from '../../core/clock'
import { createDeadline, type Deadline } from './deadline'
import { BodyTooLarge } from './read-body'

/** What came of one request (with its repetitions, where it has any). */
export type Attempt<Body> =
  | { readonly kind: 'body'; readonly status: number; readonly body: Body }
  /** Any other status than 2xx, with its text or parsed JSON; undefined when its body could not be read. */
  | { readonly kind: 'refusal'; readonly status: number; readonly data: unknown }
  /** Nothing came back. Whether anything arrived there cannot be known. */
  | { readonly kind: 'no-answer'; readonly why: 'network' | 'timed-out' }
  /** An answer of status 2xx began and never came to its end, or was larger than anything sensible. */
  | { readonly kind: 'broken-answer'; readonly why: 'cut-off' | 'timed-out' | 'too-large' }
  | { readonly kind: 'cancelled' }

export interface AttemptSettings<Body> {
  readonly clock: Clock
  /** Milliseconds for the answer's body, once it began. */
  readonly bodyMs: number
  readonly signal: AbortSignal | undefined
  /** Sends with ky; the time until the answer begins and the repetitions are ky's. */
  readonly send: (options: Required<Pick<Options, 'signal'>>) => ResponsePromise
  /** Throws `BodyTooLarge` where the body is that. */
  readonly read: (response: Response) => Promise<Body>
  /** Called as soon as an answer begins or it is clear that there will be none; perhaps more than once. */
  readonly onAnswered?: () => void
}

/**
 * Sends a request and receives its answer whole. Never throws: whatever goes wrong is one of the kinds. Stopping it, and
 * the end of its time, take effect at once, however long the network takes to notice.
 */
export async function attempt<Body>(settings: AttemptSettings<Body>): Promise<Attempt<Body>> {
  const { clock, signal } = settings
  const deadline = createDeadline(clock, signal)
  const stopped = deadline.ended.then((): Attempt<Body> => stoppedBy(signal))
  const reception = await Promise.race([sendAndRead(settings, deadline), stopped])
  settings.onAnswered?.()
  if (reception.kind === 'broken-answer') {
    deadline.end()
  }
  deadline.release()
  return reception
}

async function sendAndRead<Body>(
  settings: AttemptSettings<Body>,
  deadline: Deadline
): Promise<Attempt<Body>> {
  const { bodyMs, send, read } = settings
  let hasBegun = false
  try {
    const response = await send({ signal: deadline.signal })
    hasBegun = true
    settings.onAnswered?.()
    deadline.endIn(bodyMs)
    return { kind: 'body', status: response.status, body: await read(response) }
  } catch (error) {
    if (deadline.signal.aborted) {
      return stoppedBy(settings.signal)
    }
    if (hasBegun) {
      return { kind: 'broken-answer', why: error instanceof BodyTooLarge ? 'too-large' : 'cut-off' }
    }
    if (isHTTPError(error)) {
      return { kind: 'refusal', status: error.response.status, data: error.data }
    }
    return { kind: 'no-answer', why: isTimeoutError(error) ? 'timed-out' : 'network' }
  }
}

/** The caller stopped it; or else the time for the body was over, which is the only other end. */
function stoppedBy(signal: AbortSignal | undefined): Attempt<never> {
  return signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'broken-answer', why: 'timed-out' }
}
