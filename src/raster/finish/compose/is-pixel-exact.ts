import type { Registration } from '../register/registration'

/** Tells whether a map only moves, by whole pixels. */
export function isPixelExact({ scaleX, scaleY, x0, y0 }: Registration): boolean {
  return scaleX === 1 && scaleY === 1 && Number.isInteger(x0) && Number.isInteger(y0)
}
