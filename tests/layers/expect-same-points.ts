import { expect } from 'vitest'

/** Lengths that differ by less are the same, document units: 0.01, as far as `toBeCloseTo` rounds. */
export const digits = 2

/** Points in this order are at the same places. */
export function expectSamePoints(points: readonly Vector[], others: readonly Vector[]): void {
  expect(points).toHaveLength(others.length)
  points.forEach(({ x, y }, index) => {
    expect(x).toBeCloseTo(others[index]?.x ?? NaN, digits)
    expect(y).toBeCloseTo(others[index]?.y ?? NaN, digits)
  })
}
