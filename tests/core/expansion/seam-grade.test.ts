import { expect, test } from 'vitest'
import { seamGrade } from '../../../src/core/expansion/seam-grade'

test.each([
  [0, 'unseen'],
  [0.99, 'unseen'],
  [1, 'hardly-seen'],
  [2.99, 'hardly-seen'],
  [3, 'seen'],
  [40, 'seen']
] as const)('an edge of ΔE %d is %s', (mean, grade) => {
  expect(seamGrade(mean)).toBe(grade)
})
