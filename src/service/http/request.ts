import ky, { type Options, type ResponsePromise } from 'ky'
import type { Clock } from '../../core/clock'
import { type Envelope, readEnvelope } from '../wire/envelope'
import { type Attempt, attempt } from './attempt'
import { readBlob } from './read-body'
import type { PaceClass, RequestPace } from './request-pace'
import { retryOptions } from './retry-options'
import type { ServiceAddress } from './service-address'
import type { ServiceTimeouts } from './timeouts'

/**
 * The most that is read of one answer, in bytes: 4096 × 4096 pixels as PNG (up to some 40 MB, half as much again as
 * base64) twice over, and far less than would bring down a browser tab.
 */
const maxAnswerBytes = 128 * 1024 * 1024

/** From so many bytes on, an answer is parsed off the window's thread. */
const longAnswer = 65_536

/**
 * What one request to the service came to. `status` is the HTTP status, or the envelope's own where HTTP says success:
 * the reference keeps both, and a gateway's 200 must not hide a refusal. `answer` is null when the body was not JSON or
 * not of the documented shape.
 */
export type Exchange =
  | { readonly kind: 'answer'; readonly status: number; readonly answer: Envelope | null }
  | Exclude<Attempt<never>, { readonly kind: 'body' | 'refusal' | 'cancelled' }>
  /** `handedOver` tells whether the request may have left before it was stopped. */
  | { readonly kind: 'cancelled'; readonly handedOver: boolean }

export interface Exchanges {
  /**
   * The create. Sent once, whatever becomes of it. Below it, Chromium's own network layer sends a POST once more when a
   * connection that it reuses (from a preflight, say) breaks before any answer; no page can forbid that, nor learn of it.
   */
  readonly post: (body: FormData, limitMs: number, options: SendOptions) => Promise<Exchange>
  /** A query; repeated up to `repeats` times where that may help. */
  readonly get: (taskId: string, options: GetOptions) => Promise<Exchange>
}

/** When a request may be stopped, and who wants to know that it is on its way. */
interface SendOptions {
  readonly signal: AbortSignal | undefined
  /** Stops it only while it waits for its turn. */
  readonly turnSignal: AbortSignal | undefined
  readonly onTurn?: (() => void) | undefined
}

export interface GetOptions {
  readonly repeats: number
  readonly limitMs: number
  readonly signal: AbortSignal | undefined
}

export interface ExchangesSettings {
  readonly address: ServiceAddress
  readonly key: string
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: () => number
  readonly pace: RequestPace
  readonly timeouts: ServiceTimeouts
  readonly parseJson: ParseJson
}

/**
 * Parses JSON; undefined where it is none. Off the window’s thread where that can be: an answer may hold 50 MB of base64,
 * and a text of that length may come as a blob of it.
 */
export type ParseJson = (json: Blob) => Promise<unknown>

/** Makes the one place from which requests go to the service: with the key, at the pace, narrowed. */
export function createExchanges(settings: ExchangesSettings): Exchanges {
  const { address, key, fetch, clock, random, pace, timeouts, parseJson } = settings
  const { bodyMs, repeatMs } = timeouts
  const service = ky.create({
    // Called as a plain function: the browser's fetch refuses to be called as a method of ky's options.
    fetch: (input, init) => fetch(input, init),
    headers: { 'X-API-KEY': key },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // A redirect would carry the key to another place.
    redirect: 'manual'
  })
  const limits = {
    clock,
    bodyMs,
    read: (response: Response) => readBlob(response, maxAnswerBytes)
  }

  /** Sends at the pace: a turn for the first time, and one for each repetition. */
  async function exchange(
    paceClass: PaceClass,
    { signal, turnSignal, onTurn }: SendOptions,
    send: (options: Options, beforeRepeat: () => Promise<void>) => ResponsePromise
  ): Promise<Exchange> {
    let turn = await pace.turn(paceClass, turnSignal)
    if (turn === null || signal?.aborted === true || turnSignal?.aborted === true) {
      turn?.answered()
      return { kind: 'cancelled', handedOver: false }
    }
    onTurn?.()
    const onAnswered = () => {
      turn?.answered()
    }
    const beforeRepeat = async () => {
      onAnswered()
      turn = await pace.turn(paceClass, signal)
    }
    return readReception(
      await attempt({ ...limits, signal, onAnswered, send: (options) => send(options, beforeRepeat) }),
      parseJson
    )
  }

  return {
    post: (body, limitMs, sendOptions) =>
      exchange('create', sendOptions, (options) =>
        service.post(address.create, { ...options, body, timeout: limitMs, retry: 0 })
      ),
    get: (taskId, { repeats, limitMs, signal }) =>
      exchange('poll', { signal, turnSignal: signal }, (options, beforeRepeat) => {
        const repeating = retryOptions({ repeats, repeatMs, random, beforeRepeat })
        return service.get(address.query(taskId), { ...options, ...repeating, timeout: limitMs })
      })
  }
}

async function readReception(reception: Attempt<Blob>, parseJson: ParseJson): Promise<Exchange> {
  switch (reception.kind) {
    case 'body': {
      const answer = readEnvelope(await parse(reception.body, parseJson))
      return { kind: 'answer', status: answer?.status ?? reception.status, answer }
    }
    case 'refusal': {
      const { status, data } = reception
      return {
        kind: 'answer',
        status,
        answer: readEnvelope(typeof data === 'string' ? parseText(data) : data)
      }
    }
    case 'cancelled':
      return { kind: 'cancelled', handedOver: true }
    default:
      return reception
  }
}

/** An answer may hold what is paid for: it is parsed here where it cannot be elsewhere. */
async function parse(body: Blob, parseJson: ParseJson): Promise<unknown> {
  const here = async (): Promise<unknown> => parseText(await body.text())
  return body.size < longAnswer ? here() : parseJson(body).catch(here)
}

/** Undefined, which no JSON is, where the text is none. */
function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
