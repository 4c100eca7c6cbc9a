import { safeParse } from 'valibot'
import { settingsSchema } from '../../bridge/schemas'
import type { DocumentFailure } from '../../core/failures'
import { fail, succeed, type Outcome } from '../../core/outcome'
import { defaultSettings, type Settings } from '../../core/settings'
import { errorMessage } from '../nodes/error-message'

const settingsEntry = 'settings'

/** The API key is in this entry of the device's storage and nowhere else. */
const keyEntry = 'api-key'

/** Reads the settings; what an earlier version did not keep yet, or kept otherwise, has its default. */
export function readSettings(): Promise<Outcome<Settings, DocumentFailure>> {
  return attemptStorage(async () => {
    const stored: unknown = await figma.clientStorage.getAsync(settingsEntry)
    const entries: [string, unknown][] =
      typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
    return entries.reduce((settings, [name, value]) => {
      const parsed = safeParse(settingsSchema, { ...settings, [name]: value })
      return parsed.success ? parsed.output : settings
    }, defaultSettings)
  })
}

export function writeSettings(settings: Settings): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    await figma.clientStorage.setAsync(settingsEntry, settings)
    return null
  })
}

/** Reads the API key; null where there is none. */
export function readKey(): Promise<Outcome<string | null, DocumentFailure>> {
  return attemptStorage(async () => {
    const stored: unknown = await figma.clientStorage.getAsync(keyEntry)
    return typeof stored === 'string' && stored !== '' ? stored : null
  })
}

/** Keeps the API key; null removes it. */
export function writeKey(key: string | null): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    if (key === null) {
      await figma.clientStorage.deleteAsync(keyEntry)
    } else {
      await figma.clientStorage.setAsync(keyEntry, key)
    }
    return null
  })
}

/** Reads or writes this device's storage; what it refuses is a failure. */
export async function attemptStorage<Value>(
  work: () => Promise<Value>
): Promise<Outcome<Value, DocumentFailure>> {
  try {
    return succeed(await work())
  } catch (error) {
    return fail({ kind: 'storage-failed', detail: errorMessage(error) })
  }
}
