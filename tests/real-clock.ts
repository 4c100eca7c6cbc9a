import type { Clock } from '../src/core/clock'

/** The machine's own time, for tests over real connections. */
export const realClock: Clock = {
  nowMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    return () => {
      clearTimeout(timer)
    }
  }
}
