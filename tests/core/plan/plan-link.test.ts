import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { sides } from '../../../src/core/geometry/insets'
import { type LinkObstacle, planLink } from '../../../src/core/plan/plan-link'

const url = 'https://example.com/a.jpg'
const even = (text: string) => ({ top: text, right: text, bottom: text, left: text })

test.each<readonly [string, number]>([
  ['25', 0.25],
  ['25%', 0.25],
  ['25％', 0.25],
  [' 12,5 % ', 0.125],
  ['100', 1]
])('%s grows by %d of the side', (text, ratio) => {
  const planned = planLink(url, even(text))
  const ratios = { top: ratio, right: ratio, bottom: ratio, left: ratio }
  expect(planned).toMatchObject({ ok: true, value: { plan: { kind: 'link', url, ratios, canvas: null } } })
})

test.each<readonly [string, LinkObstacle['kind']]>([
  ['', 'out-of-range'],
  ['0', 'out-of-range'],
  ['-5', 'out-of-range'],
  ['100.1', 'out-of-range'],
  ['25px', 'not-a-percentage'],
  ['a quarter', 'not-a-percentage']
])('%s is refused', (text, kind) => {
  expect(planLink(url, { ...even('25'), bottom: text })).toEqual({
    ok: false,
    failure: { kind, side: 'bottom' }
  })
})

it('never asks for a ratio that the service does not take', () => {
  fc.assert(
    fc.property(fc.double({ min: -10, max: 200, noNaN: true }), (percent) => {
      const planned = planLink(url, even(percent.toFixed(3)))
      expect(!planned.ok || sides.every((side) => planned.value.plan.ratios[side] > 0)).toBe(true)
      expect(!planned.ok || sides.every((side) => planned.value.plan.ratios[side] <= 1)).toBe(true)
    })
  )
})
