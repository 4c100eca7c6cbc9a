import type { ReadableCanvas } from '../../canvas/readable-canvas'
import { type KnownMask, knownWindow } from '../original/known-mask'
import { type OriginalImage, readOriginal } from '../original/original-image'
import { boundaryPlaces } from './boundary-places'
import type { BoundarySample } from './boundary-sample'
import { measureBoundary } from './measure-boundary'

/** Most pieces of the seam that are measured. */
const mostPieces = 128

/** Half the side of a window, px. */
const reach = 12

/** Half the side of a window in a result that was enlarged, at most, px. */
const mostReach = 32

/** How far JPEG lets the sides bleed into each other, result px: its chroma has half the size and is interpolated. */
const jpegBlur = 2

/**
 * Measures the whole seam, in small windows at the canvas's own size. `service` is the result on the canvas; `unit` is the
 * side of one of the result's pixels, canvas px.
 */
export function sampleBoundary(
  service: ReadableCanvas,
  original: OriginalImage,
  mask: KnownMask,
  { unit, isJpeg }: { readonly unit: number; readonly isJpeg: boolean }
): readonly BoundarySample[] {
  const half = Math.min(mostReach, Math.ceil(reach * Math.max(1, unit * 0.75)))
  const own = unit > 1.05 ? unit : 0
  const blur = {
    luma: Math.min(half / 3, own),
    chroma: Math.min(half / 3, own + (isJpeg ? jpegBlur * unit : 0))
  }
  const samples: BoundarySample[] = []
  for (const place of boundaryPlaces(mask, mostPieces)) {
    const left = Math.round(place.x) - half
    const top = Math.round(place.y) - half
    const size = { width: 2 * half, height: 2 * half }
    const sample = measureBoundary(
      {
        ...size,
        known: knownWindow(mask, left, top, size, 2),
        original: readOriginal(original, { left, top, ...size }),
        service: service.context.getImageData(left, top, size.width, size.height).data
      },
      place,
      blur
    )
    if (sample !== null) samples.push(sample)
  }
  return samples
}
