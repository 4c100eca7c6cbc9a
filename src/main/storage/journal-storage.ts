import { safeParse } from 'valibot'
import { journalEntrySchema } from '../../bridge/schemas'
import type { JournalEntry } from '../../core/expansion/journal-entry'
import { parsedEntries } from './device-storage'

const prefix = 'journal:'

/** Reads an entry; null where there is none, or none that can be read. Rejects where the storage fails. */
export async function readJournalEntry(id: string): Promise<JournalEntry | null> {
  const parsed = safeParse(journalEntrySchema, await figma.clientStorage.getAsync(prefix + id))
  return parsed.success ? parsed.output : null
}

/** Rejects where the storage is full or fails. */
export function writeJournalEntry(entry: JournalEntry): Promise<void> {
  return figma.clientStorage.setAsync(prefix + entry.id, entry)
}

export function deleteJournalEntry(id: string): Promise<void> {
  return figma.clientStorage.deleteAsync(prefix + id)
}

/** Reads every entry of this device, of any file, the oldest first. Skips what cannot be read. */
export async function journalEntries(): Promise<readonly JournalEntry[]> {
  const entries = await parsedEntries(prefix, journalEntrySchema)
  return [...entries.values()].sort((one, other) => one.begunAtMs - other.begunAtMs)
}

/** Returns the id of the file of this name that the latest entry is for; null where there is none, or the storage fails. */
export async function latestFileIdOf(name: string): Promise<string | null> {
  try {
    const entries = await journalEntries()
    const [latest] = entries.filter(({ file }) => file.name === name && file.id !== '').slice(-1)
    return latest?.file.id ?? null
  } catch {
    return null
  }
}
