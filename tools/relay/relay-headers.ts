import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** What the service needs of a request. All else, the plugin's "null" origin and any cookie among it, stays here. */
const passedOn = [
  'x-api-key',
  'content-type',
  'content-length',
  'transfer-encoding',
  'accept',
  'accept-encoding'
]

/** What the plugin needs of an answer. */
const passedBack = ['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'retry-after']

/** The headers of a request that go to the service. */
export function headersForService(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return pick(headers, passedOn)
}

/** The headers of an answer that go to the plugin, with leave to read it. */
export function headersForPlugin(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return { ...pick(headers, passedBack), ...leaveToRead }
}

/**
 * The origin of a plugin's window is "null", which is no origin to name: any may read, and `refuse` has turned websites
 * away before.
 */
export const leaveToRead: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After'
}

/**
 * Leave to send, as the browser asks for it: for the header with the key, and for a page of the internet that calls an
 * address of this machine (Private Network Access).
 */
export function leaveToSend({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return {
    ...leaveToRead,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'X-API-KEY, Content-Type',
    'access-control-max-age': '600',
    ...(headers['access-control-request-private-network'] === 'true'
      ? { 'access-control-allow-private-network': 'true' }
      : {})
  }
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)))
}
