import type { Clock } from '../core/clock'
import type { ServiceFailure } from '../core/failures'
import { fail, type Outcome } from '../core/outcome'
import { awaitResult } from './await-result'
import { checkKey } from './check-key'
import { type DecodeBase64, download } from './download'
import type { RetryRule } from './http/exchange'
import { createRequestPace, type RequestPace } from './http/request-pace'
import { createRetries, getRetries, neverRetried } from './http/retry'
import { serviceAddress } from './http/service-address'
import { createServiceRequests, type ParseJson } from './http/service-requests'
import { type ServiceTimeouts, standardTimeouts } from './http/timeouts'
import { query } from './query'
import type { ServiceClient } from './service-client'
import { submit } from './submit'
import { createRedact, isSendableKey } from './wire/redact'

/** What a client needs from outside, so that a test never sleeps and never leaves the machine. */
export interface ServiceClientSettings {
  /** The service's address, http or https, with or without a slash at its end. */
  readonly baseUrl: string
  /** Sent in the X-API-KEY header and nowhere else. */
  readonly key: string
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  /** A number from 0 up to 1, as from Math.random; spreads repeated requests out. */
  readonly random: () => number
  readonly parseJson: ParseJson
  readonly decodeBase64: DecodeBase64
  /** Shared by all clients of one key, so that they keep one rate together. A client without one makes its own. */
  readonly pace?: RequestPace
  /** Only what differs from the standard ones. */
  readonly timeouts?: Partial<ServiceTimeouts>
}

/**
 * Makes the client of the image expansion service. Nothing is sent until one of its calls is made. With an address or a
 * key that cannot be used, every call fails with `invalid-request` (field `baseUrl` or `key`), and nothing is sent.
 */
export function createServiceClient(settings: ServiceClientSettings): ServiceClient {
  const { clock, random, fetch, parseJson, decodeBase64 } = settings
  const key = settings.key.trim()
  const address = serviceAddress(settings.baseUrl)
  if (address === null) {
    return createRefusingClient('baseUrl', 'must be an address that starts with http:// or https://')
  }
  if (!isSendableKey(key)) {
    return createRefusingClient('key', 'must be letters, digits and signs without spaces')
  }
  const pace = settings.pace ?? createRequestPace({ clock })
  const timeouts = { ...standardTimeouts, ...settings.timeouts }
  const redact = createRedact(key)
  const network = { fetch, clock, pace, bodyMs: timeouts.bodyMs }
  const retryCreate = createRetries({ timeouts, random })
  const requests = createServiceRequests({ network, address, key, retryCreate, parseJson })
  const retried = getRetries({ timeouts, random })
  const downloading = {
    network,
    limitMs: timeouts.downloadMs,
    retry: retried,
    serviceOrigin: address.origin,
    redact,
    decodeBase64
  }
  const ask = (retry: RetryRule<unknown>, signal?: AbortSignal) => ({
    retry,
    limitMs: timeouts.queryMs,
    signal
  })

  return {
    submit: (request, options = {}) => submit(requests, request, timeouts, redact, options),
    query: (taskId, { signal } = {}) => query(requests, taskId, ask(retried, signal), redact),
    awaitResult: (taskId, options = {}) => {
      const poll = (id: string, signal: AbortSignal) => query(requests, id, ask(neverRetried, signal), redact)
      return awaitResult({ clock, random, poll }, taskId, options)
    },
    download: (image, options = {}) => download(downloading, image, options),
    checkKey: ({ signal } = {}) => checkKey(requests, ask(retried, signal), redact)
  }
}

/** A client that has nowhere to send to, or nothing to send with. */
function createRefusingClient(field: string, rule: string): ServiceClient {
  const refuse = (): Promise<Outcome<never, ServiceFailure>> =>
    Promise.resolve(fail({ kind: 'invalid-request', field, rule }))
  return { submit: refuse, query: refuse, awaitResult: refuse, download: refuse, checkKey: refuse }
}
