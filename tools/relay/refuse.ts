import type { IncomingMessage } from 'node:http'

/** What of a request decides whether it is passed on. */
export interface Asked extends Pick<IncomingMessage, 'method' | 'url' | 'headers'> {
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/** Why the relay does not pass a request on. */
export interface Refusal {
  readonly status: 403 | 404 | 405
  readonly message: string
}

/** The reference's two endpoints: the one that creates, and the one that asks for a task. */
const endpoint = /^\/api\/tasks\/visual\/advanced-image-expand(?<task>\/[^/?#]+)?$/

const loopback = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/

/**
 * Says why a request that `admitRequest` has let through is not for the relay, or null where it is:
 *
 * - it comes from another machine. The relay listens on loopback alone; this holds should that ever change;
 * - it was sent by a page, one of this machine among them: a plugin's window has the origin "null", and programs have none;
 * - it is not for the reference's two endpoints.
 */
export function refuse({ method, url = '', headers, socket }: Asked): Refusal | null {
  if (!loopback.test(socket.remoteAddress ?? '')) {
    return { status: 403, message: 'the relay is for this machine alone' }
  }
  if (headers.origin !== undefined && headers.origin !== 'null') {
    return { status: 403, message: 'the relay is for the plugin’s window alone, and not for websites' }
  }
  const path = endpoint.exec(url)
  if (path === null) {
    return {
      status: 404,
      message: 'the relay passes on the image expansion service’s endpoints and nothing else'
    }
  }
  const isAllowed = method === 'OPTIONS' || method === (path.groups?.['task'] === undefined ? 'POST' : 'GET')
  return isAllowed ? null : { status: 405, message: `${method ?? 'this method'} is not for this endpoint` }
}
