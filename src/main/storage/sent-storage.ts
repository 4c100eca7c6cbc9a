import { safeParse } from 'valibot'
import { sentRecordSchema } from '../../bridge/schemas'
import type { DocumentFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import type { SentRecord } from '../../core/expansion/sent-record'
import { attemptStorage } from './device-storage'

const entryPrefix = 'sent:'

/** Keeps that a request is on its way until its answer is there. */
export function noteSent(record: SentRecord): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    await figma.clientStorage.setAsync(entryPrefix + record.id, record)
    return null
  })
}

export function forgetSent({ id }: { readonly id: string }): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    await figma.clientStorage.deleteAsync(entryPrefix + id)
    return null
  })
}

/** Reads every request of this device whose answer is not there, of any file. What cannot be read is none. */
export function recallSent(): Promise<Outcome<SentRecord[], DocumentFailure>> {
  return attemptStorage(async () => {
    const records: SentRecord[] = []
    const entries = await figma.clientStorage.keysAsync()
    for (const entry of entries.filter((key) => key.startsWith(entryPrefix))) {
      const stored: unknown = await figma.clientStorage.getAsync(entry)
      const parsed = safeParse(sentRecordSchema, stored)
      if (parsed.success) {
        records.push(parsed.output)
      }
    }
    return records
  })
}
