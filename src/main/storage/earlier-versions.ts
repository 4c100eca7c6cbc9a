import { type InferOutput, object, optional, picklist, string } from 'valibot'
import { expansionSchema, fileSchema, finiteNumber } from '../../bridge/schemas'
import type { JournalEntry } from '../../core/expansion/journal-entry'
import type { LostUpload, lostUploadOf } from '../../core/expansion/lost-upload'
import { parsedEntries } from './device-storage'
import { writeJournalEntry } from './journal-storage'

/*
 * Version 0.1.0 kept tasks (`task:`) and requests on their way (`sent:`) in entries of their own. Tasks become journal
 * entries; of the requests only their loss can be told.
 */

const taskPrefix = 'task:'
const uploadPrefix = 'sent:'

const taskSchema = object({
  taskId: string(),
  file: fileSchema,
  serviceUrl: string(),
  order: expansionSchema,
  createdAtMs: finiteNumber
})

const uploadSchema = object({
  id: string(),
  file: fileSchema,
  name: string(),
  sentAtMs: finiteNumber,
  awaits: optional(picklist(['task', 'image', 'nothing']), 'task')
})

/** Makes journal entries of the tasks that version 0.1.0 has kept. Rejects where the storage fails. */
export async function adoptEarlierTasks(): Promise<void> {
  const tasks = await parsedEntries(taskPrefix, taskSchema)
  for (const task of tasks.values()) {
    await writeJournalEntry(entryOf(task))
    await figma.clientStorage.deleteAsync(taskPrefix + task.taskId)
  }
}

function entryOf({
  taskId,
  file,
  serviceUrl,
  order,
  createdAtMs
}: InferOutput<typeof taskSchema>): JournalEntry {
  return {
    id: taskId,
    windowId: '',
    file,
    serviceUrl,
    expansion: order,
    begunAtMs: createdAtMs,
    accepted: { taskId, atMs: createdAtMs, createdAtMs: null, isCanceled: false },
    images: []
  }
}

/** Tells whether an id is that of a request that version 0.1.0 has kept: its whole storage key. */
export function isEarlierUpload(id: string): boolean {
  return id.startsWith(uploadPrefix)
}

/** Tells what has become of the requests that version 0.1.0 has kept: its windows are closed. */
export async function earlierUploads(nowMs: number): Promise<readonly ReturnType<typeof lostUploadOf>[]> {
  const uploads = await parsedEntries(uploadPrefix, uploadSchema)
  return [...uploads.values()].map(({ id, file, name, sentAtMs, awaits }) => {
    const waitMs = { task: 150_000, image: 330_000, nothing: 0 }[awaits]
    const leftMs = Math.max(0, sentAtMs + waitMs - nowMs)
    const phase: LostUpload['phase'] = awaits === 'nothing' ? 'unnamed' : leftMs > 0 ? 'recent' : 'final'
    return {
      lost: { entryId: uploadPrefix + id, name, file, phase },
      againInMs: leftMs > 0 ? leftMs : null
    }
  })
}
