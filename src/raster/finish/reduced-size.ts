import type { Size } from '../../core/geometry/size'

/** Long side of the reduced copies that are searched, px. */
const reducedSide = 640

/** Computes the size of the reduced copy of a picture, px. */
export function reducedSize({ width, height }: Size): Size {
  const factor = Math.min(1, reducedSide / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor))
  }
}
