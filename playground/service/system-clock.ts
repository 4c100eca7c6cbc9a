import type { Clock } from '../../src/core/clock'

/** The machine's own time: Unix milliseconds that never go back. */
export const systemClock: Clock = {
  nowMs: () => performance.timeOrigin + performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    return () => {
      clearTimeout(timer)
    }
  }
}
