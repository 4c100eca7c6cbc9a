import type { Caller } from '../../bridge/caller'
import type { FileIdentity, JournalEntry } from '../../core/expansion/journal-entry'
import type { LostUpload } from '../../core/expansion/lost-upload'
import type { SentExpansion, Task } from './task'

/** What the journal has of earlier windows and of this one. */
interface ListedJournal {
  readonly here: FileIdentity
  /** Accepted tasks whose images wait, of any file; the oldest first. */
  readonly tasks: readonly JournalEntry[]
  readonly lost: readonly LostUpload[]
  readonly againInMs: number | null
}

/**
 * The journal of paid tasks, which the main thread keeps on this device. None of the calls fails: a task goes on in this
 * window where the storage is full.
 */
export interface Journal {
  readonly newEntryId: () => string
  /** Writes an entry, pending: to be awaited before its create is handed over. */
  readonly begin: (id: string, sent: SentExpansion) => Promise<void>
  readonly accept: (task: Task) => Promise<void>
  /** An image is kept or discarded; null: all of the entry's. */
  readonly settle: (
    entryId: string,
    image: { readonly index: number; readonly count: number } | null
  ) => Promise<void>
  /** Undoes `settle` of a whole entry. */
  readonly restore: (entry: JournalEntry) => Promise<void>
  /** Null where it could not be read. */
  readonly list: () => Promise<ListedJournal | null>
}

/** `onFile` is told which file this is, whenever main looks it up. */
export function createJournal(
  call: Caller,
  random: () => number,
  epochMs: () => number,
  onFile: (file: FileIdentity) => void
): Journal {
  return {
    newEntryId: () => epochMs().toString(36) + Math.floor(random() * 2 ** 48).toString(36),
    begin: async (id, { expansion, serviceUrl }) => {
      const begun = await call('begin-entry', { id, expansion, serviceUrl })
      if (begun.ok) {
        onFile(begun.value.file)
      }
    },
    accept: async ({ entryId, taskId, acceptedAtMs, createdAtMs, isCanceled }) => {
      const acceptance = { taskId, atMs: acceptedAtMs, createdAtMs, isCanceled }
      await call('accept-entry', { id: entryId, acceptance })
    },
    settle: async (id, image) => {
      await call('settle-entry', {
        id,
        image: image === null ? null : { index: image.index, count: image.count }
      })
    },
    restore: async (entry) => {
      await call('restore-entry', entry)
    },
    list: async () => {
      const listed = await call('list-entries', null)
      if (!listed.ok) {
        return null
      }
      onFile(listed.value.here)
      return listed.value
    }
  }
}
