import type { Clock } from '../../core/clock'

/** The longest that a next target waits for the answers to the creates of the one before it, ms. */
const nextTargetMs = 10_000

/** The queue in front of the expansions. */
export interface Queue {
  /** Starts what `start` starts once those before it are on their way; it resolves when its creates are answered. */
  readonly enqueue: (start: () => Promise<unknown>) => void
}

/** Makes a queue that starts one target after the other, about as fast as the service's rate lets them be sent. */
export function createQueue(clock: Clock): Queue {
  const waiting: (() => Promise<unknown>)[] = []
  let isPumping = false

  const pump = async (): Promise<void> => {
    if (isPumping) {
      return
    }
    isPumping = true
    for (let start = waiting.shift(); start !== undefined; start = waiting.shift()) {
      const isTime = new Promise((resolve) => {
        clock.after(nextTargetMs, () => {
          resolve(null)
        })
      })
      await Promise.race([start(), isTime])
    }
    isPumping = false
  }

  return {
    enqueue: (start) => {
      waiting.push(start)
      void pump()
    }
  }
}
