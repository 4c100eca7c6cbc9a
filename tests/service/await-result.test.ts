import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRequestPace } from '../../src/service/http/request-pace'
import type { TaskProgress } from '../../src/service/service-client'
import { createFakeClock, type FakeClock } from '../fake-clock'
import { createTestClient, noPace } from './support/test-client'

/** One answer of the faked network: a body with its status, a lost connection, or none at all. */
type Reply = { readonly status: number; readonly body: unknown } | 'gateway-404' | 'lost' | 'silent'

const answer = (data: unknown): Reply => ({ status: 200, body: { status: 200, message: 'success', data } })
const refused = (status: number): Reply => ({ status, body: { status, message: `refused with ${status}` } })
const pending = (progress: unknown) => answer({ state: 4, progress, state_detail: 'Processing' })
const done = answer({ state: 1, progress: 100, image: 'iVBO' })
const odd = (body: unknown): Reply => ({ status: 200, body })

let clock: FakeClock
let polledAtMs: number[]
beforeEach(() => {
  clock = createFakeClock(1_000_000)
  polledAtMs = []
})
afterEach(() => {
  expect(clock.waiting()).toBe(0)
})

/** A network that gives the replies in order, the last one for ever, and keeps when it was asked. */
function network(replies: readonly Reply[]): typeof globalThis.fetch {
  return () => {
    const reply = replies[Math.min(polledAtMs.length, replies.length - 1)] ?? 'lost'
    polledAtMs.push(clock.nowMs() - 1_000_000)
    if (reply === 'silent') {
      return new Promise(() => undefined)
    }
    if (reply === 'lost') {
      return Promise.reject(new TypeError('fetch failed'))
    }
    return Promise.resolve(
      reply === 'gateway-404'
        ? new Response('<html>404 Not Found</html>', { status: 404 })
        : new Response(JSON.stringify(reply.body), { status: reply.status })
    )
  }
}

/** Waits for a task over these replies, for `forMs` of the fake clock. Random spreads nothing: it is always the middle. */
async function wait(replies: readonly Reply[], forMs = 200_000, signal?: AbortSignal) {
  const progress: TaskProgress[] = []
  const client = createTestClient({ url: 'https://service.example' }, { clock, fetch: network(replies) })
  const outcome = client.awaitResult('t1', { signal, onProgress: (step) => progress.push(step) })
  await clock.advance(forMs)
  return { outcome: await outcome, progress, percents: progress.map(({ percent }) => percent) }
}

describe('cadence', () => {
  test('a poll every second, the first after one', async () => {
    const { outcome } = await wait([pending(10), pending(10), pending(10), done])
    expect(polledAtMs).toEqual([1_000, 2_000, 3_000, 4_000])
    expect(outcome).toMatchObject({ ok: true, value: { taskId: 't1', images: [{ base64: 'iVBO' }] } })
  })

  test.each([0, 2, 3, 4, 5, 77])('state %d is waited for', async (state) => {
    const { outcome } = await wait([answer({ state }), done])
    expect(outcome.ok).toBe(true)
    expect(polledAtMs).toHaveLength(2)
  })

  test('180 s, and not longer', async () => {
    const { outcome } = await wait([pending(10)])
    expect(outcome).toEqual({
      ok: false,
      failure: { kind: 'still-running', taskId: 't1', waitedMs: 180_000 }
    })
    expect(polledAtMs.length).toBeGreaterThanOrEqual(179)
    expect(Math.max(...polledAtMs)).toBeLessThanOrEqual(180_000)
  })

  test('a poll that never ends does not outlast the 180 s', async () => {
    const { outcome } = await wait([pending(10), 'silent'])
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'still-running', waitedMs: 180_000 } })
  })

  test('many tasks keep to the pace', async () => {
    const client = createTestClient(
      { url: 'https://service.example' },
      {
        clock,
        fetch: network([...Array.from({ length: 50 }, () => pending(10)), done]),
        pace: createRequestPace({ clock })
      }
    )
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((taskId) => client.awaitResult(taskId)))
    await clock.advance(100_000)
    expect((await all).every(({ ok }) => ok)).toBe(true)
    polledAtMs.forEach((atMs, index) => {
      expect((polledAtMs[index + 2] ?? Infinity) - atMs).toBeGreaterThan(1_000)
    })
  })
})

describe('faults are waited out', () => {
  test.each([
    ['lost connections', 'lost'],
    ['429', refused(429)],
    ['429 in a 200', odd({ status: 429, message: 'slow' })],
    ['500', refused(500)],
    ['503', refused(503)],
    ['404 of a gateway', 'gateway-404']
  ] satisfies [string, Reply][])('%s: about 2, 4, 8 and then 16 s apart', async (_, fault) => {
    const { outcome } = await wait([pending(10), fault, fault, fault, fault, fault, pending(10), done])
    expect(polledAtMs).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 48_000, 49_000])
    expect(outcome.ok).toBe(true)
  })

  test('the spread is a quarter either way', async () => {
    for (const [random, secondMs] of [
      [0, 2_500],
      [0.999_999, 3_500]
    ] as const) {
      polledAtMs = []
      clock = createFakeClock(1_000_000)
      const settings = { clock, fetch: network(['lost', done]), random: () => random, pace: noPace }
      const outcome = createTestClient({ url: 'https://service.example' }, settings).awaitResult('t1')
      await clock.advance(10_000)
      expect((await outcome).ok).toBe(true)
      expect(polledAtMs[1]).toBeCloseTo(secondMs, 0)
    }
  })

  test.each([
    ['unreachable', 'lost', { kind: 'unreachable', sent: 'no' }],
    ['429', refused(429), { kind: 'too-many-requests' }],
    ['500', refused(500), { kind: 'server-fault', status: 500 }],
    ['404 of a gateway', 'gateway-404', { kind: 'server-fault', status: 404 }]
  ] satisfies [string, Reply, unknown][])('for the whole time: %s', async (_, fault, failure) => {
    expect((await wait([fault])).outcome).toMatchObject({ ok: false, failure })
    polledAtMs = []
    expect((await wait([pending(10), fault])).outcome).toMatchObject({
      ok: false,
      failure: { kind: 'still-running' }
    })
  })
})

describe('one odd answer does not lose a task, three in a row end the waiting', () => {
  test.each([
    ['not the documented shape', odd([1]), 'unreadable-answer'],
    ['no data', odd({ status: 200 }), 'unreadable-answer'],
    ['an unknown state', answer({ state: 0.5 }), 'unknown-state'],
    ['an unknown task', refused(404), 'unknown-task'],
    ['a wrong key', refused(401), 'wrong-key'],
    ['a refusal', refused(400), 'refused'],
    ['done without pictures', answer({ state: 1 }), 'no-image']
  ] satisfies [string, Reply, string][])('%s', async (_, reply, kind) => {
    expect((await wait([reply, reply, pending(10), reply, reply, done])).outcome.ok).toBe(true)
    polledAtMs = []
    expect((await wait([reply])).outcome).toMatchObject({ ok: false, failure: { kind } })
    expect(polledAtMs).toHaveLength(3)
  })

  test('a failed task ends it at once', async () => {
    const { outcome } = await wait([answer({ state: -15, err_message: 'busy' })])
    expect(outcome).toEqual({
      ok: false,
      failure: {
        kind: 'task-failed',
        taskId: 't1',
        state: -15,
        reason: 'short-of-resources',
        message: 'busy'
      }
    })
    expect(polledAtMs).toEqual([1_000])
  })
})

describe('progress', () => {
  test('from 0 to 100, and never back', async () => {
    const steps = [undefined, 5, '40', 20, null, 'much', 55.5, 900, 60, -5]
    const { percents, progress } = await wait([...steps.map(pending), done])
    expect(percents).toEqual([0, 5, 40, 40, 40, 40, 55.5, 100, 100, 100, 100])
    expect(progress[1]).toEqual({ taskId: 't1', percent: 5, stateDetail: 'Processing', waitedMs: 2_000 })
  })

  test('a failed poll reports nothing', async () => {
    expect((await wait([pending(30), 'lost', pending(40), done])).percents).toEqual([30, 40, 100])
  })
})

describe('stopping', () => {
  test.each([
    ['before it began', 0, 0],
    ['before the first poll', 500, 0],
    ['between polls', 2_500, 2],
    ['while a poll is under way', 3_500, 3]
  ])('%s', async (_, afterMs, polls) => {
    const stop = new AbortController()
    if (afterMs === 0) {
      stop.abort()
    }
    const cancelTimer = clock.after(afterMs, () => {
      stop.abort()
    })
    const { outcome } = await wait([pending(10), pending(10), 'silent'], 10_000, stop.signal)
    cancelTimer()
    expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } })
    expect(polledAtMs).toHaveLength(polls)
  })
})

test('no task id, nothing asked', async () => {
  const { outcome } = await wait([done])
  expect(outcome.ok).toBe(true)
  polledAtMs = []
  const client = createTestClient({ url: 'https://service.example' }, { clock, fetch: network([done]) })
  const refusedAtOnce = client.awaitResult('..')
  await clock.advance(2_000)
  expect(await refusedAtOnce).toMatchObject({
    ok: false,
    failure: { kind: 'invalid-request', field: 'task_id' }
  })
  expect(polledAtMs).toHaveLength(0)
})
