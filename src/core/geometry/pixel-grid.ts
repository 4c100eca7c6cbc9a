import type { AffineMap } from './affine'

/**
 * Computes where a layer's top left corner lies between the lines of its page's pixel grid, in document units from 0 to 1;
 * 0 for a layer that is turned, scaled or skewed, whose edges the grid does not hold for.
 */
export function pixelGridOffset([[a, b, x], [c, d, y]]: AffineMap): {
  readonly x: number
  readonly y: number
} {
  const isStraight = a === 1 && b === 0 && c === 0 && d === 1
  return isStraight ? { x: x - Math.floor(x), y: y - Math.floor(y) } : { x: 0, y: 0 }
}
