import { growBy, type Insets } from '../geometry/insets'
import { hasRatio } from '../geometry/ratios'
import type { Size } from '../geometry/size'

/** Initial growth of each side, and growth for the layer's own ratio, % of the layer. */
export const evenPercent = 10

/** Greatest error of a length from two insets that are rounded to whole units, document units. */
const rounding = 1.01

/** Tells whether a larger canvas has the ratio of its layer. */
export function keepsShape(insets: Insets, subject: Size): boolean {
  const canvas = growBy(subject, insets)
  return canvas.width > subject.width && hasRatio(canvas, subject, rounding)
}
