import { boolean, number, object } from 'valibot'
import { resultKeptMs } from '../../core/expansion/journal-entry'
import { signEveryMs, type WindowSign } from '../../core/expansion/lost-upload'
import { parsedEntries } from './device-storage'

const prefix = 'window:'

const signSchema = object({ aliveAtMs: number(), isClosed: boolean() })

/** By what other windows know that this one is open: a time in the storage, for as long as a create of it is open. */
export interface OwnWindowSign {
  /** Writes the time now and every few seconds from now on. Rejects where the storage fails. */
  readonly show: () => Promise<void>
  readonly remove: () => Promise<void>
  /** Writes that this window closes, without waiting for the storage. */
  readonly close: () => void
}

export function createWindowSign(windowId: string): OwnWindowSign {
  const entry = prefix + windowId
  let timer: number | null = null
  const write = (isClosed: boolean): Promise<void> =>
    figma.clientStorage.setAsync(entry, { aliveAtMs: Date.now(), isClosed } satisfies WindowSign)
  const beat = (): void => {
    timer = setTimeout(() => {
      // A sign that cannot be written is missed once: the next one may be written.
      write(false).catch(() => undefined)
      beat()
    }, signEveryMs)
  }
  const stop = (): void => {
    if (timer !== null) {
      clearTimeout(timer)
      timer = null
    }
  }
  return {
    show: async () => {
      await write(false)
      if (timer === null) {
        beat()
      }
    },
    remove: () => {
      stop()
      return figma.clientStorage.deleteAsync(entry)
    },
    close: () => {
      stop()
      write(true).catch(() => undefined)
    }
  }
}

/** Reads the signs of all windows, by their ids. Rejects where the storage fails. */
export function readWindowSigns(): Promise<ReadonlyMap<string, WindowSign>> {
  return parsedEntries(prefix, signSchema)
}

/** Removes the signs of other windows that are so old that nothing is waited for any more. */
export async function removeOldSigns(
  signs: ReadonlyMap<string, WindowSign>,
  own: string,
  nowMs: number
): Promise<void> {
  for (const [windowId, { aliveAtMs }] of signs) {
    if (windowId !== own && nowMs - aliveAtMs > resultKeptMs) {
      await figma.clientStorage.deleteAsync(prefix + windowId)
    }
  }
}
