import type { Expansion } from '../../../src/core/expansion/expansion'
import type { SentRecord } from '../../../src/core/expansion/sent-record'
import type { TaskRecord } from '../../../src/core/expansion/task-record'
import type { ReceivedResult } from '../../../src/ui/expansion/obtain-result'
import type { Run, VariationState } from '../../../src/ui/expansion/run'
import { createRuns, type Runs } from '../../../src/ui/expansion/runs'
import { fakePorts } from './fake-ports'

export const baseUrl = 'https://service.example'

interface StartedRuns extends Runs {
  readonly log: string[]
  readonly list: () => readonly Run[]
  /** The states of the first run's variants. */
  readonly states: () => readonly VariationState[]
  readonly made: ReceivedResult[]
  /** How long requests took, ms. */
  readonly timed: number[]
  /** Ids of the tasks that the device remembers. */
  readonly remembered: Map<string, TaskRecord>
  /** The notes of requests whose images no id can bring back (yet). */
  readonly sent: Map<string, SentRecord>
}

/** Runs over fakes on which everything goes well, but for the changes. */
export function startRuns(
  changes: Parameters<typeof fakePorts>[0] & {
    readonly storageIsFull?: boolean
    readonly hasKey?: boolean
    readonly stages?: string[]
    readonly epochMs?: () => number
  } = {}
): StartedRuns {
  const ports = fakePorts(changes)
  const { log } = ports
  const made: ReceivedResult[] = []
  const timed: number[] = []
  const remembered = new Map<string, TaskRecord>()
  const sent = new Map<string, SentRecord>()
  let notes = 0
  let list: readonly Run[] = []
  let seed = 0
  const runs = createRuns(
    {
      ...ports,
      clock: { nowMs: () => 0, after: () => () => undefined },
      epochMs: () => changes.epochMs?.() ?? 1_000,
      // The first number goes into a run's id: the seeds are 2, 3, 4 …
      random: () => ++seed / 2 ** 31,
      serviceAt: () => (changes.hasKey === false ? null : ports.service),
      memory: {
        record: (taskId: string, order: Expansion, serviceUrl: string) =>
          Promise.resolve({ taskId, order, serviceUrl, file: { id: 'f', name: 'File' }, createdAtMs: 1_000 }),
        keep: (record) => {
          log.push(`keep ${record.taskId}`)
          if (changes.storageIsFull !== true) {
            remembered.set(record.taskId, record)
          }
          return Promise.resolve(changes.storageIsFull !== true)
        },
        forget: (taskId) => {
          log.push(`forget ${taskId}`)
          remembered.delete(taskId)
          return Promise.resolve()
        },
        recall: () => Promise.resolve([]),
        noteSent: (name, awaits) => {
          const note = { id: `n${++notes}`, name, file: { id: 'f', name: 'File' }, sentAtMs: 1_000, awaits }
          sent.set(note.id, note)
          return Promise.resolve(note)
        },
        noteUnnamed: (note) => {
          const unnamed = { ...note, awaits: 'nothing' } as const
          sent.set(note.id, unnamed)
          return Promise.resolve(unnamed)
        },
        forgetSent: (id) => {
          sent.delete(id)
          return Promise.resolve()
        },
        recallCutOff: () => Promise.resolve({ cutOff: [], againInMs: null })
      }
    },
    {
      get: () => list,
      set: (changed) => {
        for (const { state } of changed.flatMap(({ variations: variants }) => variants)) {
          if (state.kind === 'working' && changes.stages?.at(-1) !== state.stage) {
            changes.stages?.push(state.stage)
          }
        }
        list = changed
      },
      onMade: (_order, image) => made.push(image),
      onTimed: (_order, ms) => timed.push(ms),
      onLeft: () => undefined
    }
  )
  return {
    ...runs,
    log,
    list: () => list,
    states: () => list[0]?.variations.map(({ state }) => state) ?? [],
    made,
    timed,
    remembered,
    sent
  }
}

/** Waits until nothing more happens by itself. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}
