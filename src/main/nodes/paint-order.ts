import { isImagePaint } from './visible-paints'

/**
 * How many of the paints (bottom first) are the picture: all up to the topmost visible image. What lies above it, such as
 * a gradient, stays live. Without an image, all of them are.
 */
export function imagePaintCount(paints: readonly Paint[]): number {
  const topmost = paints
    .map((paint) => isImagePaint(paint) && paint.visible !== false && paint.opacity !== 0)
    .lastIndexOf(true)
  return topmost === -1 ? paints.length : topmost + 1
}

/** The paints that are the picture, bottom first. */
export function upToTopmostImage(paints: readonly Paint[]): readonly Paint[] {
  return paints.slice(0, imagePaintCount(paints))
}
