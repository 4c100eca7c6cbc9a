import type { FinishHandle } from '../../../raster/finish/finishing-tasks'
import type { Snapshot } from '../../../raster/finish/snapshot'
import type { ExpansionPorts } from '../expansion-types'

/**
 * Prepares finishing for the expansion in front while the service works: the designer has waited for the service, and must
 * not wait again. What is prepared takes memory, so it is done for one expansion at a time; the next one follows when the
 * first is over or canceled.
 */
export interface FinishingFront {
  /** Takes an expansion's place in line; nothing if it is there already. */
  readonly enter: (runId: string, snapshot: () => Promise<Snapshot | null>) => void
  /** Gives up what was prepared for an expansion. */
  readonly leave: (runId: string) => void
  /** Finishes a result, with what was prepared for its expansion if it is in front. */
  readonly finishReceived: (
    runId: string,
    ...params: Parameters<ExpansionPorts['finishReceived']>
  ) => ReturnType<ExpansionPorts['finishReceived']>
}

export function createFinishingFront(
  ports: Pick<ExpansionPorts, 'prepareFinish' | 'releaseFinish' | 'finishReceived'>
): FinishingFront {
  const line = new Map<string, () => Promise<Snapshot | null>>()
  let front: { readonly runId: string; readonly handle: Promise<FinishHandle | null> } | null = null

  const advance = (): void => {
    const [next] = line
    if (next === undefined) {
      front = null
      return
    }
    const [runId, snapshot] = next
    const handle = snapshot()
      .then((sent) => (sent === null || !line.has(runId) ? null : ports.prepareFinish(sent)))
      .catch(() => null)
    front = { runId, handle }
  }

  return {
    enter: (runId, snapshot) => {
      if (!line.has(runId)) {
        line.set(runId, snapshot)
        if (front === null) {
          advance()
        }
      }
    },
    leave: (runId) => {
      line.delete(runId)
      if (front?.runId === runId) {
        void front.handle.then((handle) => (handle === null ? undefined : ports.releaseFinish(handle)))
        advance()
      }
    },
    finishReceived: async (runId, bytes, snapshot, options) => {
      const handle = front?.runId === runId ? await front.handle : null
      return ports.finishReceived(bytes, snapshot, options, handle)
    }
  }
}
