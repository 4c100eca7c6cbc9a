import {
  type Acceptance,
  hasWaitingImage,
  type ImageRef,
  type ImageState,
  imageState,
  isSettled,
  type JournalEntry,
  resultKeptMs,
  withImageState
} from '../../core/expansion/journal-entry'
import { type LostUpload, lostUploadOf } from '../../core/expansion/lost-upload'
import type { DocumentFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import { attemptStorage, writeEntry } from './device-storage'
import { adoptEarlierTasks, earlierUploads, isEarlierUpload } from './earlier-versions'
import { deleteJournalEntry, journalEntries, readJournalEntry, writeJournalEntry } from './journal-storage'
import { createWindowSign, readWindowSigns, removeOldSigns } from './window-sign'

type Done = Promise<Outcome<null, DocumentFailure>>

/** What is remembered of paid creates, and what must be said of those that are lost. */
export interface JournalList {
  /** Accepted tasks with images that are neither in the document nor decided about, of any file; the oldest first. */
  readonly tasks: readonly JournalEntry[]
  readonly lost: readonly LostUpload[]
  /** When another window's open create is to be looked at again, ms; null where none is. */
  readonly againInMs: number | null
}

/**
 * The journal of what is paid for: one entry for each create, on this device, until all of its images are kept or
 * discarded. Its state machine is drawn in docs/architecture.md. Each entry has a storage key of its own, so that two
 * windows never write over each other's; the changes of one entry by this window follow each other.
 */
export interface Journal {
  /** Writes an entry, pending, right before its create is handed over. */
  readonly begin: (entry: JournalEntry) => Done
  /**
   * Notes the service's answer, also where the storage refused the entry when it was begun, or another window took the create
   * for lost and let go of it. Does nothing for an entry that this window has not begun and that is not there.
   */
  readonly accept: (id: string, acceptance: Acceptance, file: JournalEntry['file']) => Done
  /** Notes whether an image is in the document. Does nothing where its entry is not there, or the image is settled. */
  readonly mark: (image: ImageRef, state: Exclude<ImageState, 'settled'>) => Done
  /** Notes that an image is kept or discarded: the entry goes with its last one. Null: all of its images. */
  readonly settle: (id: string, image: Pick<ImageRef, 'index' | 'count'> | null) => Done
  /** Writes an entry again that was settled a moment ago. */
  readonly restore: (entry: JournalEntry) => Done
  /**
   * Tells whether an image may still be placed: not where another window has placed it or it was decided about. An image of
   * this window whose entry could not be begun, because the storage was full, may always be. Rejects where the storage fails.
   */
  readonly isWaiting: (image: ImageRef, isResumed: boolean) => Promise<boolean>
  readonly list: () => Promise<Outcome<JournalList, DocumentFailure>>
  /** Says in the storage that this window closes. Synchronous: nothing continues after a `close` handler. */
  readonly close: () => void
}

export function createJournal(windowId: string): Journal {
  const sign = createWindowSign(windowId)
  /** Entries that this window has begun, as they were then: the storage may have refused them. */
  const begun = new Map<string, JournalEntry>()
  /** Entries that this window has settled as a whole: a `begin` that comes late, after a slow storage, writes none of them. */
  const settled = new Set<string>()
  /** Entries that the storage has had: where one is missing later, another window has settled it. */
  const written = new Set<string>()
  /** Entries without a task: only this window can get their images. */
  const open = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  const change = (id: string, changed: (entry: JournalEntry) => JournalEntry): Done =>
    inTurn(() =>
      attemptStorage(async () => {
        const entry = await readJournalEntry(id)
        const next = entry === null ? null : changed(entry)
        if (next !== null && next !== entry) {
          await writeJournalEntry(next)
        }
        return null
      })
    )
  const closeEntry = async (id: string): Promise<void> => {
    if (open.delete(id) && open.size === 0) {
      await sign.remove()
    }
  }

  return {
    begin: (entry) =>
      inTurn(() =>
        attemptStorage(async () => {
          if (settled.has(entry.id)) {
            return null
          }
          open.add(entry.id)
          begun.set(entry.id, entry)
          // A sign that is refused must not keep the entry from being written.
          await sign.show().catch(() => undefined)
          await writeJournalEntry(entry)
          written.add(entry.id)
          return null
        })
      ),
    accept: (id, accepted, file) =>
      inTurn(() =>
        attemptStorage(async () => {
          const entry = (await readJournalEntry(id)) ?? begun.get(id)
          if (entry !== undefined) {
            const next = { ...entry, accepted, file }
            // Once more: without it, what is paid for is not remembered.
            await writeJournalEntry(next).catch(() => writeJournalEntry(next))
            written.add(id)
            // From here on, an entry that is missing was decided about.
            begun.delete(id)
          }
          if (accepted.taskId !== null) {
            await closeEntry(id)
          }
          return null
        })
      ),
    mark: (image, state) =>
      change(image.entryId, (entry) =>
        [state, 'settled'].includes(imageState(entry, image.index))
          ? entry
          : withImageState(entry, image, state)
      ),
    settle: async (id, image) => {
      if (isEarlierUpload(id)) {
        return writeEntry(id, null)
      }
      if (image === null) {
        settled.add(id)
        begun.delete(id)
      }
      const done = await inTurn(() =>
        attemptStorage(async () => {
          const entry = image === null ? null : await readJournalEntry(id)
          const next = entry === null || image === null ? null : withImageState(entry, image, 'settled')
          if (next === null || isSettled(next)) {
            await deleteJournalEntry(id)
            await closeEntry(id)
          } else {
            await writeJournalEntry(next)
          }
          return null
        })
      )
      return done
    },
    restore: (entry) => inTurn(() => attemptStorage(() => writeJournalEntry(entry).then(() => null))),
    isWaiting: async ({ entryId, index }, isResumed) => {
      const entry = await readJournalEntry(entryId)
      return entry === null ? !isResumed && !written.has(entryId) : imageState(entry, index) === 'waiting'
    },
    list: () =>
      attemptStorage(async () => {
        // Tidying up must not keep what is paid for from being listed.
        await adoptEarlierTasks().catch(() => undefined)
        const nowMs = Date.now()
        const entries = await journalEntries()
        const signs = await readWindowSigns()
        await removeOldSigns(signs, windowId, nowMs).catch(() => undefined)
        const others = entries
          .filter((entry) => entry.windowId !== windowId)
          .map((entry) => {
            const silent = { aliveAtMs: entry.begunAtMs, isClosed: false }
            return lostUploadOf(entry, signs.get(entry.windowId) ?? silent, nowMs)
          })
        const looks = [...others, ...(await earlierUploads(nowMs))]
        for (const entry of entries) {
          if (
            !hasWaitingImage(entry) &&
            entry.windowId !== windowId &&
            nowMs - entry.begunAtMs > resultKeptMs
          ) {
            await deleteJournalEntry(entry.id).catch(() => undefined)
          }
        }
        const waits = looks.flatMap(({ againInMs }) => againInMs ?? [])
        return {
          tasks: entries.filter((entry) => entry.accepted?.taskId != null && hasWaitingImage(entry)),
          lost: looks.flatMap(({ lost }) => lost ?? []),
          againInMs: waits.length === 0 ? null : Math.min(...waits)
        }
      }),
    close: () => {
      if (open.size > 0) {
        sign.close()
      }
    }
  }
}
