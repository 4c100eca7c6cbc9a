import type { Expansion } from './expansion'

/** The document that an expansion was started in: an id of our own, and its name for people. */
export interface FileIdentity {
  readonly id: string
  readonly name: string
}

/**
 * One create, and what is remembered of it on this device until its images are kept or discarded. Plain data.
 *
 * `accepted` is null while the create is on its way (pending). `images` has the state of each image by its index; an image
 * without one is waiting: how many images a task has is known only once its result is there.
 */
export interface JournalEntry {
  readonly id: string
  /** The window that sent the create. */
  readonly windowId: string
  readonly file: FileIdentity
  /** Base address of the service that was asked: a task is known there alone. */
  readonly serviceUrl: string
  readonly expansion: Expansion
  /** When the create was handed over, ms since 1970 by this device. */
  readonly begunAtMs: number
  readonly accepted: Acceptance | null
  readonly images: readonly ImageState[]
}

/** The service's answer to a create. */
export interface Acceptance {
  /** Null where the answer holds the image and names no task: the window that has it alone can place it. */
  readonly taskId: string | null
  /** When the answer came, ms since 1970 by this device. */
  readonly atMs: number
  /** When the service says that it made the task, ms since 1970 by its clock; null where it does not say. */
  readonly createdAtMs: number | null
  /** The designer canceled the expansion before the answer came. */
  readonly isCanceled: boolean
}

/** `placed`: in the document. `settled`: kept or discarded. */
export type ImageState = 'waiting' | 'placed' | 'settled'

/** One image of an entry: `index` counts from 0 among the `count` images of its result. */
export interface ImageRef {
  readonly entryId: string
  readonly index: number
  readonly count: number
}

/** Names an image among all of this device. */
export function imageKey({ entryId, index }: ImageRef): string {
  return index === 0 ? entryId : `${entryId}#${index}`
}

/** Returns the image that a key names, of as many as it shows that there are. */
export function imageOfKey(key: string): ImageRef {
  const [, entryId = key, digits = '0'] = /^(.*)#(\d+)$/s.exec(key) ?? []
  const index = Number(digits)
  return { entryId, index, count: index + 1 }
}

/** Returns the state of one image of an entry. */
export function imageState({ images }: JournalEntry, index: number): ImageState {
  return images[index] ?? 'waiting'
}

/** Tells whether an image of the entry is neither in the document nor decided about. */
export function hasWaitingImage({ images }: JournalEntry): boolean {
  return images.length === 0 || images.includes('waiting')
}

/** Tells whether all images of the entry are kept or discarded, so that nothing of it needs to be remembered. */
export function isSettled({ images }: JournalEntry): boolean {
  return images.length > 0 && images.every((state) => state === 'settled')
}

/** Returns the entry with one of its `count` images in another state. */
export function withImageState(
  entry: JournalEntry,
  { index, count }: Pick<ImageRef, 'index' | 'count'>,
  state: ImageState
): JournalEntry {
  const length = Math.max(count, index + 1, entry.images.length)
  const images = Array.from({ length }, (_, at) => (at === index ? state : imageState(entry, at)))
  return { ...entry, images }
}

/** Returns the indexes of the images that are in the document or decided about. */
export function doneImages({ images }: Pick<JournalEntry, 'images'>): readonly number[] {
  return images.flatMap((state, index) => (state === 'waiting' ? [] : [index]))
}

/** The service keeps results for an hour (facts: result links are signed for 1 hour). */
export const resultKeptMs = 3_600_000

/**
 * Tells whether the hour of an accepted task is over by this device's clock. Clocks jump, so this decides nothing by
 * itself: the service is asked once more.
 */
export function isPastHour({ atMs }: Pick<Acceptance, 'atMs'>, nowMs: number): boolean {
  return nowMs - atMs > resultKeptMs
}

/**
 * Tells whether an entry belongs to this file: by its mark, or by its name, since an undo takes a mark back and the next
 * one is another. An entry whose file could not be told belongs to each.
 */
export function isOfFile({ file }: JournalEntry, here: FileIdentity): boolean {
  const isUnknown = file.id === '' && file.name === ''
  return file.id === here.id || file.name === here.name || isUnknown
}
