import type { JournalEntry } from '../../core/expansion/journal-entry'
import { allowedServiceUrls, serviceUrl, type Settings } from '../../core/settings'
import { serviceAddress } from '../../service/http/service-address'
import { parseUrl } from '../../service/wire/parse-url'

/**
 * Where a task was sent to, seen from the settings: the key is meant for the `current` address. At `another` one it is
 * sent only after a press, and never at one that the manifest does not allow (`closed`).
 */
export type TaskAddress = 'current' | 'another' | 'closed'

/** Compares the address that took a task with that of the settings. */
export function taskAddress({ serviceUrl: url }: JournalEntry, settings: Settings): TaskAddress {
  const address = serviceAddress(url)
  if (address === null) {
    return 'closed'
  }
  if (address.create === serviceAddress(serviceUrl(settings))?.create) {
    return 'current'
  }
  return allowedServiceUrls.includes(address.origin) ? 'another' : 'closed'
}

/** The host of the address that took a task, for people. */
export function taskHost({ serviceUrl: url }: JournalEntry): string {
  return parseUrl(url)?.host ?? url
}
