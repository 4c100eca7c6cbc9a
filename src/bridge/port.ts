/** One end of the channel between the UI and the main thread. Messages are copied, never shared. */
export interface Port {
  readonly post: (message: unknown) => void
  /** Hands every message that arrives to `receive`; the returned function stops that. */
  readonly listen: (receive: (message: unknown) => void) => () => void
}
