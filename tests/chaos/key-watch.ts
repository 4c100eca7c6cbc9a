import type { DocumentNode, PlaygroundDocument } from '../../playground/testing/document'
import type { AppState } from '../../src/ui/state/app-state'
import { chaosKey } from './chaos-key'
import { readWire } from './wire-message'

/** Looks for the key wherever it must not be. */
export interface KeyWatch {
  readonly onMessage: (message: unknown, window: number) => void
  readonly onEntry: (entry: string, value: unknown) => void
  /** The address and the texts of a request. */
  readonly onSent: (texts: readonly string[]) => void
  readonly onCopied: (text: string) => void
  readonly onEnd: (document: PlaygroundDocument, state: AppState) => void
}

export function watchKey(onViolation: (sentence: string) => void): KeyWatch {
  /** Calls whose answers are the key, by window and id. */
  const reads = new Set<string>()
  const look = (where: string, value: unknown): void => {
    if (holdsKey(value)) {
      onViolation(`the key is in ${where}`)
    }
  }
  return {
    onMessage: (message, window) => {
      const { type, name, id, params } = readWire(message)
      const isOfKey = type === 'call' && Reflect.get(Object(params), 'name') === 'key'
      const call = `${window} ${id}`
      if (isOfKey && name === 'read-stored') {
        reads.add(call)
      }
      const mayHold = (isOfKey && name === 'write-stored') || (type === 'answer' && reads.has(call))
      if (!mayHold) {
        look(`a message: ${String(type)} ${String(name)}`, message)
      }
    },
    onEntry: (entry, value) => {
      if (entry !== 'api-key') {
        look(`the entry ${entry}`, [entry, value])
      }
    },
    onSent: (texts) => {
      look('a request beside its header', texts)
    },
    onCopied: (text) => {
      look('a report', text)
    },
    onEnd: (document, state) => {
      look('the state of a window', state)
      const visit = ({ name, pluginData, relaunchData, children }: DocumentNode): void => {
        look(`the document, at ${name}`, [name, pluginData, relaunchData])
        children.forEach(visit)
      }
      visit(document.root)
    }
  }
}

function holdsKey(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.includes(chaosKey)
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
    return false
  }
  return Array.isArray(value)
    ? value.some(holdsKey)
    : Object.entries(value).some(([name, item]) => name.includes(chaosKey) || holdsKey(item))
}
