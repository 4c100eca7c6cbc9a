import { isHTTPError, isTimeoutError, type Options, type ResponsePromise } from 'ky'
import type { Clock } from '../core/clock'
import { createDeadline } from './deadline'

/** What came of one request (with its repetitions, where it has any). */
export type Reception<Body> =
  | { readonly kind: 'body'; readonly status: number; readonly body: Body }
  /** Any other status than 2xx, with its text or parsed JSON; undefined when its body could not be read. */
  | { readonly kind: 'refusal'; readonly status: number; readonly data: unknown }
  /** Nothing came back. Whether anything arrived there cannot be known. */
  | { readonly kind: 'no-answer'; readonly why: 'network' | 'timed-out' }
  /** An answer of status 2xx began and never came to its end, or was larger than anything sensible. */
  | { readonly kind: 'broken-answer'; readonly why: 'cut-off' | 'timed-out' | 'too-large' }
  | { readonly kind: 'cancelled' }

export interface ReceiveSettings<Body> {
  readonly clock: Clock
  /** Milliseconds for the answer's body, once it began. */
  readonly bodyMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
  /** Sends with ky; the time until the answer begins and the repetitions are ky's. */
  readonly send: (options: Required<Pick<Options, 'signal' | 'onDownloadProgress'>>) => ResponsePromise
  readonly read: (response: Response) => Promise<Body>
}

/**
 * Sends a request and receives its answer whole. Never throws: whatever goes wrong is one of the kinds. A body over
 * `maxBytes` is given up as soon as it is seen, so that memory stays bounded.
 */
export async function receive<Body>(settings: ReceiveSettings<Body>): Promise<Reception<Body>> {
  const { clock, bodyMs, maxBytes, signal, send, read } = settings
  const deadline = createDeadline(clock, signal)
  let isTooLarge = false
  let hasBegun = false
  try {
    const response = await send({
      signal: deadline.signal,
      onDownloadProgress: ({ transferredBytes }) => {
        if (transferredBytes > maxBytes) {
          isTooLarge = true
          deadline.end()
        }
      }
    })
    hasBegun = true
    deadline.endIn(bodyMs)
    return { kind: 'body', status: response.status, body: await read(response) }
  } catch (error) {
    if (signal?.aborted === true) {
      return { kind: 'cancelled' }
    }
    if (hasBegun) {
      return {
        kind: 'broken-answer',
        why: isTooLarge ? 'too-large' : deadline.signal.aborted ? 'timed-out' : 'cut-off'
      }
    }
    if (isHTTPError(error)) {
      return { kind: 'refusal', status: error.response.status, data: error.data }
    }
    return { kind: 'no-answer', why: isTimeoutError(error) ? 'timed-out' : 'network' }
  } finally {
    deadline.release()
  }
}
