import type { Envelope } from '../wire/envelope'
import { failureOfStatus } from '../wire/failure-of-status'
import type { Exchange, RetryRule } from './exchange'
import type { ServiceTimeouts } from './timeouts'

/*
 * What is sent once more, and after what:
 *
 * | request          | 429   | 500, 502, 503, 504, lost connection | anything else                                          |
 * | ---------------- | ----- | ----------------------------------- | ------------------------------------------------------ |
 * | create           | once  | never                               | never: it may have made a task, which is paid for      |
 * | query, key check | twice | twice                               | never                                                  |
 * | download         | twice | twice                               | never                                                  |
 * | poll             | never from here: `await-result.ts` waits faults out until its time is over                           |
 * | probe            | never: it asks whether the service can be reached now                                                |
 *
 * All of it goes through the pace, at a turn of its own. "Anything else" includes an answer that was cut off and one that
 * did not come in time. The probe is the query by which `submit.ts` tells what may have become of a create without an answer.
 */

/** How often a create is repeated: a service that is still too busy then is better asked later, by people. */
const maxCreateRepeats = 1

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

/** Makes the rule for a create: only a 429 says for certain that nothing was made. */
export function createRetries({ timeouts, random }: RetrySettings): RetryRule<Envelope | null> {
  return (exchange, repeats) =>
    repeats < maxCreateRepeats && madeNothing(exchange)
      ? pauseMs(exchange, timeouts.repeatCreateMs, random)
      : null
}

/** A 429 that speaks of the rate and names no task. One that speaks of credits is a 429 tomorrow, too. */
function madeNothing(exchange: Exchange<Envelope | null>): boolean {
  if (exchange.kind !== 'answer' || (exchange.body?.data?.task_id ?? '') !== '') {
    return false
  }
  const failure = failureOfStatus(exchange.status, exchange.body?.message ?? '', true)
  return failure.kind === 'too-many-requests'
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
