import type { Caller } from '../../bridge/caller'
import type { Expansion } from '../../core/expansion/expansion'
import { cutOffInMs, type SentRecord } from '../../core/expansion/sent-record'
import { type FileIdentity, hopeOf, type TaskHope, type TaskRecord } from '../../core/expansion/task-record'

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
  readonly record: (taskId: string, order: Expansion, serviceUrl: string) => Promise<TaskRecord>
  /** Tells whether it is kept: where the storage is full, the task goes on in this window all the same. */
  readonly keep: (record: TaskRecord) => Promise<boolean>
  readonly forget: (taskId: string) => Promise<void>
  readonly recall: () => Promise<readonly RememberedTask[]>
  /** Keeps that a request for a layer of this name is on its way; returns the note. */
  readonly noteSent: (name: string, awaits: SentRecord['awaits']) => Promise<SentRecord>
  /** Keeps of a request that its answer named no task: only this window can place its image. */
  readonly noteUnnamed: (note: SentRecord) => Promise<SentRecord>
  readonly forgetSent: (id: string) => Promise<void>
  /**
   * The requests of other windows whose images nobody can place any more: the plugin was closed before their answers were
   * there, or with an image whose task has no name. Others may become such: `againInMs` says when to look again.
   */
  readonly recallCutOff: () => Promise<{
    readonly cutOff: readonly SentRecord[]
    readonly againInMs: number | null
  }>
}

/** `onFile` is told which file this is, whenever that is looked up. */
export function createTaskMemory(
  call: Caller,
  epochMs: () => number,
  random: () => number,
  onFile: (file: FileIdentity) => void
): TaskMemory {
  const thisFile = async (mayMark: boolean): Promise<FileIdentity> => {
    const found = await call('identify-file', { mayMark })
    const file = found.ok ? found.value : { id: '', name: '' }
    onFile(file)
    return file
  }
  /** Notes of this window: it tells of its own images itself. */
  const own = new Set<string>()
  const note = async (record: SentRecord): Promise<SentRecord> => {
    own.add(record.id)
    await call('note-sent', record)
    return record
  }
  return {
    record: async (taskId, order, serviceUrl) => {
      const createdAtMs = epochMs()
      return { taskId, file: await thisFile(true), serviceUrl, order, createdAtMs }
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
      const here = await thisFile(false)
      const nowMs = epochMs()
      return recalled.value.map((record) => ({ record, hope: hopeOf(record, here, nowMs), found: null }))
    },
    noteSent: async (name, awaits) => {
      const sentAtMs = epochMs()
      const id = sentAtMs.toString(36) + Math.floor(random() * 2 ** 48).toString(36)
      return note({ id, name, file: await thisFile(false), sentAtMs, awaits })
    },
    noteUnnamed: (record) => note({ ...record, awaits: 'nothing' }),
    forgetSent: async (id) => {
      await call('forget-sent', { id })
    },
    recallCutOff: async () => {
      const recalled = await call('recall-sent', null)
      const nowMs = epochMs()
      const sent = recalled.ok ? recalled.value.filter(({ id }) => !own.has(id)) : []
      const waits = sent.map((record) => cutOffInMs(record, nowMs)).filter((waitMs) => waitMs > 0)
      return {
        cutOff: sent.filter((record) => cutOffInMs(record, nowMs) === 0),
        againInMs: waits.length === 0 ? null : Math.min(...waits)
      }
    }
  }
}
