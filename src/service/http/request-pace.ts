import type { Clock } from '../../core/clock'
import { requestsPerSecond } from '../../core/limits'

/** Creates are let through before polls when both wait. */
export type PaceClass = 'create' | 'poll'

/** Leave to send one request. */
export interface Turn {
  /** To be called once the answer begins, or there will be none: from then on it is known that the request arrived. */
  readonly answered: () => void
}

/** One rate for everything that passes through it; to be shared by all that use one key. */
export interface RequestPace {
  /** Waits for a turn and takes it. Null when the signal was aborted first; no turn was used then. */
  readonly turn: (paceClass: PaceClass, signal?: AbortSignal) => Promise<Turn | null>
}

/** A second, and what timers may be early by. */
const windowMs = 1_010

/**
 * The longest that a turn is held for a request without an answer: an upload of 5 MB at 4 megabits a second; a poll is
 * small. A synchronous create is answered minutes after it arrived, and must not keep others waiting for that long.
 */
const heldAtMostMs = { create: 10_000, poll: 2_000 } as const

/**
 * Makes a pace of 2 turns (the service's limit for a key) within any second as the service counts it. When a request
 * arrives is not known here: somewhere between its sending, which a slow upload can put seconds apart from it, and its
 * answer. So a turn is free again one second after the answer began. Turns are taken in the order in which they were
 * asked for, within each class.
 */
export function createRequestPace({ clock }: { readonly clock: Clock }): RequestPace {
  const held = new Set<{ freeAtMs: number }>()
  const waiting: Readonly<Record<PaceClass, Set<() => void>>> = { create: new Set(), poll: new Set() }
  let cancelTimer: (() => void) | null = null

  function letThrough(): void {
    cancelTimer?.()
    cancelTimer = null
    for (const turn of held) {
      if (turn.freeAtMs <= clock.nowMs()) {
        held.delete(turn)
      }
    }
    const [next] = [...waiting.create, ...waiting.poll]
    if (next === undefined) {
      return
    }
    if (held.size < requestsPerSecond) {
      next()
      letThrough()
      return
    }
    const freeAtMs = Math.min(...[...held].map((turn) => turn.freeAtMs))
    cancelTimer = clock.after(freeAtMs - clock.nowMs(), letThrough)
  }

  function take(paceClass: PaceClass): Turn {
    const turn = { freeAtMs: clock.nowMs() + heldAtMostMs[paceClass] + windowMs }
    held.add(turn)
    return {
      answered: () => {
        turn.freeAtMs = Math.min(turn.freeAtMs, clock.nowMs() + windowMs)
        letThrough()
      }
    }
  }

  return {
    turn: (paceClass, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve(null)
          return
        }
        const go = () => {
          waiting[paceClass].delete(go)
          signal?.removeEventListener('abort', stop)
          resolve(take(paceClass))
        }
        const stop = () => {
          waiting[paceClass].delete(go)
          resolve(null)
          letThrough()
        }
        signal?.addEventListener('abort', stop, { once: true })
        waiting[paceClass].add(go)
        letThrough()
      })
  }
}
