import type { Expansion } from '../../core/expansion/expansion'
import { stateOfGrowth } from '../draft/growth-actions'
import type { FinishedImage } from '../expansion/expansion-types'
import { isPlaced, madeOf } from '../expansion/run'
import type { Runs } from '../expansion/runs'
import type { AppState } from '../state/app-state'
import type { Store } from '../state/store'

/** What is decided of images that are in the document; each tells what it came to. */
export interface DecisionActions {
  readonly keep: (runId: string) => Promise<void>
  readonly discard: (runId: string) => Promise<void>
  /** Keeps what every run shows; those that have come to nothing stay on the list. */
  readonly keepAll: () => Promise<void>
  /** Takes everything out of the document that a run shows; those that have come to nothing stay on the list. */
  readonly discardAll: () => Promise<void>
}

/** `mayGrowAgain` tells whether an order's layer is selected, and no growth set for it. */
export function createDecisions(
  runs: Pick<Runs, 'keep' | 'discard'>,
  { get, update }: Store<AppState>,
  mayGrowAgain: (order: Expansion) => boolean
): DecisionActions {
  const orderOf = (runId: string): Expansion | undefined =>
    get().runs.find((run) => run.runId === runId)?.expansion

  const shownOf = (runId: string): FinishedImage | null => {
    const run = get().runs.find((other) => other.runId === runId)
    return madeOf(run?.variations.find(({ id }) => id === run.shown)?.state)
  }

  /** Tells whether it is kept; null where nothing was decided. */
  const keep = async (runId: string): Promise<boolean | null> => {
    const order = orderOf(runId)
    const kept = shownOf(runId)
    const isKept = await runs.keep(runId)
    if (isKept !== true) {
      return isKept
    }
    update({
      past: get().past.map((image) =>
        image.expansion.runId === runId ? { ...image, isKept: image.image.image === kept?.image } : image
      )
    })
    if (order?.plan.kind === 'link' && order.plan.url === get().link.trim()) {
      update({ link: '' })
    }
    return true
  }

  const discard = async (runId: string, isTold: 'always' | 'if-not-whole'): Promise<void> => {
    const order = orderOf(runId)
    const back = await runs.discard(runId)
    const name = order?.name ?? ''
    if (back === 'whole' && order?.growth != null && mayGrowAgain(order)) {
      update(stateOfGrowth(order.growth))
    }
    if (back === 'whole' && isTold === 'always') {
      update({ news: { kind: 'discarded', name } })
    }
    if (back === 'image-only') {
      update({ news: { kind: 'image-only', name } })
    }
    if (back === 'gone') {
      update({ news: { kind: 'nothing-to-take-back', name } })
    }
  }

  return {
    keep: async (runId) => {
      const name = orderOf(runId)?.name
      const isKept = await keep(runId)
      if (name !== undefined && isKept !== null) {
        update({ news: { kind: isKept ? 'kept' : 'not-kept', name } })
      }
    },
    discard: (runId) => discard(runId, 'always'),
    keepAll: async () => {
      let count = 0
      let missing: string | null = null
      for (const { runId, expansion: order } of get().runs.filter(isPlaced)) {
        const isKept = await keep(runId)
        count += isKept === true ? 1 : 0
        missing = isKept === false ? order.name : missing
      }
      if (count > 0) {
        update({ news: { kind: 'all-kept', count } })
      } else if (missing !== null) {
        update({ news: { kind: 'not-kept', name: missing } })
      }
    },
    discardAll: async () => {
      const before = get().runs.length
      update({ news: null })
      const placed = get().runs.filter((run) => isPlaced(run) && run.where !== 'apart')
      // The latest first: of two images on one layer, it lies on top.
      for (const { runId } of placed.reverse()) {
        await discard(runId, 'if-not-whole')
      }
      const count = before - get().runs.length
      if (get().news === null && count > 0) {
        update({ news: { kind: 'all-discarded', count } })
      }
    }
  }
}
