import type { Port } from '../../src/bridge/port'

/** Two ports that hear each other, copying every message as the platform does; `inject` posts what a stranger would. */
export function createChannel(): {
  readonly ui: Port
  readonly main: Port
  readonly injectIntoUi: (message: unknown) => void
  readonly injectIntoMain: (message: unknown) => void
} {
  const uiListeners = new Set<(message: unknown) => void>()
  const mainListeners = new Set<(message: unknown) => void>()
  const deliver = (listeners: Set<(message: unknown) => void>, message: unknown): void => {
    const copy: unknown = structuredClone(message)
    queueMicrotask(() => {
      for (const listener of [...listeners]) {
        listener(copy)
      }
    })
  }
  const port = (own: typeof uiListeners, other: typeof uiListeners): Port => ({
    post: (message) => {
      deliver(other, message)
    },
    listen: (receive) => {
      own.add(receive)
      return () => {
        own.delete(receive)
      }
    }
  })
  return {
    ui: port(uiListeners, mainListeners),
    main: port(mainListeners, uiListeners),
    injectIntoUi: (message) => {
      deliver(uiListeners, message)
    },
    injectIntoMain: (message) => {
      deliver(mainListeners, message)
    }
  }
}
