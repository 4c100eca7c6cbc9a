import { describe, expect, test } from 'vitest'
import {
  ellipseOutline,
  growsWhole,
  type Outline,
  polygonOutline,
  starOutline
} from '../../../src/core/geometry/outline'

const size = { width: 200, height: 100 }
const even = { top: 10, right: 20, bottom: 10, left: 20 }
const right = { top: 0, right: 90, bottom: 0, left: 0 }
const bottom = { top: 0, right: 0, bottom: 60, left: 0 }

describe('a layer that grows still shows all that it showed', () => {
  test.each<[string, Outline, typeof even, boolean]>([
    ['a box, one side only', { kind: 'box' }, right, true],
    ['an ellipse, evenly', ellipseOutline(), even, true],
    ['an ellipse, one side only', ellipseOutline(), right, false],
    ['a hexagon, evenly', polygonOutline(6), even, true],
    ['a hexagon, one side only', polygonOutline(6), right, false],
    ['a triangle, evenly', polygonOutline(3), even, true],
    ['a triangle, at the bottom only: its tip grows thinner', polygonOutline(3), bottom, false],
    ['a star, evenly', starOutline(5, 0.5), even, true],
    ['a star, one side only', starOutline(5, 0.5), right, false]
  ])('%s: %#', (_name, outline, insets, holds) => {
    expect(growsWhole(outline, size, insets)).toBe(holds)
  })
})
