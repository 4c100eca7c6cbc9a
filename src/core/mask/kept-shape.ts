import type { Size } from '../size'

/**
 * Two rows of an affine map, as in Figma: `x' = m[0][0]·x + m[0][1]·y + m[0][2]`, `y'` likewise from the second row.
 */
export type AffineMap = readonly [readonly [number, number, number], readonly [number, number, number]]

/** Radii of a box's corners: top left, top right, bottom right, bottom left. */
export type CornerRadii = readonly [number, number, number, number]

/**
 * A box with rounded corners, anywhere on a mask: `width` × `height` and `radii` in the box's own units, from its top
 * left; `toPixels` maps them to the mask's pixels (rotation, scale, skew and flip alike).
 */
export interface KeptShape extends Size {
  readonly radii: CornerRadii
  readonly toPixels: AffineMap
}
