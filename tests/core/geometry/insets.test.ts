import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { growBy, type InsetEntries, resolveInsets } from '../../../src/core/geometry/insets'

const entries = (top: string, right: string, bottom: string, left: string): InsetEntries => {
  const entry = (text: string): InsetEntries['top'] => ({
    amount: Number.parseFloat(text),
    unit: text.endsWith('%') ? '%' : 'px'
  })
  return { top: entry(top), right: entry(right), bottom: entry(bottom), left: entry(left) }
}

describe('resolveInsets', () => {
  const subject = { width: 1200, height: 400 }
  test.each([
    ['px are document units', entries('1', '2', '3', '4'), { top: 1, right: 2, bottom: 3, left: 4 }],
    [
      'per cent are of the height above and below, of the width left and right',
      entries('10%', '10%', '25%', '50%'),
      { top: 40, right: 120, bottom: 100, left: 600 }
    ],
    [
      'per cent come to whole units',
      entries('0.3%', '0.13%', '1.1%', '0'),
      { top: 1, right: 2, bottom: 4, left: 0 }
    ],
    ['but not to nothing', entries('0.1%', '0', '0', '0'), { top: 0.4, right: 0, bottom: 0, left: 0 }],
    ['px stay as they are', entries('1.5', '0', '0', '0'), { top: 1.5, right: 0, bottom: 0, left: 0 }],
    ['both can be mixed', entries('10', '10%', '0', '0%'), { top: 10, right: 120, bottom: 0, left: 0 }]
  ])('%s', (_name, given, expected) => {
    expect(resolveInsets(given, subject)).toEqual(expected)
  })
})

describe('growBy', () => {
  it('adds opposite sides to the extent between them', () => {
    expect(growBy({ width: 100, height: 50 }, { top: 1, right: 2, bottom: 4, left: 8 })).toEqual({
      width: 110,
      height: 55
    })
  })

  it('never makes smaller what only grows', () => {
    const length = fc.double({ min: 0, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({ width: length, height: length }),
        fc.record({ top: length, right: length, bottom: length, left: length }),
        (subject, insets) => {
          const canvas = growBy(subject, insets)
          return canvas.width >= subject.width && canvas.height >= subject.height
        }
      )
    )
  })
})
