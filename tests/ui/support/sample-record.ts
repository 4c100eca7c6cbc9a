import type { TaskRecord } from '../../../src/core/expansion/task-record'
import { sidesWish } from './sample-drafts'

/** A task of ten seconds before the fake clock starts. */
export const sampleRecord: TaskRecord = {
  taskId: 't9',
  file: { id: 'f1', name: 'Sample' },
  serviceUrl: 'https://techhk.aoscdn.com',
  order: { ...sidesWish, runId: 'r', seed: 1 },
  createdAtMs: 9_990_000
}
