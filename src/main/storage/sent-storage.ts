import { sentRecordSchema } from '../../bridge/schemas'
import type { SentRecord } from '../../core/expansion/sent-record'
import type { DocumentFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import { readEntries, writeEntry } from './device-storage'

const entryPrefix = 'sent:'

/** Keeps that a request is on its way until its answer is there. */
export function noteSent(record: SentRecord): Promise<Outcome<null, DocumentFailure>> {
  return writeEntry(entryPrefix + record.id, record)
}

export function forgetSent({ id }: { readonly id: string }): Promise<Outcome<null, DocumentFailure>> {
  return writeEntry(entryPrefix + id, null)
}

/** Reads every request of this device whose answer is not there, of any file. What cannot be read is none. */
export function recallSent(): Promise<Outcome<SentRecord[], DocumentFailure>> {
  return readEntries(entryPrefix, sentRecordSchema)
}
