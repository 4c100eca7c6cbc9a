import type { Exchange, RetryRule } from './exchange'
import type { ServiceTimeouts } from './timeouts'

/*
 * What is sent once more, and when:
 *
 * | request          | after a 429     | after 500, 502, 503, 504, a lost connection | after anything else                |
 * | ---------------- | --------------- | ------------------------------------------- | ---------------------------------- |
 * | create           | never           | never                                       | never                              |
 * | query, key check | at most twice   | at most twice                               | never                              |
 * | download         | at most twice   | at most twice                               | never                              |
 * | poll             | never from here: `await-result.ts` waits faults out, until its 180 s are over                      |
 * | probe            | never: it is asked whether the service can be reached now                                          |
 *
 * "Anything else" includes an answer that was cut off and one that did not come in time. The probe is the query by which
 * `submit.ts` tells what may have become of a create without an answer.
 */

/** How often a GET is repeated, where no loop of ours stands around it. */
const maxGetRepeats = 2

/** The longest that `Retry-After` is followed, in milliseconds; it can be read where the service lets other origins do so. */
const maxRetryAfterMs = 5_000

/** Faults that pass by themselves, as HTTP names them. */
const passingStatuses = [429, 500, 502, 503, 504]

/** Nothing is sent twice. */
export const neverRetried: RetryRule<unknown> = () => null

export interface RetrySettings {
  readonly timeouts: ServiceTimeouts
  /** A number from 0 up to 1; spreads repetitions by a quarter either way. */
  readonly random: () => number
}

/** Makes the rule for a GET, which makes nothing and so may be repeated. */
export function getRetries({ timeouts, random }: RetrySettings): RetryRule<unknown> {
  return (exchange, repeats) =>
    repeats < maxGetRepeats && isPassing(exchange)
      ? pauseMs(exchange, timeouts.repeatMs * 2 ** repeats, random)
      : null
}

function isPassing(exchange: Exchange<unknown>): boolean {
  return exchange.kind === 'answer'
    ? passingStatuses.includes(exchange.status)
    : exchange.kind === 'no-answer' && exchange.why === 'network'
}

/** About `aboutMs` milliseconds, or longer where the answer asks for it. */
function pauseMs(exchange: Exchange<unknown>, aboutMs: number, random: () => number): number {
  const askedMs = exchange.kind === 'answer' ? (exchange.retryAfterMs ?? 0) : 0
  return Math.max(aboutMs * (0.75 + random() / 2), Math.min(askedMs, maxRetryAfterMs))
}
