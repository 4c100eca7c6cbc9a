import { sha1 } from '../../playground/testing/document'
import { resultKeptMs } from '../../src/core/expansion/journal-entry'
import type { FinishedImage } from '../../src/ui/expansion/expansion-types'
import type { Run, Variation } from '../../src/ui/expansion/run'
import type { AppState } from '../../src/ui/state/app-state'
import type { Made } from './chaos-service'

/** What has become of an image of a paid task that the service completed. */
export type Fate =
  /** Its image was in the document. */
  | 'placed'
  /** The designer has let go of it by a press, before or after looking at it. */
  | 'let go'
  /** The answer to its create never came, or the network made it: nobody could know of it. */
  | 'never known'
  /** The plugin was closed between the answer and the moment when the storage had it. */
  | 'closed before kept'
  /** The storage refused it, and the window was closed before its image was placed. */
  | 'not kept: storage'
  /** Its hour was over before a window was there to offer it. */
  | 'expired'
  /** It is offered still. */
  | 'offered'
  /** It is remembered, and taken to be of another file, where it can't be placed either. */
  | 'stranded'
  | 'lost'

interface Entry {
  readonly made: Made
  readonly hashes: readonly string[]
  answeredMs: number | null
  isKept: boolean
  isRefused: boolean
  /** Indexes of images that were in the document. */
  readonly shown: Set<number>
  /** Indexes of images that were let go of. */
  readonly letGo: Set<number>
}

/** What of a request that was paid for, and of whose task nobody knows, has been told. */
interface Telling {
  /** A window has shown that this request failed, or may be charged. */
  readonly seeds: Set<number>
  /** The run of these requests was left by a press before they were answered. */
  readonly left: Set<number>
}

/** What the window that is opened at the end shows when all that it offers was pressed for. */
interface LastWindow {
  readonly isOffered: (taskId: string, index: number) => boolean
  /** Remembered as of another file. */
  readonly isElsewhere: (taskId: string, index: number) => boolean
}

/** Everything that was paid for, pressed for and promised in one schedule. */
export interface Ledger {
  readonly onMade: (made: Made) => void
  readonly onCreated: (taskId: string) => void
  readonly onSet: (taskId: string, isKept: boolean) => void
  readonly onShown: (hash: string) => void
  readonly onGone: (hash: string) => void
  readonly imageOf: (hash: string) => { readonly taskId: string; readonly index: number } | null
  /** A press that may send so many requests. */
  readonly grant: (requests: number) => void
  /** A press that may send the request of this variant once more. */
  readonly grantSeed: (seed: number) => void
  /** A press that may change which image of a run is in the document. */
  readonly touch: (runId: string) => void
  /** A press that lets go of all images of a task. */
  readonly letGo: (taskId: string) => void
  /** A press that lets go of what a run has made, or of all of its tasks. */
  readonly letGoRun: (run: Run, what: 'made' | 'all') => void
  /** What a window shows after something has changed. */
  readonly onState: (state: AppState, window: number) => void
  /** Requests that were taken, whose tasks nobody knows, and of which no window has told. */
  readonly untold: () => readonly string[]
  readonly fateOf: (made: Made, index: number, last: LastWindow) => Fate
}

export function createLedger(
  clock: { readonly nowMs: () => number },
  onViolation: (sentence: string) => void
): Ledger {
  const entries = new Map<string, Entry>()
  const images = new Map<string, { readonly taskId: string; readonly index: number }>()
  const runsOfSeeds = new Map<number, string>()
  const allowed = new Map<number, number>()
  const sent = new Map<number, number>()
  const touches = new Map<string, number>()
  /** How often the plugin has put an image of a run into the document or taken one away. */
  const changes = new Map<string, number>()
  const telling: Telling = { seeds: new Set(), left: new Set() }
  const lastRuns = new Map<number, readonly Run[]>()
  const leaving = new Map<string, 'made' | 'all'>()
  let granted = 0
  let creates = 0

  /** The first image of a run is placed by itself; each press may take one away and bring another. */
  const change = (hash: string, what: string): void => {
    const taskId = images.get(hash)?.taskId ?? ''
    const runId = runsOfSeeds.get(entries.get(taskId)?.made.seed ?? -1) ?? ''
    const count = (changes.get(runId) ?? 0) + 1
    changes.set(runId, count)
    if (count > 1 + 2 * (touches.get(runId) ?? 0)) {
      onViolation(`without a press, the image of task ${taskId} ${what}`)
    }
  }

  const letGo = (taskId: string): void => {
    const entry = entries.get(taskId)
    entry?.hashes.forEach((_hash, index) => entry.letGo.add(index))
  }
  const letGoOf = ({ runId, variations: variants }: Run): void => {
    if (leaving.get(runId) === 'made') {
      for (const { taskId, index } of imagesMade(variants)) {
        entries.get(taskId ?? '')?.letGo.add(index)
      }
      return
    }
    for (const [taskId, { made, isKept }] of entries) {
      if (runsOfSeeds.get(made.seed) === runId && isKept) {
        letGo(taskId)
      }
    }
  }

  return {
    onMade: (made) => {
      const { id } = made.task.plan
      const hashes = made.images.map(sha1)
      entries.set(id, {
        made,
        hashes,
        answeredMs: null,
        isKept: false,
        isRefused: false,
        shown: new Set(),
        letGo: new Set()
      })
      for (const [index, hash] of hashes.entries()) {
        images.set(hash, { taskId: id, index })
      }
      if (made.isCopy) {
        return
      }
      creates += 1
      const count = (sent.get(made.seed) ?? 0) + 1
      sent.set(made.seed, count)
      if (count > (allowed.get(made.seed) ?? 0)) {
        onViolation(`a create was repeated without a press: seed ${made.seed}, ${count} times`)
      }
      if (creates > granted) {
        onViolation(`${creates} creates for presses that asked for ${granted}`)
      }
    },
    onCreated: (taskId) => {
      const entry = entries.get(taskId)
      if (entry !== undefined) {
        entry.answeredMs ??= clock.nowMs()
      }
    },
    onSet: (taskId, isKept) => {
      const entry = entries.get(taskId)
      if (entry !== undefined) {
        entry.isKept ||= isKept
        entry.isRefused ||= !isKept
      }
    },
    imageOf: (hash) => images.get(hash) ?? null,
    onShown: (hash) => {
      const image = images.get(hash)
      const entry = entries.get(image?.taskId ?? '')
      if (image === undefined || entry === undefined) {
        return
      }
      entry.shown.add(image.index)
      change(hash, 'was placed')
    },
    onGone: (hash) => {
      change(hash, 'was taken away')
    },
    grant: (requests) => {
      granted += requests
    },
    grantSeed: (seed) => {
      granted += 1
      allowed.set(seed, (allowed.get(seed) ?? 0) + 1)
    },
    touch: (runId) => {
      touches.set(runId, (touches.get(runId) ?? 0) + 1)
    },
    letGo,
    letGoRun: (run, what) => {
      leaving.set(run.runId, what)
      letGoOf(run)
    },
    onState: ({ runs }, window) => {
      for (const run of lastRuns.get(window) ?? []) {
        if (!runs.some(({ runId }) => runId === run.runId)) {
          run.variations.forEach(({ seed }) => telling.left.add(seed))
        }
      }
      lastRuns.set(window, runs)
      for (const { seed, state } of runs.flatMap(({ variations: variants }) => variants)) {
        if (state.kind === 'failed' || (state.kind === 'cancelled' && state.mayBeCharged)) {
          telling.seeds.add(seed)
        }
      }
      for (const run of runs) {
        const { runId, variations: variants } = run
        if (leaving.has(runId)) {
          // What comes to the run before the press has taken effect goes with it.
          letGoOf(run)
        }
        for (const { seed } of variants) {
          if (!runsOfSeeds.has(seed)) {
            runsOfSeeds.set(seed, runId)
            allowed.set(seed, 1)
          }
        }
      }
    },
    untold: () =>
      [...entries]
        .filter(
          ([, { made, isKept, shown }]) =>
            !made.isCopy &&
            !isKept &&
            shown.size === 0 &&
            !telling.seeds.has(made.seed) &&
            !telling.left.has(made.seed)
        )
        .map(([taskId]) => taskId),
    fateOf: ({ task, isCopy }, index, { isOffered, isElsewhere }) => {
      const { id, createdAtMs } = task.plan
      const entry = entries.get(id)
      if (entry === undefined) {
        return 'lost'
      }
      if (entry.shown.has(index)) {
        return 'placed'
      }
      if (entry.letGo.has(index)) {
        return 'let go'
      }
      if (isCopy || entry.answeredMs === null) {
        return 'never known'
      }
      if (!entry.isKept) {
        return entry.isRefused ? 'not kept: storage' : 'closed before kept'
      }
      if (clock.nowMs() - createdAtMs > resultKeptMs) {
        return 'expired'
      }
      return isOffered(id, index) ? 'offered' : isElsewhere(id, index) ? 'stranded' : 'lost'
    }
  }
}

/** The images that a run has at hand. */
function imagesMade(variants: readonly Variation[]): readonly FinishedImage[] {
  return variants.flatMap(({ state }) => {
    const made =
      state.kind === 'ready'
        ? state.image
        : (state.kind === 'failed' || state.kind === 'cancelled') && state.reached.kind === 'image'
          ? state.reached
          : null
    return made ?? []
  })
}
