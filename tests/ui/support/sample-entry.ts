import type { JournalEntry } from '../../../src/core/expansion/journal-entry'
import { sidesWish } from './sample-drafts'

/** An accepted task of another window, of ten seconds before the fake clock starts. */
export const sampleEntry: JournalEntry = {
  id: 'e9',
  windowId: 'other',
  file: { id: 'f1', name: 'Sample' },
  serviceUrl: 'https://techhk.aoscdn.com',
  expansion: { ...sidesWish, runId: 'r', seed: 1 },
  begunAtMs: 9_989_000,
  accepted: { taskId: 't9', atMs: 9_990_000, createdAtMs: null, isCanceled: false },
  images: []
}

/** What `list-entries` answers in the file of these entries. */
export function listedOf(tasks: readonly JournalEntry[]): {
  readonly here: JournalEntry['file']
  readonly tasks: readonly JournalEntry[]
  readonly lost: readonly []
  readonly againInMs: null
} {
  return { here: sampleEntry.file, tasks, lost: [], againInMs: null }
}
