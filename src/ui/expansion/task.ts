import type { Expansion } from '../../core/expansion/expansion'

/** An expansion with where its requests go. */
export interface SentExpansion {
  readonly expansion: Expansion
  readonly serviceUrl: string
}

/** The service's job for one create, by its entry of the journal. */
export interface Task {
  readonly entryId: string
  /** Null where the answer to the create holds the image and names no task. */
  readonly taskId: string | null
  /** Base address of the service that took the create: the task is known there alone. */
  readonly serviceUrl: string
  /** When the answer to the create came, ms since 1970 by this device. */
  readonly acceptedAtMs: number
  /** The same on the window's own clock, which does not jump; null for a task of an earlier window. */
  readonly acceptedAtTick: number | null
  /** The service's own time of it, ms since 1970; null where it does not say. */
  readonly createdAtMs: number | null
  readonly isCanceled: boolean
  /** Indexes of images that are in the document or decided about: they are not fetched again. */
  readonly done: readonly number[]
}
