import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../src/service/http/exchange'
import { getRetries, type RetrySettings } from '../../../src/service/http/retry'
import { standardTimeouts } from '../../../src/service/http/timeouts'

const settings = (random = 0.5): RetrySettings => ({ timeouts: standardTimeouts, random: () => random })

const answer = (status: number, retryAfterMs: number | null = null): Exchange<unknown> => ({
  kind: 'answer',
  status,
  body: null,
  retryAfterMs
})
const lost: Exchange<unknown> = { kind: 'no-answer', why: 'network' }

const final: readonly [string, Exchange<unknown>][] = [
  ['a success', answer(200)],
  ['a refusal', answer(400)],
  ['a wrong key', answer(401)],
  ['an unknown task', answer(404)],
  ['a server that cannot do it', answer(501)],
  ['no answer in time', { kind: 'no-answer', why: 'timed-out' }],
  ['an answer that breaks off', { kind: 'broken-answer', why: 'cut-off' }],
  ['an answer without an end', { kind: 'broken-answer', why: 'timed-out' }],
  ['an answer that is too large', { kind: 'broken-answer', why: 'too-large' }]
]

describe('a GET', () => {
  const passing: readonly [string, Exchange<unknown>][] = [
    ['a lost connection', lost],
    ...[429, 500, 502, 503, 504].map((status): [string, Exchange<unknown>] => [
      String(status),
      answer(status)
    ])
  ]

  test.each(passing)('after %s: a second later, two seconds later, and no more', (_, exchange) => {
    const retry = getRetries(settings())
    expect([0, 1, 2].map((repeats) => retry(exchange, repeats))).toEqual([1_000, 2_000, null])
  })

  test.each(final)('after %s: never', (_, exchange) => {
    expect(getRetries(settings())(exchange, 0)).toBeNull()
  })

  test.each([
    [0, 750],
    [0.999_999, 1_250]
  ])('spread by a quarter: %d', (random, expectedMs) => {
    expect(getRetries(settings(random))(lost, 0)).toBeCloseTo(expectedMs, 0)
  })

  test.each([
    ['longer', 3_000, 3_000],
    ['shorter', 500, 1_000],
    ['far longer', 60_000, 5_000]
  ])('what the answer asks for, where it is %s', (_, retryAfterMs, expectedMs) => {
    expect(getRetries(settings())(answer(503, retryAfterMs), 0)).toBe(expectedMs)
  })
})
