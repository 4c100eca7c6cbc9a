import { isImagePaint } from './visible-paints'

/**
 * Counts the paints (bottom first) that form the source image: all up to the topmost visible image. Paints above it, such as a
 * gradient, stay editable. Without an image, all paints count.
 */
export function imagePaintCount(paints: readonly Paint[]): number {
  const topmost = paints
    .map((paint) => isImagePaint(paint) && paint.visible !== false && paint.opacity !== 0)
    .lastIndexOf(true)
  return topmost === -1 ? paints.length : topmost + 1
}

/** Returns the paints that form the source image, bottom first. */
export function upToTopmostImage(paints: readonly Paint[]): readonly Paint[] {
  return paints.slice(0, imagePaintCount(paints))
}
