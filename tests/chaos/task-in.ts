import { safeParse } from 'valibot'
import { journalEntrySchema } from '../../src/bridge/schemas'

/** The task that a journal entry in the storage names; null where its create is not answered, or it is no such entry. */
export function taskIn(key: string, value: unknown): string | null {
  const entry = key.startsWith('journal:') ? safeParse(journalEntrySchema, value) : null
  return entry?.success === true ? (entry.output.accepted?.taskId ?? null) : null
}
