/** Time, handed in so that a test never sleeps. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back within one clock. */
  readonly nowMs: () => number
  /** Calls `callback` once after `delayMs`; the returned function calls it off. */
  readonly after: (delayMs: number, callback: () => void) => () => void
}
