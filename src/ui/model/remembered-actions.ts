import type { Clock } from '../../core/clock'
import { doneImages } from '../../core/expansion/journal-entry'
import type { RasterFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import type { ServiceClient } from '../../service/service-client'
import type { Journal } from '../expansion/journal'
import { type RememberedTask, rememberedTask } from '../expansion/remembered-task'
import type { Runs } from '../expansion/runs'
import type { AppState } from '../state/app-state'
import type { Store } from '../state/store'
import type { Access } from './service-access'
import { taskAddress } from './task-address'

/** What is done with what earlier windows left: tasks that are paid for, and creates whose answers never came. */
export interface RememberedActions {
  /**
   * Gets the images of remembered tasks of one expansion, at the address that they were sent to, and places the first.
   * Nothing is paid for. At an address that the manifest does not allow nothing is asked.
   */
  readonly placeRemembered: (entryIds: readonly string[]) => void
  /** Forgets remembered tasks of one expansion, with their images. */
  readonly discardRemembered: (entryIds: readonly string[]) => Promise<void>
  /** Remembers the tasks again that were forgotten last. */
  readonly rememberAgain: () => Promise<void>
  /** Takes note of a create whose answer never came. */
  readonly forgetLost: (entryId: string) => Promise<void>
}

export interface Remembered extends RememberedActions {
  /** Reads again what is remembered, without what is part of the runs, and what is lost. */
  readonly recall: () => Promise<void>
  /**
   * Asks the service how far the remembered tasks are: a query costs nothing. Nobody pressed for it, so the key goes to no
   * other address than that of the settings.
   */
  readonly ask: () => Promise<void>
}

export interface RememberedPorts {
  readonly journal: Pick<Journal, 'list' | 'settle' | 'restore'>
  readonly access: Access
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly epochMs: () => number
  readonly runs: Pick<Runs, 'hasEntry' | 'resume'>
  /** Makes a small image, PNG, of an image file. */
  readonly thumbnailOfFile: (bytes: Uint8Array) => Promise<Outcome<Uint8Array, RasterFailure>>
}

export function createRemembered(
  { journal, access, clock, epochMs, runs, thumbnailOfFile }: RememberedPorts,
  { get, update }: Store<AppState>
): Remembered {
  /** A create that another window may still be waiting for is looked at again. */
  let callOffLook = (): void => undefined
  const recall = async (): Promise<void> => {
    const listed = await journal.list()
    // What is shown stays where the storage cannot be read.
    if (listed === null) {
      return
    }
    const { here, tasks, lost, againInMs } = listed
    const known = new Map(get().remembered.map((task) => [task.entry.id, task]))
    update({
      remembered: tasks
        .filter(({ id }) => !runs.hasEntry(id))
        .map((entry) => rememberedTask(entry, here, epochMs(), known.get(entry.id))),
      lost
    })
    callOffLook()
    if (againInMs !== null) {
      callOffLook = clock.after(againInMs, () => void recall())
    }
  }
  const tasksOf = (entryIds: readonly string[]): readonly RememberedTask[] =>
    get().remembered.filter(({ entry }) => entryIds.includes(entry.id) && !runs.hasEntry(entry.id))

  const note = (entryId: string, found: Pick<RememberedTask, 'found' | 'thumbnails'>): void => {
    update({
      remembered: get().remembered.map((task) => (task.entry.id === entryId ? { ...task, ...found } : task))
    })
  }
  const askOf = async ({ entry, isPastHour, found }: RememberedTask): Promise<void> => {
    const taskId = entry.accepted?.taskId ?? null
    const isCurrent = taskAddress(entry, get().settings) === 'current'
    const client = isCurrent ? access.serviceAt(entry.serviceUrl) : null
    if (client === null || taskId === null) {
      return
    }
    const asked = await client.query(taskId)
    note(entry.id, { found: foundIn(asked, isPastHour) ?? found, thumbnails: [] })
    if (asked.ok && asked.value.kind === 'done') {
      const done = doneImages(entry)
      const thumbnails: (Uint8Array | null)[] = []
      for (const image of asked.value.result.images.filter((_, index) => !done.includes(index))) {
        // A link is not fetched for it: that is as much traffic as the image itself.
        const downloaded = image.kind === 'base64' ? await client.download(image) : null
        const small = downloaded?.ok === true ? await thumbnailOfFile(downloaded.value.bytes) : null
        thumbnails.push(small?.ok === true ? small.value : null)
      }
      note(entry.id, { found: 'finished', thumbnails })
    }
  }

  return {
    recall,
    ask: async () => {
      for (const task of get().remembered) {
        await askOf(task)
      }
    },
    placeRemembered: (entryIds) => {
      const entries = tasksOf(entryIds).map(({ entry }) => entry)
      const reachable = entries.filter((entry) => taskAddress(entry, get().settings) !== 'closed')
      if (reachable.length > 0) {
        runs.resume(reachable)
        update({ remembered: get().remembered.filter(({ entry }) => !runs.hasEntry(entry.id)) })
        void recall()
      }
    },
    discardRemembered: async (entryIds) => {
      const tasks = tasksOf(entryIds)
      for (const { entry } of tasks) {
        await journal.settle(entry.id, null)
      }
      await recall()
      const entries = tasks.filter(({ found }) => found !== 'over').map(({ entry }) => entry)
      const [first] = entries
      if (first !== undefined) {
        update({ news: { kind: 'let-go', name: first.expansion.name, entries } })
      }
    },
    rememberAgain: async () => {
      const { news } = get()
      if (news?.kind === 'let-go') {
        update({ news: null })
        for (const entry of news.entries) {
          await journal.restore(entry)
        }
        await recall()
      }
    },
    forgetLost: async (entryId) => {
      await journal.settle(entryId, null)
      await recall()
    }
  }
}

/** Tells what an answer says of a task; null where it says nothing of it. */
function foundIn(
  asked: Awaited<ReturnType<ServiceClient['query']>>,
  isPastHour: boolean
): RememberedTask['found'] {
  if (asked.ok) {
    return asked.value.kind === 'done' ? 'finished' : 'working'
  }
  const { kind } = asked.failure
  if (kind === 'task-failed') {
    return 'over'
  }
  // Within its hour, a task that the service does not know may be new to it.
  return kind === 'unknown-task' && isPastHour ? 'gone' : null
}
