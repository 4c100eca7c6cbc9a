import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRequestPace, type PaceClass, type RequestPace } from '../../src/service/request-pace'
import { createFakeClock, type FakeClock } from '../fake-clock'

interface Turn {
  readonly name: string
  readonly atMs: number
}

function setUp() {
  const clock = createFakeClock()
  const pace = createRequestPace({ clock })
  const turns: Turn[] = []
  const ask = (paceClass: PaceClass, name: string, signal?: AbortSignal) => {
    void pace.turn(paceClass, signal).then((isTaken) => {
      if (isTaken) {
        turns.push({ name, atMs: clock.nowMs() })
      }
    })
  }
  return { clock, pace, turns, ask }
}

test('two at once, then two in each window', async () => {
  const { clock, turns, ask } = setUp()
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    ask('poll', name)
  }
  await clock.advance(5_000)
  expect(turns).toEqual([
    { name: 'a', atMs: 0 },
    { name: 'b', atMs: 0 },
    { name: 'c', atMs: 1_040 },
    { name: 'd', atMs: 1_040 },
    { name: 'e', atMs: 2_080 }
  ])
  expect(clock.waiting()).toBe(0)
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
    expect(await pace.turn('create', AbortSignal.abort())).toBe(false)
    expect(await pace.turn('create')).toBe(true)
    expect(await pace.turn('create')).toBe(true)
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
    await clock.advance(540)
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

/** Asks at the given moments, and returns when each turn was taken, with its class. */
async function play(
  clock: FakeClock,
  pace: RequestPace,
  asks: readonly { gapMs: number; paceClass: PaceClass }[]
) {
  const taken: { atMs: number; askedMs: number; paceClass: PaceClass }[] = []
  for (const { gapMs, paceClass } of asks) {
    await clock.advance(gapMs)
    const askedMs = clock.nowMs()
    void pace.turn(paceClass).then(() => taken.push({ atMs: clock.nowMs(), askedMs, paceClass }))
  }
  await clock.advance(asks.length * 1_040)
  return taken
}

test('whatever is asked when: never more than 2 in any second, nobody forgotten, no create behind a poll', async () => {
  const ask = fc.record({ gapMs: fc.nat(700), paceClass: fc.constantFrom<PaceClass>('create', 'poll') })
  await fc.assert(
    fc.asyncProperty(fc.array(ask, { maxLength: 25 }), async (asks) => {
      const clock = createFakeClock()
      const taken = await play(clock, createRequestPace({ clock }), asks)
      expect(taken).toHaveLength(asks.length)
      taken.forEach(({ atMs }, index) => {
        const third = taken[index + 2]
        expect(third === undefined || third.atMs - atMs > 1_000).toBe(true)
      })
      for (const poll of taken.filter(({ paceClass }) => paceClass === 'poll')) {
        const passed = taken.filter(
          ({ paceClass, askedMs, atMs }) => paceClass === 'create' && askedMs < poll.atMs && atMs > poll.atMs
        )
        expect(passed).toEqual([])
      }
    }),
    { numRuns: 50 }
  )
})

test('with enough to do, at least 95 % of 2 a second are used', async () => {
  const { clock, turns, ask } = setUp()
  for (let index = 0; index < 200; index++) {
    ask(index % 3 === 0 ? 'create' : 'poll', String(index))
  }
  await clock.advance(200_000)
  const lastMs = turns.at(-1)?.atMs ?? 0
  expect(turns).toHaveLength(200)
  expect(200 / (lastMs / 1_000)).toBeGreaterThanOrEqual(1.9)
})
