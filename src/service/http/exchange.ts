/*
 * The one way out to the network: creates, queries and downloads all pass through `exchange`. It has one union for what
 * came of them, one place for limits of time and one for repetitions (`retry.ts` says which), and all of its time is on
 * the clock that is handed in, so that tests can move it.
 *
 * There is no HTTP library under it, on purpose. ky stood there: 26.1 kB of the window's 399.2 kB minified (9.0 of 136.3 kB
 * compressed), and this client has 11 lines of code less without it. Whatever decides over paid tasks was written around
 * it: turns at the service's rate, limits of size and time for bodies, what a refusal without a readable body is, that
 * stopping takes effect at once. What it did itself, a time-out, a pause and a loop, ran on the browser's own timers.
 */
import type { Clock } from '../../core/clock'
import { createDeadline } from './deadline'
import { pause } from './pause'
import { BodyTooLarge, readBlob } from './read-body'
import type { PaceClass, RequestPace, Turn } from './request-pace'

/** What one call came to, its repetitions included. */
export type Exchange<Body> =
  | Answer<Body>
  /** Nothing came back. Whether anything arrived there cannot be known. */
  | { readonly kind: 'no-answer'; readonly why: 'network' | 'timed-out' }
  /** An answer of status 2xx began and never came to its end, or was larger than anything sensible. */
  | { readonly kind: 'broken-answer'; readonly why: 'cut-off' | 'timed-out' | 'too-large' }
  /** The caller stopped it. `handedOver` tells whether the request was on its way then, and may have made something. */
  | { readonly kind: 'cancelled'; readonly handedOver: boolean }

/** An answer of any status. The body of a refusal that could not be read is empty: its status says enough. */
export interface Answer<Body> {
  readonly kind: 'answer'
  readonly status: number
  readonly body: Body
  /** How long the answer asks to wait (`Retry-After`), in milliseconds. Null where it says nothing that can be read. */
  readonly retryAfterMs: number | null
}

/** Milliseconds until a request is sent once more, after `repeats` repetitions. Null where it is not. */
export type RetryRule<Body> = (exchange: Exchange<Body>, repeats: number) => number | null

export interface Call<Body> {
  readonly url: string
  readonly init: Omit<RequestInit, 'signal'>
  /** Milliseconds from each sending until an answer begins; a refusal ends within as many more. */
  readonly limitMs: number
  /** The most that is read of an answer, in bytes. */
  readonly maxBytes: number
  /** Reads an answer that came in whole. Never throws. */
  readonly read: (answer: Answer<Blob>) => Promise<Answer<Body>>
  readonly retry: RetryRule<Body>
  /** Null for a request to another place than the service: it takes no turn. */
  readonly paceClass: PaceClass | null
  /** Stops it at any time, at once. */
  readonly signal: AbortSignal | undefined
  /** Stops it only while it waits: for its turn, or to be sent once more. */
  readonly turnSignal?: AbortSignal | undefined
  /** Called when its first turn has come, right before it is sent. */
  readonly onTurn?: (() => void | Promise<void>) | undefined
}

export interface Network {
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly pace: RequestPace
  /** Milliseconds from an answer's beginning to its end. */
  readonly bodyMs: number
}

/** The most that is read of a refusal, in bytes: no message is longer, and a gateway's page need not be read. */
const maxRefusalBytes = 1024 * 1024

/** Where nothing is to be waited for. */
const anyTime: Turn = { answered: () => undefined }

/** Sends a request, each time at its turn, and receives its answer whole. Never throws. */
export async function exchange<Body>(network: Network, call: Call<Body>): Promise<Exchange<Body>> {
  const { clock, pace } = network
  const stop = createDeadline(clock, call.signal, call.turnSignal)
  try {
    for (let repeats = 0; ; repeats++) {
      const turn = call.paceClass === null ? anyTime : await pace.turn(call.paceClass, stop.signal)
      if (turn !== null && repeats === 0 && !stop.signal.aborted) {
        await call.onTurn?.()
      }
      if (turn === null || stop.signal.aborted) {
        turn?.answered()
        return { kind: 'cancelled', handedOver: false }
      }
      const received = await sendOnce(network, call, turn.answered)
      if (received.kind === 'cancelled') {
        return received
      }
      const exchanged = received.kind === 'answer' ? await call.read(received) : received
      const waitMs = call.retry(exchanged, repeats)
      if (waitMs === null) {
        return exchanged
      }
      if (!(await pause(clock, waitMs, stop.signal))) {
        return { kind: 'cancelled', handedOver: false }
      }
    }
  } finally {
    stop.release()
  }
}

/**
 * Sends a request once. Stopping it, and the end of its time, take effect at once, however long the network takes to notice.
 * `onAnswered` is called as soon as an answer begins or it is clear that there will be none; perhaps more than once.
 */
async function sendOnce<Body>(
  { fetch, clock, bodyMs }: Network,
  { url, init, limitMs, maxBytes, signal }: Call<Body>,
  onAnswered: () => void
): Promise<Exchange<Blob>> {
  const deadline = createDeadline(clock, signal)
  let begun: Response | null = null

  const sendAndRead = async (): Promise<Exchange<Blob>> => {
    try {
      const response = await fetch(new Request(url, { ...init, signal: deadline.signal }))
      begun = response
      onAnswered()
      deadline.endIn(response.ok ? bodyMs : Math.min(bodyMs, limitMs))
      return answer(response, await readBlob(response, response.ok ? maxBytes : maxRefusalBytes))
    } catch (error) {
      if (deadline.signal.aborted) {
        return notWhole('timed-out')
      }
      return notWhole(error instanceof BodyTooLarge ? 'too-large' : 'cut-off')
    }
  }
  /** Says what there is where no answer came in whole. */
  const notWhole = (why: 'cut-off' | 'timed-out' | 'too-large'): Exchange<Blob> => {
    if (signal?.aborted === true) {
      return { kind: 'cancelled', handedOver: true }
    }
    if (begun === null) {
      return { kind: 'no-answer', why: why === 'timed-out' ? 'timed-out' : 'network' }
    }
    return begun.ok ? { kind: 'broken-answer', why } : answer(begun, new Blob())
  }

  deadline.endIn(limitMs)
  const received = await Promise.race([deadline.ended.then(() => notWhole('timed-out')), sendAndRead()])
  onAnswered()
  deadline.release()
  return received
}

function answer({ status, headers }: Response, body: Blob): Answer<Blob> {
  return { kind: 'answer', status, body, retryAfterMs: retryAfterMs(headers) }
}

/** Read where it is in seconds. A date would have to be compared with this device's, which may be wrong by hours. */
function retryAfterMs(headers: Headers): number | null {
  const seconds = headers.get('Retry-After') ?? ''
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : null
}
