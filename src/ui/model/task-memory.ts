import type { Caller } from '../../bridge/caller'
import type { Order } from '../../core/order'
import { hopeOf, type TaskHope, type TaskRecord } from '../../core/task-record'

/** A remembered task with what can still be hoped for. */
export interface RememberedTask {
  readonly record: TaskRecord
  readonly hope: TaskHope
  /** What the service said of it when it was last asked; null where it was not. */
  readonly found: 'finished' | 'working' | 'over' | null
}

/**
 * Remembers paid tasks on this device, by way of the main thread, for as long as their images are neither placed nor
 * discarded.
 */
export interface TaskMemory {
  /** Makes the record of a task; `serviceUrl` is the address that took the request: settings may change meanwhile. */
  readonly record: (taskId: string, order: Order, serviceUrl: string) => Promise<TaskRecord>
  /** Tells whether it is kept: where the storage is full, the task goes on in this window all the same. */
  readonly keep: (record: TaskRecord) => Promise<boolean>
  readonly forget: (taskId: string) => Promise<void>
  readonly recall: () => Promise<readonly RememberedTask[]>
}

export function createTaskMemory(call: Caller, epochMs: () => number): TaskMemory {
  return {
    record: async (taskId, order, serviceUrl) => {
      const createdAtMs = epochMs()
      const file = await call('identify-file', { mayMark: true })
      return { taskId, file: file.ok ? file.value : { id: '', name: '' }, serviceUrl, order, createdAtMs }
    },
    keep: async (record) => (await call('remember-task', record)).ok,
    forget: async (taskId) => {
      await call('forget-task', { taskId })
    },
    recall: async () => {
      const recalled = await call('recall-tasks', null)
      if (!recalled.ok || recalled.value.length === 0) {
        return []
      }
      const file = await call('identify-file', { mayMark: false })
      const here = file.ok ? file.value : { id: '', name: '' }
      const nowMs = epochMs()
      return recalled.value.map((record) => ({ record, hope: hopeOf(record, here, nowMs), found: null }))
    }
  }
}
