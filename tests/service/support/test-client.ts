import { decodeBase64 } from '../../../src/raster/answer/decode-base64'
import { parseJson } from '../../../src/raster/answer/parse-json'
import { createServiceClient, type ServiceClientSettings } from '../../../src/service/client'
import type { RequestPace } from '../../../src/service/http/request-pace'
import type { ServiceClient } from '../../../src/service/service-client'
import { realClock } from '../../real-clock'

/** No waiting at all, for tests that are not about the pace. */
export const noPace: RequestPace = {
  turn: (_, signal) => Promise.resolve(signal?.aborted === true ? null : { answered: () => undefined })
}

/** A client for a server on this machine, on real time unless told otherwise. */
export function createTestClient(
  server: { readonly url: string },
  settings: Partial<ServiceClientSettings> = {}
): ServiceClient {
  return createServiceClient({
    baseUrl: server.url,
    key: 'test-key',
    fetch: globalThis.fetch,
    clock: realClock,
    parseJson,
    decodeBase64,
    random: () => 0.5,
    pace: noPace,
    ...settings,
    timeouts: { repeatMs: 10, repeatCreateMs: 10, ...settings.timeouts }
  })
}
