import type { Clock } from '../../core/clock'

/**
 * Waits `waitMs` milliseconds. True when they have passed, false as soon as the signal is aborted; either way neither
 * the timer nor the listener stays behind.
 */
export function pause(clock: Clock, waitMs: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(false)
      return
    }
    const stop = () => {
      cancelTimer()
      resolve(false)
    }
    const cancelTimer = clock.after(waitMs, () => {
      signal?.removeEventListener('abort', stop)
      resolve(true)
    })
    signal?.addEventListener('abort', stop, { once: true })
  })
}
