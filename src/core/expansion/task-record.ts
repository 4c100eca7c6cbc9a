import type { Expansion } from './expansion'

/**
 * A paid task whose image is neither placed nor discarded yet: everything that is needed to do that later. Kept on this
 * device only. Plain data.
 */
export interface TaskRecord {
  readonly taskId: string
  readonly file: FileIdentity
  /** Base address of the service that was asked: a task is known there alone. */
  readonly serviceUrl: string
  readonly order: Expansion
  /** When the service took the request, ms since 1970. */
  readonly createdAtMs: number
}

/** The document that a task was started in: an id of our own, and its name for people. */
export interface FileIdentity {
  readonly id: string
  readonly name: string
}

/** What a task's image can still be hoped for. */
export type TaskHope = 'here' | 'other-file' | 'gone'

/** The service keeps results for an hour (facts: result links are signed for 1 hour). */
export const resultKeptMs = 3_600_000

/**
 * Tells whether a task's image can still be had, and whether this is the file for it: by its mark, or by its name, since an
 * undo takes a mark back and the next one is another. A task whose file could not be told is offered in each.
 */
export function hopeOf({ file, createdAtMs }: TaskRecord, here: FileIdentity, nowMs: number): TaskHope {
  if (nowMs - createdAtMs > resultKeptMs) {
    return 'gone'
  }
  const isUnknown = file.id === '' && file.name === ''
  return file.id === here.id || file.name === here.name || isUnknown ? 'here' : 'other-file'
}
