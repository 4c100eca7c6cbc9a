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

/** The names that this machine has for itself. */
const ownNames = ['localhost', '127.0.0.1', '[::1]']

const loopback = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/

/**
 * Says why a request is not for the relay, or null where it is:
 *
 * - it comes from another machine. The relay listens on loopback alone; this holds should that ever change;
 * - it was sent to another name than this machine's own, as by a site whose name leads here (DNS rebinding);
 * - it was sent by a website: a plugin's window has the origin "null", and programs have none;
 * - it is not for the reference's two endpoints.
 */
export function refuse({ method, url = '', headers, socket }: Asked): Refusal | null {
  if (!loopback.test(socket.remoteAddress ?? '')) {
    return { status: 403, message: 'the relay is for this machine alone' }
  }
  if (!ownNames.includes((headers.host ?? '').replace(/:\d+$/, ''))) {
    return { status: 403, message: 'the relay answers to localhost alone' }
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
