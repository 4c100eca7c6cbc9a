import type { ReadableCanvas } from '../../canvas/readable-canvas'
import type { BoundarySample } from './boundary-sample'
import { measureBoundary } from './measure-boundary'
import { type OriginalBoundary, windowReach } from './original-boundary'

/** How far JPEG lets the sides bleed into each other, result px: its chroma has half the size and is interpolated. */
const jpegBlur = 2

/**
 * Measures along the whole boundary, from small windows at the pictures' own size. `unit` is how many canvas px a pixel of
 * the service's picture covers.
 */
export function sampleBoundary(
  { context }: ReadableCanvas,
  boundary: OriginalBoundary,
  { unit, isJpeg }: { readonly unit: number; readonly isJpeg: boolean }
): readonly BoundarySample[] {
  const half = windowReach(unit)
  const own = unit > 1.05 ? unit : 0
  const blur = {
    luma: Math.min(half / 3, own),
    chroma: Math.min(half / 3, own + (isJpeg ? jpegBlur * unit : 0))
  }
  const samples: BoundarySample[] = []
  for (const window of boundary(half)) {
    const { left, top, width, height } = window
    const sample = measureBoundary(window, context.getImageData(left, top, width, height).data, blur)
    if (sample !== null) samples.push(sample)
  }
  return samples
}
