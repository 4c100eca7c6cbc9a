import type { SentRecord } from '../../core/expansion/sent-record'
import type { TaskRecord } from '../../core/expansion/task-record'
import type { ServiceClient } from '../../service/service-client'
import type { ExpansionPorts, ExpansionWatch } from './expansion-ports'
import type { PreparedRequest } from './prepare-request'
import type { RunUpdates } from './run-updates'
import type { RunsPorts } from './runs-ports'
import type { TaskMemory } from './task-memory'

/** What a run needs beside what is shown of it. */
export interface RunContext {
  /** The address that takes its requests. */
  baseUrl: string
  /** Made once for all variants: the layer that it was exported from changes when an image is placed. */
  prepared: PreparedRequest | null
  readonly controllers: Map<number, AbortController>
  readonly records: Map<string, TaskRecord>
  /** Its tasks that this device remembers at the moment. */
  readonly kept: Set<string>
  /** Its variants whose images no id can bring back, and the notes that would tell the next window of them. */
  readonly unnamed: Map<number, SentRecord>
  /** The document is changed by one thing after another. */
  work: Promise<unknown>
  lastId: number
}

export function newRunContext(baseUrl: string): RunContext {
  return {
    baseUrl,
    prepared: null,
    controllers: new Map(),
    records: new Map(),
    kept: new Set(),
    unnamed: new Map(),
    work: Promise.resolve(),
    lastId: 0
  }
}

/** Remembers a task of the run on this device, where it is not remembered yet. */
export async function keepTask(
  { records, kept }: RunContext,
  taskId: string,
  memory: TaskMemory
): Promise<void> {
  const record = records.get(taskId)
  if (record !== undefined && !kept.has(taskId) && (await memory.keep(record))) {
    kept.add(taskId)
  }
}

export async function forgetTask({ kept }: RunContext, taskId: string, memory: TaskMemory): Promise<void> {
  kept.delete(taskId)
  await memory.forget(taskId)
}

/** Takes the note of a variant's image away, which is in the document, unless it is of further images too. */
export async function forgetUnnamed(
  { unnamed }: RunContext,
  variantId: number,
  memory: TaskMemory
): Promise<void> {
  const note = unnamed.get(variantId)
  const isOfOthers = [...unnamed].some(([id, other]) => id !== variantId && other.id === note?.id)
  if (note !== undefined && !isOfOthers) {
    await memory.forgetSent(note.id)
  }
}

/** What one of the run's requests works with: its service, and a memory that knows what the run has. */
export function portsOf(context: RunContext, service: ServiceClient, ports: RunsPorts): ExpansionPorts {
  const { memory } = ports
  return {
    ...ports,
    service,
    memory: {
      remember: async (taskId, order) => {
        context.records.set(taskId, await memory.record(taskId, order, context.baseUrl))
        await keepTask(context, taskId, memory)
      },
      forget: (taskId) => forgetTask(context, taskId, memory),
      noteSent: memory.noteSent,
      noteUnnamed: memory.noteUnnamed,
      forgetSent: memory.forgetSent
    }
  }
}

/** Begins to watch a variant: what an earlier attempt of it still says is ignored. */
export function watchOf(runId: string, context: RunContext, id: number, shelf: RunUpdates): ExpansionWatch {
  const controller = new AbortController()
  context.controllers.set(id, controller)
  return {
    signal: controller.signal,
    onStage: (stage, percent) => {
      if (context.controllers.get(id) === controller) {
        shelf.setVariant(runId, id, { kind: 'working', stage, percent })
      }
    }
  }
}
