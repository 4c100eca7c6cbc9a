import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { expectedTime, noDurations, usualMs, withDuration } from '../../../src/core/expansion/expected-time'

describe('what a request usually takes', () => {
  test.each<readonly [string, readonly number[], number | null]>([
    ['nothing was learned', [], null],
    ['one', [8_000], 8_000],
    ['the middle of three', [30_000, 8_000, 9_000], 9_000],
    ['between the middle two', [8_000, 12_000], 10_000],
    ['one slow day does not move it', [9_000, 9_000, 9_000, 9_000, 600_000], 9_000]
  ])('%s', (_name, sides, expected) => {
    expect(usualMs({ ...noDurations, sides }, 'sides')).toBe(expected)
  })

  it('is learned for each kind of request on its own', () => {
    const durations = withDuration(noDurations, 'canvas', 5_000)
    expect([usualMs(durations, 'sides'), usualMs(durations, 'canvas')]).toEqual([null, 5_000])
  })

  it('is of the last 20', () => {
    const long = Array.from({ length: 40 }, (_, index) => index + 1).reduce(
      (durations, ms) => withDuration(durations, 'sides', ms),
      noDurations
    )
    expect(long.sides).toEqual(Array.from({ length: 20 }, (_, index) => index + 21))
  })

  test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, 900_001])('%s ms are not learned', (ms) => {
    expect(withDuration(noDurations, 'sides', ms)).toEqual(noDurations)
  })
})

describe('the time that is left', () => {
  test.each<readonly [number, number | null, ReturnType<typeof expectedTime>]>([
    [23_400, null, { kind: 'usual', seconds: 25 }],
    [23_400, 0, { kind: 'left', seconds: 25 }],
    [23_400, 12_000, { kind: 'left', seconds: 15 }],
    [23_400, 20_000, { kind: 'left', seconds: 4 }],
    [23_400, 23_399, { kind: 'left', seconds: 1 }],
    [23_400, 23_400, { kind: 'longer', seconds: 25 }],
    [400, null, { kind: 'usual', seconds: 1 }]
  ])('of usually %i ms, sent %s ms ago', (usual, sinceMs, expected) => {
    expect(expectedTime(usual, sinceMs)).toEqual(expected)
  })

  it('never grows while it is waited for', () => {
    const ms = fc.integer({ min: 1, max: 300_000 })
    fc.assert(
      fc.property(ms, ms, ms, (usual, since, more) => {
        const [before, after] = [expectedTime(usual, since), expectedTime(usual, since + more)]
        expect(after.kind === 'longer' || after.seconds <= before.seconds).toBe(true)
      })
    )
  })
})
