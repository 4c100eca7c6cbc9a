/**
 * Two rows of an affine map, in the order of Figma's `Transform`: `x' = m[0][0]·x + m[0][1]·y + m[0][2]`, and `y'`
 * likewise from the second row.
 */
export type AffineMap = readonly [readonly [number, number, number], readonly [number, number, number]]

export const identity: AffineMap = [
  [1, 0, 0],
  [0, 1, 0]
]

/** Composes two maps: `inner` first, then `outer`. */
export function compose(outer: AffineMap, inner: AffineMap): AffineMap {
  const [[a, b, x], [c, d, y]] = outer
  const [[e, f, u], [g, h, v]] = inner
  return [
    [a * e + b * g, a * f + b * h, a * u + b * v + x],
    [c * e + d * g, c * f + d * h, c * u + d * v + y]
  ]
}

/** Inverts a map. Its numbers are not finite if `map` flattens everything to a line. */
export function invert([[a, b, x], [c, d, y]]: AffineMap): AffineMap {
  const determinant = a * d - b * c
  return [
    [d / determinant, -b / determinant, (b * y - d * x) / determinant],
    [-c / determinant, a / determinant, (c * x - a * y) / determinant]
  ]
}

/** Returns the map that stretches both axes, then moves. */
export function stretchAndMove(scaleX: number, scaleY: number, x: number, y: number): AffineMap {
  return [
    [scaleX, 0, x],
    [0, scaleY, y]
  ]
}

/** Maps a point. */
export function apply(
  [[a, b, x], [c, d, y]]: AffineMap,
  across: number,
  down: number
): { readonly x: number; readonly y: number } {
  return { x: a * across + b * down + x, y: c * across + d * down + y }
}
