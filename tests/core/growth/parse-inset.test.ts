import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseInset } from '../../../src/core/growth/parse-inset'

describe('parseInset reads what a designer types', () => {
  test.each([
    ['120', { amount: 120, unit: 'px' }],
    ['120px', { amount: 120, unit: 'px' }],
    [' 120 PX ', { amount: 120, unit: 'px' }],
    ['30%', { amount: 30, unit: '%' }],
    ['30 %', { amount: 30, unit: '%' }],
    ['12.5%', { amount: 12.5, unit: '%' }],
    ['12,5', { amount: 12.5, unit: 'px' }],
    ['.5', { amount: 0.5, unit: 'px' }],
    ['5.', { amount: 5, unit: 'px' }],
    ['-4', { amount: -4, unit: 'px' }],
    ['', { amount: 0, unit: 'px' }],
    ['   ', { amount: 0, unit: 'px' }]
  ] as const)('%j', (text, entry) => {
    expect(parseInset(text)).toEqual(entry)
  })

  test.each(['ten', '%', 'px', '1e3', '10 20', '10em', '1.2.3', '--1', 'Infinity', 'NaN', '.'])(
    '%j is nothing that can be read',
    (text) => {
      expect(parseInset(text)).toBeNull()
    }
  )

  it('never throws and never gives a number that is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const entry = parseInset(text)
        return entry === null || !Number.isNaN(entry.amount)
      })
    )
  })
})
