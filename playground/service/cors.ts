import type { IncomingMessage } from 'node:http'
import type { Answer } from './answer'
import type { Faults } from './faults'

/**
 * CORS headers of an answer (facts, CORS: browsers call the service directly with X-API-KEY). Nothing is exposed, so
 * Retry-After can not be read across origins (facts, rate).
 */
export function corsHeaders(path: string, faults: Faults): Readonly<Record<string, string>> {
  const isResult = path.startsWith('/results/')
  if (faults['no-cors'] || (isResult && faults['no-result-cors'])) return {}
  return { 'Access-Control-Allow-Origin': '*' }
}

/** The answer to a preflight. */
export function preflight(request: IncomingMessage, faults: Faults): Answer {
  if (faults['no-cors']) return { kind: 'reply', status: 405, headers: {}, body: new Uint8Array() }
  const asksPrivate = request.headers['access-control-request-private-network'] !== undefined
  return {
    kind: 'reply',
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'X-API-KEY, Content-Type',
      ...(asksPrivate ? { 'Access-Control-Allow-Private-Network': 'true' } : {})
    },
    body: new Uint8Array()
  }
}
