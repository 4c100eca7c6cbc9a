import type { Caller } from '../../bridge/caller'
import type { Order } from '../../core/order'
import { hopeOf, type TaskHope, type TaskRecord } from '../../core/task-record'
import type { TaskMemory } from './expansion-ports'

/** A remembered task with what can still be hoped for. */
export interface RememberedTask {
  readonly record: TaskRecord
  readonly hope: TaskHope
}

/**
 * Remembers paid tasks on this device, by way of the main thread. Where its storage is full there is nothing to be done
 * about it: the task goes on in this window all the same.
 */
export function createTaskMemory(
  call: Caller,
  epochMs: () => number
): Pick<TaskMemory, 'forget'> & {
  /** `serviceUrl` is the address that took the request: settings may change while a task runs. */
  readonly remember: (taskId: string, order: Order, serviceUrl: string) => Promise<void>
  readonly recall: () => Promise<readonly RememberedTask[]>
} {
  return {
    remember: async (taskId, order, serviceUrl) => {
      const file = await call('identify-file', { mayMark: true })
      await call('remember-task', {
        taskId,
        file: file.ok ? file.value : { id: '', name: '' },
        serviceUrl,
        order,
        createdAtMs: epochMs()
      })
    },
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
      return recalled.value.map((record) => ({ record, hope: hopeOf(record, here, nowMs) }))
    }
  }
}
