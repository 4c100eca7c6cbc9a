import { type AffineMap, compose, stretchAndMove } from './affine'
import type { Size } from './size'

/** Radii of a box's corners: top left, top right, bottom right, bottom left. */
export type CornerRadii = readonly [number, number, number, number]

/**
 * A box with rounded corners, anywhere on a canvas: `width` × `height` and `radii` in the box's own units, from its top
 * left; `place` maps them to the canvas's units or pixels (rotation, scale, skew and flip alike).
 */
export interface RoundedBox extends Size {
  readonly radii: CornerRadii
  readonly place: AffineMap
}

/** Scales a shape with its canvas, by `scaleX` and `scaleY`. */
export function scaleShape(shape: RoundedBox, scaleX: number, scaleY: number): RoundedBox {
  return { ...shape, place: compose(stretchAndMove(scaleX, scaleY, 0, 0), shape.place) }
}

/** Insets a shape by `margin` canvas units on all sides; empty if the shape is not wider. */
export function insetShape(shape: RoundedBox, margin: number): RoundedBox {
  const [[a, b], [c, d]] = shape.place
  const across = margin / Math.hypot(a, c)
  const down = margin / Math.hypot(b, d)
  const [topLeft, topRight, bottomRight, bottomLeft] = shape.radii
  const shrunk = (radius: number): number => Math.max(0, radius - Math.max(across, down))
  return {
    width: Math.max(0, shape.width - 2 * across),
    height: Math.max(0, shape.height - 2 * down),
    radii: [shrunk(topLeft), shrunk(topRight), shrunk(bottomRight), shrunk(bottomLeft)],
    place: compose(shape.place, stretchAndMove(1, 1, across, down))
  }
}
