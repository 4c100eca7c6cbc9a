import type { Size } from '../../../core/geometry/size'

/**
 * Maps a point of the canvas to the result: `x' = scaleX · x + x0`, `y'` likewise. Both in px from the top left corner of the
 * first pixel (its centre is at 0.5).
 */
export interface Registration {
  readonly scaleX: number
  readonly scaleY: number
  readonly x0: number
  readonly y0: number
}

/** Greatest difference between the axes that rounding the sides to whole pixels explains, px over the whole side. */
export const roundingSlack = 1.5

/** Computes the greatest distance of two maps at the canvas's corners, on either axis, canvas px. */
export function registrationDistance(
  one: Registration,
  other: Registration,
  { width, height }: Size
): number {
  const across = (x: number): number =>
    Math.abs((one.scaleX - other.scaleX) * x + one.x0 - other.x0) / Math.abs(other.scaleX)
  const down = (y: number): number =>
    Math.abs((one.scaleY - other.scaleY) * y + one.y0 - other.y0) / Math.abs(other.scaleY)
  return Math.max(across(0), across(width), down(0), down(height))
}
