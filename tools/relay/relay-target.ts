import { defaultSettings, serviceUrl } from '../../src/core/settings'

/** The service's hosts, by the names that the command line gives them. */
export const serviceHosts = {
  global: serviceUrl({ ...defaultSettings, region: 'global' }),
  china: serviceUrl({ ...defaultSettings, region: 'china' })
} as const

/**
 * The origin that a relay passes requests on to, or null where it may not: one of the service's two hosts, or, for
 * tests, something on this machine. Anything else would be handed a key that is not its own.
 */
export function relayTarget(address: string): string | null {
  if (!URL.canParse(address)) {
    return null
  }
  const url = new URL(address)
  if (url.pathname !== '/' || `${url.username}${url.password}${url.search}${url.hash}` !== '') {
    return null
  }
  const isService = Object.values<string>(serviceHosts).includes(url.origin)
  const isHere = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return isService || isHere ? url.origin : null
}
