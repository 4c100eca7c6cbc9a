import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRequestPace, type PaceClass, type RequestPace } from '../../../src/service/http/request-pace'
import { createFakeClock, type FakeClock } from '../../fake-clock'

interface Taken {
  readonly name: string
  readonly atMs: number
}

/** A pace whose requests are answered `answerMs` after they were sent. */
function setUp(answerMs = 0) {
  const clock = createFakeClock()
  const pace = createRequestPace({ clock })
  const turns: Taken[] = []
  const ask = (paceClass: PaceClass, name: string, signal?: AbortSignal) => {
    void pace.turn(paceClass, signal).then((turn) => {
      if (turn !== null) {
        turns.push({ name, atMs: clock.nowMs() })
        clock.after(answerMs, turn.answered)
      }
    })
  }
  return { clock, pace, turns, ask }
}

test.each([
  ['answered at once', 0, [0, 0, 1_010, 1_010, 2_020]],
  ['answered after 300 ms', 300, [0, 0, 1_310, 1_310, 2_620]],
  ['polls without an answer', 60_000, [0, 0, 3_010, 3_010, 6_020]]
])('two, and the next ones a second after their answers: %s', async (_, answerMs, expected) => {
  const { clock, turns, ask } = setUp(answerMs)
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    ask('poll', name)
  }
  await clock.advance(100_000)
  expect(turns.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(turns.map(({ atMs }) => atMs)).toEqual(expected)
  expect(clock.waiting()).toBe(0)
})

test('a synchronous create, answered after minutes, holds its turn for 10 s, and polls go on beside it', async () => {
  const { clock, pace, turns, ask } = setUp()
  await pace.turn('create')
  for (let index = 0; index < 30; index++) {
    ask('poll', String(index))
  }
  await clock.advance(11_000)
  expect(turns).toHaveLength(11)
  await clock.advance(4_000)
  expect(turns).toHaveLength(19)
})

test('creates go before polls that waited longer, each in its own order', async () => {
  const { clock, turns, ask } = setUp()
  for (const name of ['poll 1', 'poll 2', 'poll 3', 'poll 4']) {
    ask('poll', name)
  }
  ask('create', 'create 1')
  ask('create', 'create 2')
  await clock.advance(5_000)
  expect(turns.map(({ name }) => name)).toEqual([
    'poll 1',
    'poll 2',
    'create 1',
    'create 2',
    'poll 3',
    'poll 4'
  ])
})

describe('a signal that is aborted', () => {
  test('before: no turn is used', async () => {
    const { pace, clock } = setUp()
    expect(await pace.turn('create', AbortSignal.abort())).toBeNull()
    expect(await pace.turn('create')).not.toBeNull()
    expect(await pace.turn('create')).not.toBeNull()
    expect(clock.waiting()).toBe(0)
  })

  test('while waiting: the place goes to the next, and no timer stays', async () => {
    const { clock, turns, ask } = setUp()
    const stop = new AbortController()
    ask('poll', 'a')
    ask('poll', 'b')
    ask('create', 'stopped', stop.signal)
    ask('poll', 'c')
    await clock.advance(500)
    stop.abort()
    await clock.advance(510)
    expect(turns.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect(clock.waiting()).toBe(0)
  })

  test('while the only one waiting: no timer stays', async () => {
    const { clock, ask } = setUp()
    const stop = new AbortController()
    ask('poll', 'a')
    ask('poll', 'b')
    ask('poll', 'stopped', stop.signal)
    await clock.advance(1)
    stop.abort()
    expect(clock.waiting()).toBe(0)
  })
})

interface Ask {
  readonly gapMs: number
  readonly paceClass: PaceClass
  /** How long the request is under way, and how long after that its answer is. */
  readonly thereMs: number
  readonly backMs: number
}

interface Sent extends Ask {
  readonly askedMs: number
  readonly sentMs: number
  readonly arrivedMs: number
}

/** Asks at the given moments, and returns what was sent when, and when it arrived. */
async function play(clock: FakeClock, pace: RequestPace, asks: readonly Ask[]): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const ask of asks) {
    await clock.advance(ask.gapMs)
    const askedMs = clock.nowMs()
    void pace.turn(ask.paceClass).then((turn) => {
      const sentMs = clock.nowMs()
      sent.push({ ...ask, askedMs, sentMs, arrivedMs: sentMs + ask.thereMs })
      clock.after(ask.thereMs + ask.backMs, () => turn?.answered())
    })
  }
  await clock.advance(asks.length * 4_000)
  return sent
}

test('whatever is asked and however long it takes: never 3 within a second, none forgotten, no create behind a poll', async () => {
  const ask = fc.record({
    gapMs: fc.nat(700),
    paceClass: fc.constantFrom<PaceClass>('create', 'poll'),
    thereMs: fc.nat(1_000),
    backMs: fc.nat(1_000)
  })
  await fc.assert(
    fc.asyncProperty(fc.array(ask, { maxLength: 20 }), async (asks) => {
      const clock = createFakeClock()
      const sent = await play(clock, createRequestPace({ clock }), asks)
      expect(sent).toHaveLength(asks.length)
      const arrivals = sent.map(({ arrivedMs }) => arrivedMs).sort((one, other) => one - other)
      arrivals.forEach((atMs, index) => {
        expect((arrivals[index + 2] ?? Infinity) - atMs).toBeGreaterThan(1_000)
      })
      for (const poll of sent.filter(({ paceClass }) => paceClass === 'poll')) {
        const passedOver = sent.filter(
          ({ paceClass, askedMs, sentMs }) =>
            paceClass === 'create' && askedMs < poll.sentMs && sentMs > poll.sentMs
        )
        expect(passedOver).toEqual([])
      }
    }),
    { numRuns: 50 }
  )
})

test('with enough to do and answers within 30 ms, at least 95 % of 2 a second are used', async () => {
  const { clock, turns, ask } = setUp(30)
  for (let index = 0; index < 200; index++) {
    ask(index % 3 === 0 ? 'create' : 'poll', String(index))
  }
  await clock.advance(200_000)
  const lastMs = turns.at(-1)?.atMs ?? 0
  expect(turns).toHaveLength(200)
  expect(200 / (lastMs / 1_000)).toBeGreaterThanOrEqual(1.9)
})
