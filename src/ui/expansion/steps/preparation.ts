import type { Expansion } from '../../../core/expansion/expansion'
import type { Failure } from '../../../core/failures'
import { fail, type Outcome } from '../../../core/outcome'
import type { Snapshot } from '../../../raster/finish/snapshot'
import type { ExpansionPorts, Prepared, StepWatch } from '../expansion-types'
import { untilAborted } from '../until-aborted'
import { hasPlannedSizes } from './planned-sizes'
import { prepare } from './prepare'

type Preparing = Promise<Outcome<Prepared, Failure>>

/** What all variations of one expansion share: the layer that it was exported from changes when an image is placed. */
export interface Preparation {
  /** Exports and prepares at the first call, and again only after that failed or every variation gave it up. */
  readonly prepare: (watch: StepWatch) => Preparing
  /** What was sent; made again, once, where another window sent it. Null where that cannot be. */
  readonly snapshot: () => Promise<Snapshot | null>
}

/**
 * `isResumed`: the expansion was sent before, so its layer may have taken an image since. What is exported then counts only
 * if it has the planned sizes: otherwise the image itself would be sent, and paid for, in the place of the original.
 */
export function createPreparation(
  expansion: Expansion,
  ports: ExpansionPorts,
  isResumed: boolean
): Preparation {
  let made: Prepared | null = null
  let running: { readonly work: Preparing; readonly watches: Set<StepWatch> } | null = null

  const prepareOnce = async (watch: StepWatch): Preparing => {
    const prepared = await prepare(expansion, ports, watch)
    if (!prepared.ok) {
      return prepared
    }
    const { snapshot } = prepared.value
    if (isResumed && snapshot !== null && !(await hasPlannedSizes(snapshot))) {
      return fail({ kind: 'node-changed' })
    }
    made = prepared.value
    return prepared
  }

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
    return prepareOnce({ signal: controller.signal, onProgress })
  }

  const join = (watch: StepWatch): Preparing => {
    if (made !== null) {
      return Promise.resolve({ ok: true, value: made })
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
    return untilAborted(watch.signal, running.work)
  }

  return {
    prepare: join,
    snapshot: async () => {
      const silent = { signal: new AbortController().signal, onProgress: () => undefined }
      const prepared = await join(silent).catch(() => null)
      return prepared?.ok === true ? prepared.value.snapshot : null
    }
  }
}
