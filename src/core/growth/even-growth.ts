import { growBy, type Insets } from '../geometry/insets'
import { hasRatio } from '../geometry/ratios'
import type { Size } from '../geometry/size'

/** How far each side grows at first, and where the layer's own shape is asked for, % of the layer. */
export const evenPercent = 10

/** Insets are whole units, each rounded by up to a half: both of an axis make its length another by up to this, units. */
const rounding = 1.01

/** Tells whether a canvas has the shape of the layer that it has grown from. */
export function keepsShape(insets: Insets, subject: Size): boolean {
  const canvas = growBy(subject, insets)
  return canvas.width > subject.width && hasRatio(canvas, subject, rounding)
}
