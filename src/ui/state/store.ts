/** A value that is replaced as a whole, and those who want to know when. */
export interface Store<State> {
  readonly get: () => State
  readonly update: (change: Partial<State>) => void
  /** Calls `listener` after every change; the returned function stops that. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<State extends object>(initial: State): Store<State> {
  const listeners = new Set<() => void>()
  let state = initial
  return {
    get: () => state,
    update: (change) => {
      state = { ...state, ...change }
      for (const listener of [...listeners]) {
        listener()
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    }
  }
}
