import type { MainGlobals, WindowGlobals } from './plugin-code'
import type { SeededRandom } from './seeded-random'
import type { Owner } from './virtual-time'

/** Timers, dates and chance as one side of one plugin window has them: by virtual time, repeated by the seed. */
export function ownGlobals(
  time: Owner,
  random: SeededRandom
): Pick<MainGlobals & WindowGlobals, 'setTimeout' | 'clearTimeout' | 'Date' | 'Math'> {
  const cancels = new Map<number, () => void>()
  let lastId = 0
  class VirtualDate extends Date {
    constructor(...values: readonly unknown[]) {
      // As `new Date()` does; with arguments it is the ordinary one.
      super(...((values.length === 0 ? [time.nowMs()] : values) as [number]))
    }
    static override now(): number {
      return time.nowMs()
    }
  }
  return {
    setTimeout: (callback, delayMs) => {
      const id = ++lastId
      cancels.set(
        id,
        time.after(Number.isFinite(delayMs) ? delayMs : 0, () => {
          cancels.delete(id)
          callback()
        })
      )
      return id
    },
    clearTimeout: (id) => {
      cancels.get(id ?? 0)?.()
      cancels.delete(id ?? 0)
    },
    Date: VirtualDate as DateConstructor,
    Math: Object.create(Math, { random: { value: random.next } }) as Math
  }
}
