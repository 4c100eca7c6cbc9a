import { safeParse } from 'valibot'
import type { Params } from '../../bridge/protocol'
import { taskRecordSchema } from '../../bridge/schemas'
import type { DocumentFailure } from '../../core/failures'
import { succeed, type Outcome } from '../../core/outcome'
import type { FileIdentity, TaskRecord } from '../../core/expansion/task-record'
import { randomId } from '../../core/random-id'
import type { Session } from '../placed/session'
import { unhideImages } from '../placed/show-original'
import { attemptStorage } from './device-storage'

/** Each task has an entry of its own, so that two windows of the plugin never write over each other's. */
const entryPrefix = 'task:'

/** Keeps a paid task on this device until it is forgotten. */
export function rememberTask(record: TaskRecord): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    await figma.clientStorage.setAsync(entryPrefix + record.taskId, record)
    return null
  })
}

export function forgetTask({ taskId }: { readonly taskId: string }): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    await figma.clientStorage.deleteAsync(entryPrefix + taskId)
    return null
  })
}

/** Tells whether a task is remembered still. Rejects where the storage fails. */
export async function isRemembered(taskId: string): Promise<boolean> {
  return (await figma.clientStorage.getAsync(entryPrefix + taskId)) !== undefined
}

/** Reads every task that this device remembers, of any file, the oldest first. What cannot be read is no task. */
export function recallTasks(): Promise<Outcome<TaskRecord[], DocumentFailure>> {
  return attemptStorage(async () => {
    const entries = (await figma.clientStorage.keysAsync()).filter((key) => key.startsWith(entryPrefix))
    const records: TaskRecord[] = []
    for (const entry of entries) {
      const stored: unknown = await figma.clientStorage.getAsync(entry)
      const parsed = safeParse(taskRecordSchema, stored)
      if (parsed.success) {
        records.push(parsed.output)
      }
    }
    return records.sort((one, other) => one.createdAtMs - other.createdAtMs)
  })
}

const fileEntry = 'file'

/**
 * Tells which file this is. A file has no id that plugins can read, so it is marked with one of ours, where it may be; the
 * id is empty where it has none. An undo takes the mark back with all that came after it: a file without one is then the
 * file of its name that this device last remembered a task of.
 */
export async function identifyFile(
  { mayMark }: Params<'identify-file'>,
  session: Session
): Promise<Outcome<FileIdentity, DocumentFailure>> {
  const { root } = figma
  if (root.getPluginData(fileEntry) !== '') {
    return succeed({ id: root.getPluginData(fileEntry), name: root.name })
  }
  const lastId = await lastIdOf(root.name)
  // Two calls may have waited for that at the same time.
  const id = root.getPluginData(fileEntry) || (lastId ?? (mayMark ? randomId() : ''))
  if (mayMark && root.getPluginData(fileEntry) === '') {
    unhideImages(session)
    root.setPluginData(fileEntry, id)
    // A step of its own: taking back a placed image must not take the mark back that other tasks need.
    figma.commitUndo()
  }
  return succeed({ id, name: root.name })
}

/** The id under which this device remembers the latest task of a file of this name; null where it remembers none. */
async function lastIdOf(name: string): Promise<string | null> {
  const recalled = await recallTasks()
  const records = recalled.ok ? recalled.value : []
  const [latest] = records.filter(({ file }) => file.name === name && file.id !== '').reverse()
  return latest?.file.id ?? null
}
