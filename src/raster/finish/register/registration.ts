import type { Size } from '../../../core/geometry/size'

/**
 * Where a point of the canvas lies in the service's picture: `x' = scaleX · x + x0`, `y'` likewise. Both in pixels, counted
 * from the top left corner of the first pixel (so its centre is at 0.5).
 */
export interface Registration {
  readonly scaleX: number
  readonly scaleY: number
  readonly x0: number
  readonly y0: number
}

/** How much longer one axis may be made than the other by rounding sizes to whole pixels, px over the whole side. */
export const roundingSlack = 1.5

/** Tells how far two maps lie apart at the canvas's corners at most, in canvas px. */
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
