import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createMovingClock } from '../../../playground/service/moving-clock'

const hourMs = 3_600_000

describe('createMovingClock', () => {
  it('is ahead by as much as it was moved', () => {
    const clock = createMovingClock()
    const before = clock.nowMs()
    clock.move(hourMs)
    clock.move(hourMs)
    expect(clock.nowMs() - before).toBeGreaterThanOrEqual(2 * hourMs)
    expect(clock.nowMs() - before).toBeLessThan(2 * hourMs + 60_000)
  })

  it('calls what has come due in the order in which it was due, and what has not later', async () => {
    const clock = createMovingClock()
    const called: string[] = []
    clock.after(0.5 * hourMs, () => called.push('half'))
    clock.after(0.25 * hourMs, () => called.push('quarter'))
    const callOff = clock.after(0.1 * hourMs, () => called.push('called off'))
    clock.after(2 * hourMs, () => called.push('two'))
    callOff()
    clock.move(hourMs)
    await new Promise<void>((resolve) => {
      clock.after(0, resolve)
    })
    expect(called).toEqual(['quarter', 'half'])
    const isCalled = new Promise<void>((resolve) => {
      clock.after(hourMs, resolve)
    })
    clock.move(hourMs)
    await isCalled
    await setTimeout(0)
    expect(called).toEqual(['quarter', 'half', 'two'])
  })
})
