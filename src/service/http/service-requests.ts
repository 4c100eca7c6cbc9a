import { type Envelope, readEnvelope } from '../wire/envelope'
import { isSuccess } from '../wire/failure-of-status'
import { type Answer, type Exchange, exchange, type Network, type RetryRule } from './exchange'
import type { ServiceAddress } from './service-address'

/**
 * The most that is read of one answer, in bytes: 4096 × 4096 pixels as PNG (up to some 40 MB, half as much again as
 * base64) twice over, and far less than would bring down a browser tab.
 */
const maxAnswerBytes = 128 * 1024 * 1024

/** From so many bytes on, an answer is parsed off the window's thread. */
const longAnswer = 65_536

/**
 * What a request to the service came to. `status` is the HTTP status, or the envelope's own where HTTP says success: the
 * reference keeps both, and a gateway's 200 must not hide a refusal. `body` is null where it is not JSON or not of the
 * documented shape.
 */
export type ServiceExchange = Exchange<Envelope | null>

/** The service's two endpoints. */
export interface ServiceRequests {
  /**
   * The create. Sent once more by its rule alone. Below it, Chromium's own network layer sends a POST once more when a connection that it reuses (from a
   * preflight, say) breaks before any answer; no page can forbid that, nor learn of it.
   */
  readonly create: (body: FormData, limitMs: number, options: CreateOptions) => Promise<ServiceExchange>
  readonly query: (taskId: string, options: QueryOptions) => Promise<ServiceExchange>
}

/** When a create may be stopped, and who wants to know that it is on its way; as in `Call`. */
interface CreateOptions {
  readonly signal?: AbortSignal | undefined
  readonly turnSignal?: AbortSignal | undefined
  readonly onTurn?: (() => void | Promise<void>) | undefined
}

export interface QueryOptions {
  readonly retry: RetryRule<unknown>
  /** Milliseconds from each sending until an answer begins. */
  readonly limitMs: number
  readonly signal: AbortSignal | undefined
}

export interface ServiceRequestsSettings {
  readonly network: Network
  readonly address: ServiceAddress
  readonly key: string
  /** For creates; each query brings its own. */
  readonly retryCreate: RetryRule<Envelope | null>
  readonly parseJson: ParseJson
}

/**
 * Parses JSON; undefined where it is none. Off the window’s thread where that can be: an answer may hold 50 MB of base64,
 * and a text of that length may come as a blob of it.
 */
export type ParseJson = (json: Blob) => Promise<unknown>

/** Makes the one place from which requests go to the service: with the key, at the pace, narrowed. */
export function createServiceRequests(settings: ServiceRequestsSettings): ServiceRequests {
  const { network, address, key, retryCreate, parseJson } = settings
  const init: RequestInit = {
    headers: { 'X-API-KEY': key },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // A redirect would carry the key to another place.
    redirect: 'manual'
  }
  const reading = {
    maxBytes: maxAnswerBytes,
    read: (answer: Answer<Blob>) => readAnswer(answer, parseJson)
  }

  return {
    create: (body, limitMs, { signal, turnSignal, onTurn }) =>
      exchange(network, {
        ...reading,
        url: address.create,
        init: { ...init, method: 'POST', body },
        limitMs,
        retry: retryCreate,
        paceClass: 'create',
        signal,
        turnSignal,
        onTurn
      }),
    query: (taskId, options) =>
      exchange(network, { ...reading, ...options, url: address.query(taskId), init, paceClass: 'poll' })
  }
}

async function readAnswer(answer: Answer<Blob>, parseJson: ParseJson): Promise<Answer<Envelope | null>> {
  const body = readEnvelope(await parse(answer.body, parseJson))
  const status = isSuccess(answer.status) ? (body?.status ?? answer.status) : answer.status
  return { ...answer, status, body }
}

/** An answer may hold what is paid for: it is parsed here where it cannot be elsewhere. */
async function parse(json: Blob, parseJson: ParseJson): Promise<unknown> {
  const here = async (): Promise<unknown> => parseText(await json.text().catch(() => ''))
  return json.size < longAnswer ? here() : parseJson(json).catch(here)
}

/** Undefined, which no JSON is, where the text is none. */
function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
