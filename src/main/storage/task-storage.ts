import { taskRecordSchema } from '../../bridge/schemas'
import type { TaskRecord } from '../../core/expansion/task-record'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { readEntries, writeEntry } from './device-storage'

/** Each task has an entry of its own, so that two windows of the plugin never write over each other's. */
const entryPrefix = 'task:'

/** Keeps a paid task on this device until it is forgotten. */
export function rememberTask(record: TaskRecord): Promise<Outcome<null, DocumentFailure>> {
  return writeEntry(entryPrefix + record.taskId, record)
}

export function forgetTask({ taskId }: { readonly taskId: string }): Promise<Outcome<null, DocumentFailure>> {
  return writeEntry(entryPrefix + taskId, null)
}

/** Tells whether a task is remembered still. Rejects where the storage fails. */
export async function isRemembered(taskId: string): Promise<boolean> {
  return (await figma.clientStorage.getAsync(entryPrefix + taskId)) !== undefined
}

/** Reads every task that this device remembers, of any file, the oldest first. What cannot be read is no task. */
export async function recallTasks(): Promise<Outcome<TaskRecord[], DocumentFailure>> {
  const read = await readEntries(entryPrefix, taskRecordSchema)
  return read.ok ? succeed(read.value.sort((one, other) => one.createdAtMs - other.createdAtMs)) : read
}

/** The id under which this device remembers the latest task of a file of this name; null where it remembers none. */
export async function latestFileIdOf(name: string): Promise<string | null> {
  const recalled = await recallTasks()
  const records = recalled.ok ? recalled.value : []
  const [latest] = records.filter(({ file }) => file.name === name && file.id !== '').reverse()
  return latest?.file.id ?? null
}
