import type { FinishedImage } from '../../../src/ui/expansion/expansion-types'
import { isPlacingFirst, type Run, type VariationState } from '../../../src/ui/expansion/run'
import { createRuns, type Runs } from '../../../src/ui/expansion/runs'
import type { Task } from '../../../src/ui/expansion/task'
import { fakePorts } from './fake-ports'

export const baseUrl = 'https://service.example'

interface StartedRuns extends Runs {
  readonly log: string[]
  readonly list: () => readonly Run[]
  /** The states of the first run's variants. */
  readonly states: () => readonly VariationState[]
  readonly made: FinishedImage[]
  /** How long requests took, ms. */
  readonly timed: number[]
  /** The entries of the journal by their ids; null while pending. */
  readonly entries: Map<string, Task | null>
  /** Ids of the tasks that the journal remembers. */
  readonly tasks: () => readonly (string | null)[]
}

/** Runs over fakes on which everything goes well, but for the changes. */
export function startRuns(
  changes: Parameters<typeof fakePorts>[0] & {
    readonly hasKey?: boolean
    readonly stages?: string[]
    readonly epochMs?: () => number
  } = {}
): StartedRuns {
  const ports = fakePorts(changes)
  const { log } = ports
  const made: FinishedImage[] = []
  const timed: number[] = []
  const entries = new Map<string, Task | null>()
  let entryCount = 0
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
      journal: {
        newEntryId: () => `e${++entryCount}`,
        begin: (id) => {
          log.push('begin')
          entries.set(id, null)
          return Promise.resolve()
        },
        accept: (task) => {
          log.push(`accept ${String(task.taskId)}`)
          entries.set(task.entryId, task)
          return Promise.resolve()
        },
        settle: (id, image) => {
          const left = image === null ? 0 : image.count - 1
          log.push(`settle ${id}`)
          if (left === 0) {
            entries.delete(id)
          }
          return Promise.resolve()
        },
        restore: () => Promise.resolve(),
        list: () => Promise.resolve({ here: { id: '', name: '' }, tasks: [], lost: [], againInMs: null })
      }
    },
    {
      get: () => list,
      set: (changed) => {
        for (const { state } of changed.flatMap(({ variations }) => variations)) {
          if (state.kind === 'working' && changes.stages?.at(-1) !== state.stage) {
            changes.stages?.push(state.stage)
          }
        }
        if (changed.some(isPlacingFirst) && changes.stages?.at(-1) !== 'placing') {
          changes.stages?.push('placing')
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
    entries,
    tasks: () => [...entries.values()].flatMap((task) => (task === null ? [] : [task.taskId]))
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
