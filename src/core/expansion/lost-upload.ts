import { type FileIdentity, hasWaitingImage, type JournalEntry } from './journal-entry'

/**
 * A create of a window that was closed before its image could be placed, and that no id can bring back. Plain data.
 *
 * `recent`: the plugin closed during the upload; the service may still be taking it. `final`: the service can no longer
 * answer it. `unnamed`: its answer came and named no task.
 */
export interface LostUpload {
  readonly entryId: string
  readonly name: string
  readonly file: FileIdentity
  readonly phase: 'recent' | 'final' | 'unnamed'
}

/** When a window last showed that it is open, ms since 1970; whether it has said that it closes. */
export interface WindowSign {
  readonly aliveAtMs: number
  readonly isClosed: boolean
}

/** How often a window with an open create shows that it is open, ms. */
export const signEveryMs = 5_000

/** Without a sign for so long, ms, a window is closed: browsers wake the timers of hidden pages once a minute. */
const silentForMs = 75_000

/**
 * After so long, ms, the service no longer answers a create: its own limit is 120 s, or 300 s where the answer brings the
 * image, and then 10 s for a probe.
 */
const answerIsLostAfterMs = { task: 150_000, image: 330_000 } as const

/** Tells whether a window is open still. An entry whose window has left no sign is as old as its last one. */
export function isWindowOpen({ aliveAtMs, isClosed }: WindowSign, nowMs: number): boolean {
  return !isClosed && Math.abs(nowMs - aliveAtMs) < silentForMs
}

/**
 * Tells what has become of another window's create that has no task: null while that window is open, the answer named a
 * task, or its images are in the document. `againInMs` says when to look again; null where nothing changes by itself.
 */
export function lostUploadOf(
  entry: JournalEntry,
  sign: WindowSign,
  nowMs: number
): { readonly lost: LostUpload | null; readonly againInMs: number | null } {
  const { id, expansion, file, accepted, begunAtMs } = entry
  if (accepted !== null && (accepted.taskId !== null || !hasWaitingImage(entry))) {
    return { lost: null, againInMs: null }
  }
  if (isWindowOpen(sign, nowMs)) {
    return { lost: null, againInMs: signEveryMs }
  }
  const named = { entryId: id, name: expansion.name, file }
  if (accepted !== null) {
    return { lost: { ...named, phase: 'unnamed' }, againInMs: null }
  }
  const awaited = expansion.isSingleRequest ? 'image' : 'task'
  const leftMs = begunAtMs + answerIsLostAfterMs[awaited] - nowMs
  return leftMs > 0
    ? { lost: { ...named, phase: 'recent' }, againInMs: leftMs }
    : { lost: { ...named, phase: 'final' }, againInMs: null }
}
