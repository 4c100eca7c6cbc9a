import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../src/core/clock'

/** Time in which nothing takes any: it goes from one event to the next, and between two everything runs that can. */
export interface VirtualTime extends Clock {
  /** Events that end together, as those of a plugin window do when it is closed. */
  readonly owner: () => Owner
  /** Lets everything happen that is due until then. */
  readonly runUntil: (endMs: number) => Promise<void>
  /** Lets everything happen until nothing is left to happen, or `endMs` is reached. */
  readonly runOut: (endMs: number) => Promise<void>
  /** Events so far. */
  readonly events: () => number
}

/** The time as somebody has it who can come to an end: what he waits for then never happens. */
export interface Owner extends Clock {
  readonly isOver: () => boolean
  readonly end: () => void
  /** Calls this when it ends. */
  readonly onEnd: (act: () => void) => void
}

export interface VirtualTimeOptions {
  readonly startMs: number
  /** Called after each event, once everything has run that it set off. */
  readonly afterEvent: () => void
  /** Called with what an event threw. */
  readonly onThrown: (error: unknown) => void
}

interface Event {
  readonly dueMs: number
  readonly number: number
  run: (() => void) | null
}

export function createVirtualTime({ startMs, afterEvent, onThrown }: VirtualTimeOptions): VirtualTime {
  const queue: Event[] = []
  let nowMs = startMs
  let number = 0
  let events = 0

  const after = (delayMs: number, run: () => void): (() => void) => {
    const event: Event = { dueMs: nowMs + Math.max(0, delayMs), number: ++number, run }
    push(queue, event)
    return () => {
      event.run = null
    }
  }

  const runUntil = async (endMs: number, isOut: () => boolean = () => false): Promise<void> => {
    await settle()
    for (let next = queue[0]; next !== undefined && next.dueMs <= endMs && !isOut(); next = queue[0]) {
      pop(queue)
      const { run } = next
      if (run === null) {
        continue
      }
      nowMs = next.dueMs
      next.run = null
      events++
      try {
        run()
      } catch (error) {
        onThrown(error)
      }
      await settle()
      afterEvent()
    }
  }

  return {
    nowMs: () => nowMs,
    after,
    owner: () => {
      const endings: (() => void)[] = []
      let isOver = false
      return {
        nowMs: () => nowMs,
        after: (delayMs, run) =>
          isOver
            ? () => undefined
            : after(delayMs, () => {
                if (!isOver) {
                  run()
                }
              }),
        isOver: () => isOver,
        end: () => {
          isOver = true
          endings.splice(0).forEach((act) => {
            act()
          })
        },
        onEnd: (act) => {
          endings.push(act)
        }
      }
    },
    runUntil: async (endMs) => {
      await runUntil(endMs)
      nowMs = Math.max(nowMs, endMs)
    },
    runOut: (endMs) => runUntil(endMs),
    events: () => events
  }
}

/**
 * Lets all promises go on that can: one turn of the event loop, before which Node runs every microtask. Nothing that the
 * schedules use takes a turn of its own (fetch's bodies and streams are microtasks).
 */
async function settle(): Promise<void> {
  await setImmediate()
}

/* A binary heap, the earliest event first; of those at the same time, the one that was set first. */

function isBefore(one: Event, other: Event): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.number < other.number)
}

function push(heap: Event[], event: Event): void {
  let at = heap.push(event) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    const parent = heap[above]
    if (parent === undefined || !isBefore(event, parent)) {
      break
    }
    heap[at] = parent
    at = above
  }
  heap[at] = event
}

function pop(heap: Event[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) {
    return
  }
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    const [child, index] =
      right !== undefined && left !== undefined && isBefore(right, left)
        ? [right, 2 * at + 2]
        : [left, 2 * at + 1]
    if (child === undefined || !isBefore(child, last)) {
      break
    }
    heap[at] = child
    at = index
  }
  heap[at] = last
}
