import { maxUrlLength } from '../../core/limits'
import { fail, type Outcome, succeed } from '../../core/outcome'
import type { LinkObstacle } from '../../core/plan/plan-link'
import { sentLink } from './image-source'
import { parseUrl } from './parse-url'

/**
 * Reads a link to an image that the service is to fetch: absolute, http or https, and at an address that it can reach. One
 * on this computer can, where the service is a stand-in on it. Gives the link as it is sent, and a name for its image.
 */
export function readImageLink(
  text: string,
  serviceUrl: string
): Outcome<{ readonly url: string; readonly name: string }, LinkObstacle> {
  const url = sentLink(withScheme(text.trim()))
  const parsed = url === null ? null : parseUrl(url)
  if (url === null || parsed === null) {
    return fail({ kind: 'not-a-link' })
  }
  if (url.length > maxUrlLength) {
    return fail({ kind: 'link-too-long', limit: maxUrlLength })
  }
  const { hostname } = parsed
  const service = parseUrl(serviceUrl)
  const isStandIn = service !== null && isLoopback(service.hostname)
  if (isPrivate(hostname) && !isStandIn) {
    return fail({ kind: 'private-host', host: hostname })
  }
  return succeed({ url, name: nameOf(parsed) })
}

/** As people copy links from memory: `example.com/photo.jpg`. */
function withScheme(text: string): string {
  return /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}\//i.test(text) ? `https://${text}` : text
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host) || host.endsWith('.localhost')
}

/** Loopback, private and link-local addresses (RFC 1918, 3927, 4193, 4291), and names that only a local network knows. */
function isPrivate(host: string): boolean {
  if (host.startsWith('[')) {
    return /^\[(::1?\]|f[cd]|fe[89ab]|::ffff:)/.test(host)
  }
  return (
    isLoopback(host) ||
    /^(0|10|127|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(host) ||
    /\.(local|internal|lan|home\.arpa)\.?$/.test(host) ||
    !host.includes('.')
  )
}

/** The last part of the path, as people read it; the host where there is none. */
function nameOf({ pathname, hostname }: URL): string {
  const last =
    pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
