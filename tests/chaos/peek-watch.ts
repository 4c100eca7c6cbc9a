import type { DocumentWatch } from './document-watch'
import { readWire } from './wire-message'

/** Tells the document's watch when a window shows an original, and when it does not any more. */
export interface PeekWatch {
  readonly onMessage: (message: unknown, window: number) => void
  readonly onClosed: (window: number, isCrashed: boolean) => void
}

export function watchPeeks(watch: DocumentWatch): PeekWatch {
  const peeks = new Map<string, number>()
  /** Calls that end one, by window and id: it ends with their answers. */
  const ends = new Map<string, string>()
  const end = (peek: string): void => {
    peeks.delete(peek)
    watch.endPeek(peek)
  }
  return {
    onMessage: (message, window) => {
      const { type, name, id, params } = readWire(message)
      const call = `${window} ${id}`
      if (type === 'call' && name === 'show-original') {
        const { runId, isShown } = params as { readonly runId: string; readonly isShown: boolean }
        const peek = `${window} ${runId}`
        if (isShown) {
          peeks.set(peek, window)
          watch.startPeek(peek)
        } else {
          ends.set(call, peek)
        }
      }
      const ended = type === 'answer' ? ends.get(call) : undefined
      if (ended !== undefined) {
        ends.delete(call)
        end(ended)
      }
    },
    onClosed: (window, isCrashed) => {
      for (const [peek, number] of [...peeks]) {
        if (number === window && isCrashed) {
          peeks.delete(peek)
          watch.crashPeek(peek)
        } else if (number === window) {
          end(peek)
        }
      }
    }
  }
}
