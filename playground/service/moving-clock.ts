import type { Clock } from '../../src/core/clock'
import { systemClock } from './system-clock'

/** A callback that waits for its time. */
interface Waiting {
  readonly dueAtMs: number
  readonly call: () => void
  stop: () => void
}

/** A clock that runs with the machine's and can be moved ahead. */
export interface MovingClock extends Clock {
  /** Moves the clock ahead. Callbacks that come due are called soon, in the order in which they were due. */
  readonly move: (byMs: number) => void
}

export function createMovingClock(): MovingClock {
  const waiting = new Set<Waiting>()
  let aheadMs = 0
  const nowMs = (): number => systemClock.nowMs() + aheadMs
  const start = (one: Waiting): void => {
    one.stop = systemClock.after(Math.max(0, one.dueAtMs - nowMs()), () => {
      waiting.delete(one)
      one.call()
    })
  }
  return {
    nowMs,
    after: (delayMs, callback) => {
      const one: Waiting = { dueAtMs: nowMs() + delayMs, call: callback, stop: () => undefined }
      waiting.add(one)
      start(one)
      return () => {
        waiting.delete(one)
        one.stop()
      }
    },
    move: (byMs) => {
      aheadMs += byMs
      const inOrder = [...waiting].sort((one, other) => one.dueAtMs - other.dueAtMs)
      for (const one of inOrder) {
        one.stop()
        start(one)
      }
    }
  }
}
