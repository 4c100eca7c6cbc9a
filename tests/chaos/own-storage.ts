import { type ClientStorage, PluginError } from '../../playground/testing/host'
import type { Faults } from './faults'
import type { Sabotage } from './sabotage'
import type { SeededRandom } from './seeded-random'
import { taskIn } from './task-in'
import type { Owner, VirtualTime } from './virtual-time'

export interface OwnStorageOptions {
  readonly storage: ClientStorage
  readonly time: VirtualTime
  readonly owner: Owner
  readonly random: SeededRandom
  readonly faults: Faults
  readonly sabotage: Sabotage | undefined
  /** Called when an entry is to be written, before anything comes of it. */
  readonly onSetting: (entry: string, value: unknown) => void
  /** Called when an entry was written, or refused. */
  readonly onSet: (entry: string, value: unknown, isKept: boolean) => void
  readonly onCrossing: () => void
}

/** The device's storage as the main thread of one window has it: slow, sometimes full, and shared with other windows. */
export function ownStorage(options: OwnStorageOptions): ClientStorageAPI {
  const { storage, time, owner, random, faults, sabotage, onSetting, onSet, onCrossing } = options

  /** What is asked for is done after a while, and told after another; a window that is closed in between may miss it. */
  const ask = <Value>(act: () => Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      onCrossing()
      const slowMs = faults.strikes('storage slow') ? random.spread(100, 30_000) : 0
      const isKeptUp = random.chance(0.5)
      const tell = (outcome: () => void): void => {
        owner.after(random.spread(0.2, 4), () => {
          onCrossing()
          outcome()
        })
      }
      time.after(random.spread(0.2, 4) + slowMs, () => {
        if (owner.isOver() && !isKeptUp) {
          return
        }
        try {
          const value = act()
          tell(() => {
            resolve(value)
          })
        } catch (error) {
          tell(() => {
            reject(error instanceof Error ? error : new Error(String(error)))
          })
        }
      })
    })
  const mayFail = (): void => {
    if (faults.strikes('storage refuses')) {
      throw new PluginError('Could not reach the storage')
    }
  }

  return {
    getAsync: (key) =>
      ask(() => {
        mayFail()
        return storage.get(key)
      }),
    setAsync: (key, value: unknown) => {
      onSetting(key, value)
      const copy = structuredClone(value)
      return ask(() => {
        try {
          mayFail()
          storage.full = faults.isOn('storage full')
          if (sabotage !== 'remembers nothing' || taskIn(key, copy) === null) {
            storage.set(key, copy)
          }
          onSet(key, copy, true)
        } catch (error) {
          onSet(key, copy, false)
          throw error
        } finally {
          storage.full = false
        }
      })
    },
    deleteAsync: (key) =>
      ask(() => {
        mayFail()
        storage.delete(key)
      }),
    keysAsync: () =>
      ask(() => {
        mayFail()
        return storage.keys()
      })
  }
}
