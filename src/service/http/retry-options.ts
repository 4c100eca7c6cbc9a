import type { Options } from 'ky'

/** How often a GET is repeated by ky, where no loop of ours stands around it. */
export const standardRetries = 2

export interface RetrySettings {
  readonly repeats: number
  /** Milliseconds before the first repetition; before each further one it is twice as long. */
  readonly repeatMs: number
  readonly random: () => number
  /** Awaited before each repetition. */
  readonly beforeRepeat: () => Promise<unknown>
}

/**
 * The settings with which ky repeats a GET: after lost connections, 429 and passing server faults, a while and then
 * twice that later, spread by a quarter either way. `Retry-After` is followed up to 5 s where it can be read (not across
 * origins, unless the service allows it).
 *
 * ky waits on the browser's own timers. That is fine for a single question, and not for the polling loop, whose waits
 * must be on the handed-in clock: there `repeats` is 0, and the loop is what repeats.
 */
export function retryOptions({ repeats, repeatMs, random, beforeRepeat }: RetrySettings): Options {
  return {
    retry: {
      limit: repeats,
      statusCodes: [429, 500, 502, 503, 504],
      maxRetryAfter: 5_000,
      delay: (repeat) => repeatMs * 2 ** (repeat - 1),
      jitter: (waitMs) => waitMs * (0.75 + random() / 2)
    },
    hooks: {
      beforeRetry: [
        async () => {
          await beforeRepeat()
        }
      ]
    }
  }
}
