import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../src/core/clock'

/** A clock that stands still until it is advanced. */
export interface FakeClock extends Clock {
  /**
   * Moves the time on by `ms`, and stops on the way at each timer that comes due, in order; before and after each, all
   * that is ready to run gets to run (promises, streams), so that timers set meanwhile are met too.
   */
  readonly advance: (ms: number) => Promise<void>
  /** How many timers are set and neither due nor called off. */
  readonly waiting: () => number
}

interface Timer {
  readonly dueMs: number
  readonly callback: () => void
}

/** Makes a clock that starts at `startMs` milliseconds. */
export function createFakeClock(startMs = 0): FakeClock {
  const timers = new Set<Timer>()
  let nowMs = startMs

  const nextUntil = (endMs: number): Timer | undefined =>
    [...timers].filter(({ dueMs }) => dueMs <= endMs).sort((one, other) => one.dueMs - other.dueMs)[0]

  return {
    nowMs: () => nowMs,
    after: (delayMs, callback) => {
      const timer = { dueMs: nowMs + Math.max(0, delayMs), callback }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    advance: async (ms) => {
      const endMs = nowMs + ms
      await settle()
      for (let timer = nextUntil(endMs); timer !== undefined; timer = nextUntil(endMs)) {
        nowMs = Math.max(nowMs, timer.dueMs)
        timers.delete(timer)
        timer.callback()
        await settle()
      }
      nowMs = endMs
    },
    waiting: () => timers.size
  }
}

/** Lets everything run that needs no time: a few turns of the event loop, because streams take more than one. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await setImmediate()
  }
}
