import type { AffineMap } from './affine'

/**
 * Computes the offset of a layer's top left corner from its page's pixel grid, document units from 0 to 1; 0 for a rotated,
 * scaled or skewed layer, whose edges do not follow the grid.
 */
export function pixelGridOffset([[a, b, x], [c, d, y]]: AffineMap): {
  readonly x: number
  readonly y: number
} {
  const isStraight = a === 1 && b === 0 && c === 0 && d === 1
  return isStraight ? { x: x - Math.floor(x), y: y - Math.floor(y) } : { x: 0, y: 0 }
}
