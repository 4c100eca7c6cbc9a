import { growBy, type Insets } from './insets'
import { hasRatio } from './ratios'
import type { Size } from './size'

/** What a layer to which nothing is added yet grows by on each side, %. */
const firstPercent = 10

/**
 * Computes by how many per cent of the layer each side grows for a canvas of the layer's own shape: as far as the canvas
 * of `insets` reaches past it on the axis where it does so most.
 */
export function evenPercent(insets: Insets, subject: Size): number {
  const canvas = growBy(subject, insets)
  const most = Math.max(canvas.width / subject.width, canvas.height / subject.height) - 1
  return most <= 0 ? firstPercent : Math.round((most / 2) * 10_000) / 100
}

/** Tells whether a canvas has the shape of the layer that it has grown from. */
export function keepsShape(insets: Insets, subject: Size): boolean {
  const canvas = growBy(subject, insets)
  return canvas.width > subject.width && hasRatio(canvas, subject)
}
