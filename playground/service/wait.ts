import type { Clock } from '../../src/core/clock'

/** Resolves after `delayMs` by the clock. */
export function wait(clock: Clock, delayMs: number): Promise<void> {
  if (delayMs <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    clock.after(delayMs, resolve)
  })
}
