import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { fail, type Outcome, succeed } from '../src/core/outcome'

/** Why a server of this machine does not answer a request. */
export interface Refused {
  readonly status: 400 | 403 | 404
  readonly message: string
}

/** The names that this machine has for itself. */
const ownNames = ['localhost', '127.0.0.1', '[::1]']

/** The origin of a page that this machine serves, at any port. */
const ownPage = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Checks a request to a server that is for this machine alone, and gives the address that it asks for.
 *
 * - `Host` names this machine and the server's own port, once: a site whose name leads here (DNS rebinding) sends its own
 *   name. `otherPorts` are ports by which a browser may know the server besides.
 * - `Origin` is absent (programs, navigations), `null` (a plugin's window) or a page of this machine: browsers name the
 *   page that asks, and no other website may.
 * - The target is a path of this server.
 */
export function admitRequest(
  request: IncomingMessage,
  otherPorts: readonly number[] = []
): Outcome<URL, Refused> {
  const [host, ...moreHosts] = request.headersDistinct['host'] ?? []
  if (host === undefined || moreHosts.length > 0 || !isOwnHost(host, request.socket.localPort, otherPorts)) {
    return fail({ status: 403, message: 'this server answers to localhost and its own port alone' })
  }
  const { origin } = request.headers
  if (origin !== undefined && origin !== 'null' && !ownPage.test(origin)) {
    return fail({ status: 403, message: 'this server is for pages of this machine alone' })
  }
  const base = `http://${host}`
  const target = request.url ?? ''
  if (!URL.canParse(target, base)) return fail({ status: 400, message: 'the request’s target is no address' })
  const url = new URL(target, base)
  return url.origin === new URL(base).origin
    ? succeed(url)
    : fail({ status: 404, message: 'the request’s target is not of this server' })
}

function isOwnHost(host: string, ownPort: number | undefined, otherPorts: readonly number[]): boolean {
  const ports = ownPort === undefined ? otherPorts : [ownPort, ...otherPorts]
  const own = ownNames.flatMap((name) => [
    ...ports.map((port) => `${name}:${port}`),
    ...(ports.includes(80) ? [name] : [])
  ])
  return own.includes(host.toLowerCase())
}

/**
 * Checks a request to a route that shows or changes what the server holds. Any page can have the origin `null`, so that it
 * is refused here. A browser leaves `Origin` out of some requests of other pages (an image's, for one): there it says by
 * `Sec-Fetch-Site` where the request comes from. Null where the request is good.
 */
export function refuseAdmin({ origin, 'sec-fetch-site': site }: IncomingHttpHeaders): Refused | null {
  const isOwn =
    origin === undefined
      ? site === undefined || site === 'same-origin' || site === 'none'
      : ownPage.test(origin)
  return isOwn ? null : { status: 403, message: 'Only from this machine' }
}
