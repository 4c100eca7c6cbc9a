/** A source of time, replaced in tests so that none sleeps. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back within one clock. */
  readonly nowMs: () => number
  /** Calls `callback` once after `delayMs`; the returned function cancels it. */
  readonly after: (delayMs: number, callback: () => void) => () => void
}
