import { describe, expect, test } from 'vitest'
import { type Call, exchange } from '../../../src/service/http/exchange'
import { createFakeClock, type FakeClock } from '../../fake-clock'
import { noPace } from '../support/test-client'

/** A body that begins with `length` bytes and never ends. */
function endless(length: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(new Uint8Array(length))
    }
  })
}

/** Sends over a network that does this, with 20 s until an answer begins and 90 s for its body. */
function send(clock: FakeClock, fetch: typeof globalThis.fetch, changes: Partial<Call<Blob>> = {}) {
  return exchange(
    { fetch, clock, pace: noPace, bodyMs: 90_000 },
    {
      url: 'https://service.example/',
      init: {},
      limitMs: 20_000,
      maxBytes: 1_000,
      read: (answer) => Promise.resolve(answer),
      retry: () => null,
      paceClass: 'poll',
      signal: undefined,
      ...changes
    }
  )
}

const silent = () => new Promise<Response>(() => undefined)
const answering = (status: number, body: BodyInit | null, headers?: HeadersInit) => () =>
  Promise.resolve(new Response(body, { status, ...(headers === undefined ? {} : { headers }) }))

describe('limits of time, on the clock that is handed in', () => {
  test.each([
    ['no answer', silent, 20_000, { kind: 'no-answer', why: 'timed-out' }],
    [
      'an answer without an end',
      answering(200, endless(10)),
      90_000,
      { kind: 'broken-answer', why: 'timed-out' }
    ],
    ['a refusal without an end', answering(503, endless(10)), 20_000, { kind: 'answer', status: 503 }]
  ] satisfies [string, typeof globalThis.fetch, number, unknown][])(
    '%s',
    async (_, fetch, limitMs, expected) => {
      const clock = createFakeClock()
      let outcome: unknown = null
      void send(clock, fetch).then((ended) => {
        outcome = ended
      })
      await clock.advance(limitMs - 1)
      expect(outcome).toBeNull()
      await clock.advance(1)
      expect(outcome).toMatchObject(expected)
      expect(clock.waiting()).toBe(0)
    }
  )
})

test('an answer that comes after its time changes nothing, and leaves no timer', async () => {
  const clock = createFakeClock()
  const late = () =>
    new Promise<Response>((resolve) => {
      clock.after(30_000, () => {
        resolve(new Response(endless(10)))
      })
    })
  const outcome = send(clock, late)
  await clock.advance(40_000)
  expect(await outcome).toEqual({ kind: 'no-answer', why: 'timed-out' })
  expect(clock.waiting()).toBe(0)
})

describe('limits of size', () => {
  test('a success that is larger is none', async () => {
    const large = answering(200, new Uint8Array(1_001))
    expect(await send(createFakeClock(), large)).toEqual({ kind: 'broken-answer', why: 'too-large' })
  })

  test('a refusal that is larger is one without words', async () => {
    const ended = await send(createFakeClock(), answering(400, new Uint8Array(2 << 20)))
    expect(ended).toMatchObject({ kind: 'answer', status: 400, body: { size: 0 } })
  })
})

test.each([
  ['7', 7_000],
  ['0', 0],
  ['', null],
  ['soon', null],
  ['1.5', null],
  ['Wed, 21 Oct 2026 07:28:00 GMT', null]
])('Retry-After %j', async (text, retryAfterMs) => {
  const refused = answering(429, '', { 'Retry-After': text })
  expect(await send(createFakeClock(), refused)).toMatchObject({ status: 429, retryAfterMs })
})

describe('stopping', () => {
  /** Lets each call be sent twice, 5 s apart. */
  const retry: Call<Blob>['retry'] = (_, repeats) => (repeats === 0 ? 5_000 : null)

  function sendTwice(stop: Partial<Call<Blob>>) {
    const clock = createFakeClock()
    let sent = 0
    const outcome = send(
      clock,
      () => {
        sent += 1
        return sent === 1 ? Promise.reject(new TypeError('fetch failed')) : silent()
      },
      { retry, ...stop }
    )
    return { clock, outcome, sent: () => sent }
  }

  test('before it began, where it need not wait for a turn: it is not sent', async () => {
    const { outcome, sent } = sendTwice({ paceClass: null, signal: AbortSignal.abort() })
    expect(await outcome).toEqual({ kind: 'cancelled', handedOver: false })
    expect(sent()).toBe(0)
  })

  test.each(['signal', 'turnSignal'] as const)(
    'by its %s while it waits to be sent once more: it is not sent',
    async (name) => {
      const stop = new AbortController()
      const { clock, outcome, sent } = sendTwice({ [name]: stop.signal })
      await clock.advance(1_000)
      stop.abort()
      expect(await outcome).toEqual({ kind: 'cancelled', handedOver: false })
      expect(clock.waiting()).toBe(0)
      await clock.advance(10_000)
      expect(sent()).toBe(1)
    }
  )

  test('by its signal while it is on its way for the second time', async () => {
    const stop = new AbortController()
    const { clock, outcome, sent } = sendTwice({ signal: stop.signal })
    await clock.advance(6_000)
    expect(sent()).toBe(2)
    stop.abort()
    expect(await outcome).toEqual({ kind: 'cancelled', handedOver: true })
    expect(clock.waiting()).toBe(0)
  })

  test('by its turn’s signal while it is on its way: it goes on', async () => {
    const stop = new AbortController()
    const { clock, outcome } = sendTwice({ turnSignal: stop.signal })
    await clock.advance(6_000)
    stop.abort()
    await clock.advance(20_000)
    expect(await outcome).toEqual({ kind: 'no-answer', why: 'timed-out' })
  })
})
