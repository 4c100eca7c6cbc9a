import type { Clock } from '../../core/clock'
import type { ServiceClient } from '../../service/service-client'
import type { Runs } from '../expansion/runs'
import type { RememberedTask, TaskMemory } from '../expansion/task-memory'
import type { AppState } from '../state/app-state'
import type { Store } from '../state/store'
import type { Access } from './service-access'
import { taskAddress } from './task-address'

/** What is done with what earlier windows left: tasks that are paid for, and requests whose answers never came. */
export interface RememberedActions {
  /**
   * Gets the image of a remembered task, at the address that it was sent to, and places it. Nothing is paid for. At an
   * address that the manifest does not allow nothing is asked.
   */
  readonly placeRemembered: (taskId: string) => void
  /** Forgets a remembered task, with its image. */
  readonly discardRemembered: (taskId: string) => Promise<void>
  /** Remembers the task again that was forgotten last. */
  readonly rememberAgain: () => Promise<void>
  /** Takes note of a request whose answer never came. */
  readonly forgetCutOff: (id: string) => Promise<void>
}

export interface Remembered extends RememberedActions {
  /** Reads again which tasks are remembered, without those of the runs. */
  readonly recall: () => Promise<void>
  /** Reads again which requests were cut off. */
  readonly recallCutOff: () => Promise<void>
  /**
   * Asks the service how far the remembered tasks of this file are: a query costs nothing. Nobody pressed for it, so the
   * key goes to no other address than that of the settings.
   */
  readonly ask: () => Promise<void>
}

interface RememberedPorts {
  readonly memory: TaskMemory
  readonly access: Access
  readonly clock: Clock
  readonly runs: Pick<Runs, 'hasTask' | 'resume'>
}

export function createRemembered(
  { memory, access, clock, runs }: RememberedPorts,
  { get, update }: Store<AppState>
): Remembered {
  const recall = async (): Promise<void> => {
    const recalled = await memory.recall()
    const known = new Map(get().remembered.map(({ record, found }) => [record.taskId, found]))
    update({
      remembered: recalled
        .filter(({ record }) => !runs.hasTask(record.taskId))
        .map((task) => ({ ...task, found: known.get(task.record.taskId) ?? null }))
    })
  }
  /** A request whose answer another window may still be waiting for is looked at again when that is over. */
  let callOffLook = (): void => undefined
  const recallCutOff = async (): Promise<void> => {
    const { cutOff, againInMs } = await memory.recallCutOff()
    update({ cutOff })
    callOffLook()
    if (againInMs !== null) {
      callOffLook = clock.after(againInMs, () => void recallCutOff())
    }
  }
  return {
    recall,
    recallCutOff,
    ask: async () => {
      for (const { record, hope } of get().remembered) {
        const { taskId } = record
        const mayAsk = hope === 'here' && taskAddress(record, get().settings) === 'current'
        const client = mayAsk ? access.serviceAt(record.serviceUrl) : null
        const found = client === null ? null : foundIn(await client.query(taskId))
        update({
          remembered: get().remembered.map((task) =>
            task.record.taskId === taskId ? { ...task, found: found ?? task.found } : task
          )
        })
      }
    },
    placeRemembered: (taskId) => {
      const task = get().remembered.find(({ record }) => record.taskId === taskId)
      if (task !== undefined && taskAddress(task.record, get().settings) !== 'closed') {
        runs.resume(task.record)
        void recall()
      }
    },
    discardRemembered: async (taskId) => {
      const task = get().remembered.find(({ record }) => record.taskId === taskId)
      await memory.forget(taskId)
      await recall()
      if (task !== undefined && task.hope !== 'gone' && task.found !== 'over') {
        update({ news: { kind: 'let-go', name: task.record.order.name, record: task.record } })
      }
    },
    rememberAgain: async () => {
      const { news } = get()
      if (news?.kind === 'let-go') {
        update({ news: null })
        await memory.keep(news.record)
        await recall()
      }
    },
    forgetCutOff: async (id) => {
      await memory.forgetSent(id)
      await recallCutOff()
    }
  }
}

function foundIn(asked: Awaited<ReturnType<ServiceClient['query']>>): RememberedTask['found'] {
  if (asked.ok) {
    return asked.value.kind === 'done' ? 'finished' : 'working'
  }
  // A task that the service does not know may be new to it: only a failed one has no image to wait for.
  return asked.failure.kind === 'task-failed' ? 'over' : null
}
