import type { Clock } from '../core/clock'
import { requestsPerSecond } from '../core/service-limits'

/** Creates are let through before polls when both wait. */
export type PaceClass = 'create' | 'poll'

/** One rate for everything that passes through it; to be shared by all that use one key. */
export interface RequestPace {
  /** Waits for a turn and takes it. True: send now. False: the signal was aborted first, and no turn was used. */
  readonly turn: (paceClass: PaceClass, signal?: AbortSignal) => Promise<boolean>
}

export interface RequestPaceSettings {
  readonly clock: Clock
  /** How many turns there are in any window. */
  readonly turns?: number
  readonly windowMs?: number
}

/**
 * A second, and 40 ms: two requests that leave just over a second apart can arrive less than a second apart, when the
 * way of the first was the slower one. The price is 4 % of the rate.
 */
const standardWindowMs = 1_040

interface Waiter {
  readonly go: () => void
}

/**
 * Makes a pace of at most `turns` turns (2, the service's limit for a key) within any `windowMs` milliseconds. Turns are
 * taken in the order in which they were asked for, within each class.
 */
export function createRequestPace(settings: RequestPaceSettings): RequestPace {
  const { clock, turns = requestsPerSecond, windowMs = standardWindowMs } = settings
  const taken: number[] = []
  const creates: Waiter[] = []
  const polls: Waiter[] = []
  let cancelTimer: (() => void) | null = null

  /** Milliseconds until the next turn is free; 0 or less when it is. */
  function untilFree(): number {
    const earliest = taken.length < turns ? undefined : taken[0]
    return earliest === undefined ? 0 : earliest + windowMs - clock.nowMs()
  }

  function letThrough(): void {
    cancelTimer?.()
    cancelTimer = null
    while (creates.length + polls.length > 0) {
      const waitMs = untilFree()
      if (waitMs > 0) {
        cancelTimer = clock.after(waitMs, letThrough)
        return
      }
      if (taken.length >= turns) {
        taken.shift()
      }
      taken.push(clock.nowMs())
      const next = creates.shift() ?? polls.shift()
      next?.go()
    }
  }

  function leave(queue: Waiter[], waiter: Waiter): void {
    const at = queue.indexOf(waiter)
    if (at >= 0) {
      queue.splice(at, 1)
    }
    letThrough()
  }

  return {
    turn: (paceClass, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve(false)
          return
        }
        const queue = paceClass === 'create' ? creates : polls
        const stop = () => {
          leave(queue, waiter)
          resolve(false)
        }
        const waiter: Waiter = {
          go: () => {
            signal?.removeEventListener('abort', stop)
            resolve(true)
          }
        }
        signal?.addEventListener('abort', stop, { once: true })
        queue.push(waiter)
        letThrough()
      })
  }
}
