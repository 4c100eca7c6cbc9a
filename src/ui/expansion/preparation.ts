import type { Expansion } from '../../core/expansion/expansion'
import type { Failure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import type { Snapshot } from '../../raster/finish/snapshot'
import { prepare } from './prepare'
import { rebuildSnapshot } from './rebuild-snapshot'
import type { ExpansionPorts, Prepared, StepWatch } from './steps'
import { untilAborted } from './until-aborted'

type Preparing = Promise<Outcome<Prepared, Failure>>

/** What all variations of one expansion share: the layer that it was exported from changes when an image is placed. */
export interface Preparation {
  /** Exports and prepares at the first call, and again only after that failed or every variation gave it up. */
  readonly prepare: (watch: StepWatch) => Preparing
  /** What was sent; made again, once, where another window sent it. Null where that cannot be. */
  readonly snapshot: () => Promise<Snapshot | null>
}

export function createPreparation(expansion: Expansion, ports: ExpansionPorts): Preparation {
  let made: Prepared | null = null
  let rebuilt: Promise<Snapshot | null> | null = null
  let running: { readonly work: Preparing; readonly watches: Set<StepWatch> } | null = null

  const start = (watches: Set<StepWatch>): Preparing => {
    const controller = new AbortController()
    const stopWhenAllHave = (): void => {
      if ([...watches].every(({ signal }) => signal.aborted)) {
        controller.abort()
      }
    }
    const onProgress: StepWatch['onProgress'] = (stage, percent) => {
      for (const watch of watches) {
        watch.onProgress(stage, percent)
      }
    }
    watches.forEach(({ signal }) => {
      signal.addEventListener('abort', stopWhenAllHave, { once: true })
    })
    return prepare(expansion, ports, { signal: controller.signal, onProgress })
  }

  return {
    prepare: async (watch) => {
      if (made !== null) {
        return { ok: true, value: made }
      }
      if (running === null) {
        const watches = new Set([watch])
        const work = Promise.resolve().then(() => start(watches))
        running = { work, watches }
        const over = (): void => {
          running = null
        }
        work.then(over, over)
      }
      running.watches.add(watch)
      const prepared = await untilAborted(watch.signal, running.work)
      if (prepared.ok) {
        made = prepared.value
      }
      return prepared
    },
    snapshot: async () => {
      rebuilt ??= made === null ? rebuildSnapshot(expansion, ports) : Promise.resolve(made.snapshot)
      const snapshot = await rebuilt
      if (snapshot === null) {
        rebuilt = null
      }
      return snapshot
    }
  }
}
