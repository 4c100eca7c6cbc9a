import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { leastSizeOfShape } from '../../../src/core/growth/least-size-of-shape'

test.each([
  ['a leaderboard around 800 × 600', '728', '90', { width: 4854, height: 600 }],
  ['a size that is large enough stays', '1600', '900', { width: 1600, height: 900 }],
  ['only the width would be cut', '400', '1200', { width: 800, height: 2400 }],
  ['no size', '', '90', null],
  ['a percentage is no size', '50%', '90', null],
  ['nothing is no size', '0', '90', null]
])('%s', (_, width, height, expected) => {
  expect(leastSizeOfShape({ width, height }, { width: 800, height: 600 })).toEqual(expected)
})

it('cuts nothing off, and is the least of its shape to the next whole unit', () => {
  const length = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(length, length, length, length, (width, height, across, down) => {
      const larger = leastSizeOfShape(
        { width: String(width), height: String(height) },
        { width: across, height: down }
      )
      expect(larger?.width).toBeGreaterThanOrEqual(across)
      expect(larger?.height).toBeGreaterThanOrEqual(down)
      const touches = larger !== null && (larger.width === across || larger.height === down)
      expect(touches || larger?.width === width).toBe(true)
    })
  )
})
