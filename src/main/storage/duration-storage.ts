import { safeParse } from 'valibot'
import { durationsSchema } from '../../bridge/schemas'
import type { DocumentFailure } from '../../core/failures'
import { noDurations, type Durations } from '../../core/expansion/expected-time'
import type { Outcome } from '../../core/outcome'
import { attemptStorage } from './device-storage'

const durationsEntry = 'durations'

/** Reads how long the last requests took on this device; where that cannot be read, nothing is known of it. */
export function readDurations(): Promise<Outcome<Durations, DocumentFailure>> {
  return attemptStorage(async () => {
    const parsed = safeParse(durationsSchema, await figma.clientStorage.getAsync(durationsEntry))
    return parsed.success ? parsed.output : noDurations
  })
}

export function writeDurations(durations: Durations): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    await figma.clientStorage.setAsync(durationsEntry, durations)
    return null
  })
}
