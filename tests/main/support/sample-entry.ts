import type { ImageRef, JournalEntry } from '../../../src/core/expansion/journal-entry'
import { noTuning } from '../../../src/core/expansion/tuning'
import { sidesWish } from '../../ui/support/sample-drafts'

/** The one image of the entry `e1`. */
export const sampleRef: ImageRef = { entryId: 'e1', index: 0, count: 1 }

/** An entry that another window has begun, whose create was accepted right after. */
export function sampleEntry(more: Partial<JournalEntry> = {}): JournalEntry {
  const begunAtMs = more.begunAtMs ?? 1_000_000
  return {
    id: 'e1',
    windowId: 'another',
    file: { id: 'f1', name: 'Sample' },
    serviceUrl: 'https://service.example',
    expansion: { ...sidesWish, tuning: noTuning, runId: 'r1', seed: 1 },
    begunAtMs,
    accepted: { taskId: 't1', atMs: begunAtMs, createdAtMs: null, isCanceled: false },
    images: [],
    ...more
  }
}
