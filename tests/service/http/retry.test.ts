import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../src/service/http/exchange'
import { createRetries, getRetries, type RetrySettings } from '../../../src/service/http/retry'
import { standardTimeouts } from '../../../src/service/http/timeouts'
import { type Envelope, readEnvelope } from '../../../src/service/wire/envelope'

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

describe('a create', () => {
  const refusal = (
    status: number,
    body: unknown,
    retryAfterMs: number | null = null
  ): Exchange<Envelope | null> => ({ kind: 'answer', status, body: readEnvelope(body), retryAfterMs })

  test.each([
    ['with words', refusal(429, { status: 429, message: 'QPS' })],
    ['without any', refusal(429, undefined)]
  ])('after a 429 %s: once', (_, exchange) => {
    const retry = createRetries(settings())
    expect([0, 1].map((repeats) => retry(exchange, repeats))).toEqual([1_500, null])
  })

  test('after a 429: a second later at the soonest, in which the service counts', () => {
    expect(createRetries(settings(0))(refusal(429, {}), 0)).toBeGreaterThan(1_010)
  })

  test.each([
    ['longer', 3_000, 3_000],
    ['far longer', 60_000, 5_000]
  ])('what a 429 asks for, where it is %s', (_, retryAfterMs, expectedMs) => {
    expect(createRetries(settings())(refusal(429, {}, retryAfterMs), 0)).toBe(expectedMs)
  })

  const mayHaveMadeOne: readonly [string, Exchange<Envelope | null>][] = [
    ['a lost connection', { kind: 'no-answer', why: 'network' }],
    ['no answer in time', { kind: 'no-answer', why: 'timed-out' }],
    ['an answer that breaks off', { kind: 'broken-answer', why: 'cut-off' }],
    ...[200, 400, 401, 404, 408, 413, 500, 502, 503, 504].map(
      (status): [string, Exchange<Envelope | null>] => [String(status), refusal(status, {})]
    ),
    ['a 429 that speaks of credits', refusal(429, { message: 'no credits' })],
    ['a 429 that names a task', refusal(429, { data: { task_id: 't1' } })]
  ]

  test.each(mayHaveMadeOne)('after %s: never', (_, exchange) => {
    expect(createRetries(settings())(exchange, 0)).toBeNull()
  })
})
