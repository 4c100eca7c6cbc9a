import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Clock } from '../../src/core/clock'
import { maxFileBytes } from './image-check'

/** Reference, image_url and mask_url: "with a 10-second download timeout". */
const downloadTimeoutMs = 10_000

/** As many as browsers follow (Fetch standard, HTTP-redirect fetch). */
const maxRedirects = 20

/** How links are followed. */
export interface LinkRules {
  /** The addresses of a name, of which there is at least one. Rejects where there is none. */
  readonly resolve: (hostname: string) => Promise<readonly LookupAddress[]>
  /** Whether an IP address may be connected to. */
  readonly mayConnect: (address: string) => boolean
  /** Is told of each host that has addresses, and none that may be connected to. */
  readonly onRefused: (hostname: string) => void
}

/** The names as this machine knows them. */
export const systemResolve: LinkRules['resolve'] = (hostname) => lookup(hostname, { all: true })

/**
 * The bytes behind a URL; undefined when they did not come whole, in time, with a good status, and from addresses that may be
 * connected to, after each redirect.
 */
export async function download(url: string, clock: Clock, rules: LinkRules): Promise<Uint8Array | undefined> {
  const controller = new AbortController()
  const callOff = clock.after(downloadTimeoutMs, () => {
    controller.abort()
  })
  try {
    const response = await follow(new URL(url), rules, controller.signal)
    return isGood(response) ? await readBody(response) : undefined
  } catch {
    return undefined
  } finally {
    callOff()
    controller.abort()
  }
}

async function follow(start: URL, rules: LinkRules, signal: AbortSignal): Promise<IncomingMessage> {
  let url = start
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await ask(url, rules, signal)
    const { location } = response.headers
    if (!isRedirect(response) || location === undefined) return response
    response.destroy()
    url = new URL(location, url)
  }
  throw new Error('too many redirects')
}

/**
 * Asks for one address over a connection of its own. What is checked is what is connected to: the connection has no other
 * addresses than those that this lookup hands over, and asks for no lookup where the host is an IP address.
 */
async function ask(
  url: URL,
  { resolve, mayConnect, onRefused }: LinkRules,
  signal: AbortSignal
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : url.protocol === 'http:' ? requestHttp : null
  if (request === null) throw new Error(`${url.protocol} is not followed`)
  if (url.username !== '' || url.password !== '') throw new Error('a link with a user is not followed')

  const onlyAllowed = (hostname: string, found: readonly LookupAddress[]): LookupAddress[] => {
    const allowed = found.filter(({ address }) => mayConnect(address))
    if (allowed.length > 0) return allowed
    if (found.length > 0) onRefused(hostname)
    throw new Error(`${hostname} has no address that may be connected to`)
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family !== 0) onlyAllowed(host, [{ address: host, family }])

  const checkedLookup: LookupFunction = (hostname, { all }, callback) => {
    resolve(hostname)
      .then((found) => onlyAllowed(hostname, found))
      .then(
        (allowed) => {
          const [first] = allowed
          if (all === true || first === undefined) callback(null, allowed)
          else callback(null, first.address, first.family)
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)), [])
        }
      )
  }
  return new Promise((resolveAnswer, reject) => {
    request(url, {
      agent: false,
      lookup: checkedLookup,
      signal,
      headers: { Accept: '*/*', 'Accept-Encoding': 'identity', 'User-Agent': 'node' }
    })
      .on('response', resolveAnswer)
      .on('error', reject)
      .end()
  })
}

function isRedirect({ statusCode }: IncomingMessage): boolean {
  return statusCode !== undefined && [301, 302, 303, 307, 308].includes(statusCode)
}

function isGood({ statusCode }: IncomingMessage): boolean {
  return statusCode !== undefined && statusCode >= 200 && statusCode < 300
}

/** The body, or its beginning where that is too large already. */
async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  const body: AsyncIterable<Uint8Array> = response
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    total += chunk.length
    if (total > maxFileBytes) break
  }
  return Buffer.concat(chunks)
}
