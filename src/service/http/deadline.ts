import type { Clock } from '../../core/clock'

/** A signal that is aborted when one of the callers' is, or when its time is over. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Kept once the signal is aborted; never rejected. */
  readonly ended: Promise<void>
  /** (Re)starts the time: aborts in `limitMs` milliseconds unless released before. Nothing once it is aborted. */
  readonly endIn: (limitMs: number) => void
  /** Lets go of the timer and of the callers' signals. To be called once the work is over, however it went. */
  readonly release: () => void
}

/**
 * Ties a time limit on the handed-in clock to its callers' signals. `AbortSignal.timeout` and `AbortSignal.any` would do
 * the same on the browser's own time, which no test can move.
 */
export function createDeadline(clock: Clock, ...callers: readonly (AbortSignal | undefined)[]): Deadline {
  const controller = new AbortController()
  const ended = new Promise<void>((resolve) => {
    controller.signal.addEventListener(
      'abort',
      () => {
        resolve()
      },
      { once: true }
    )
  })
  const end = () => {
    controller.abort()
  }
  let cancelTimer: (() => void) | null = null
  if (callers.some((caller) => caller?.aborted === true)) {
    end()
  }
  for (const caller of callers) {
    caller?.addEventListener('abort', end, { once: true })
  }
  return {
    signal: controller.signal,
    ended,
    endIn: (limitMs) => {
      cancelTimer?.()
      cancelTimer = controller.signal.aborted ? null : clock.after(limitMs, end)
    },
    release: () => {
      cancelTimer?.()
      for (const caller of callers) {
        caller?.removeEventListener('abort', end)
      }
    }
  }
}
