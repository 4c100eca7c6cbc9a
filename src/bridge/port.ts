/** One end of the channel between the UI and the main thread. Messages are copied, never shared. */
export interface Port {
  /** `handedOver`: the memory of bytes in the message that need not be copied, as they are not used any more. */
  readonly post: (message: unknown, handedOver?: readonly ArrayBuffer[]) => void
  /** Hands every message that arrives to `receive`; the returned function stops that. */
  readonly listen: (receive: (message: unknown) => void) => () => void
}
