import type { RasterFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import { finishReceived, type ReceivedImage } from './finish-received'
import type { FinishOptions } from './finished-image'
import { type PreparedSnapshot, prepareSnapshot } from './prepare-snapshot'
import type { Snapshot } from './snapshot'

/** Names what was prepared for one expansion. No other worker has the same one. */
export type FinishHandle = number

export interface FinishingTasks {
  /**
   * Prepares what finishing the results of one expansion needs, and holds it until it is released or another is prepared:
   * the original of the expansion in front is held, and of no other. Returns at once. Null where nothing is held, which is
   * no failure: finishing does without.
   */
  readonly prepareFinish: (sent: Snapshot) => FinishHandle | null
  readonly releaseFinish: (handle: FinishHandle) => void
  /** Finishes a result as `finishReceived` does, with what is held under the handle, as often as results come. */
  readonly finishReceived: (
    result: Uint8Array,
    sent: Snapshot | null,
    options: FinishOptions,
    handle?: FinishHandle | null
  ) => Promise<Outcome<ReceivedImage, RasterFailure>>
}

interface Held {
  readonly handle: FinishHandle
  readonly sent: Snapshot
  readonly prepared: Promise<PreparedSnapshot | null>
  /** Settles when no result is being finished with it. */
  inUse: Promise<unknown>
}

/** Makes the tasks of finishing, which share what is held. */
export function createFinishingTasks(): FinishingTasks {
  let held: Held | null = null

  const release = (): void => {
    if (held !== null) {
      const { prepared, inUse } = held
      held = null
      void Promise.all([prepared, inUse]).then(([made]) => {
        if (made !== null) {
          // Its memory is given back now, and not when the browser comes to collect it.
          made.original.canvas.width = 0
          made.original.canvas.height = 0
        }
      })
    }
  }

  return {
    prepareFinish: (sent) => {
      release()
      const handle = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
      const prepared = prepareSnapshot(sent, null).catch(() => null)
      held = { handle, sent, prepared, inUse: Promise.resolve() }
      return handle
    },
    releaseFinish: (handle) => {
      if (held?.handle === handle) release()
    },
    finishReceived: (result, sent, options, handle = null) => {
      const own =
        held !== null && held.handle === handle && sent !== null && isSame(held.sent, sent) ? held : null
      const finished = finishReceived(result, sent, options, own?.prepared ?? null)
      if (own !== null) own.inUse = Promise.allSettled([own.inUse, finished])
      return finished
    }
  }
}

/** Tells whether two snapshots can be of one expansion: the same canvas with files of the same length at the same places. */
function isSame(one: Snapshot, other: Snapshot): boolean {
  return describe(one) === describe(other)
}

function describe({ picture: { canvasSize, layers }, canvas }: Snapshot): string {
  const { width, height } = canvasSize
  const files = layers.map(({ image, imagePlace }) => [image.size, imagePlace])
  return JSON.stringify([
    width,
    height,
    files,
    canvas?.upload.size,
    canvas?.mask.size,
    canvas?.maskIsInverted
  ])
}
