import type { ReadableCanvas } from '../../canvas/readable-canvas'
import { type KnownMask, knownWindow } from '../original/known-mask'
import { type OriginalImage, readOriginal } from '../original/original-image'
import { boundaryPlaces } from './boundary-places'
import type { BoundarySample } from './boundary-sample'
import { measureBoundary } from './measure-boundary'

/** Pieces of the rim that are looked at, at most. */
const mostPieces = 128

/** A window reaches this far from its middle, px; further in a picture that was made larger, up to the last number. */
const reach = 12
const mostReach = 32

/** How far JPEG makes two sides run into each other: chroma of half the size, interpolated; px of the service's picture. */
const jpegBlur = 2

/**
 * Measures along the whole rim of what is kept, from small windows at the pictures' own size. `unit` is how many canvas px
 * a pixel of the service's picture covers.
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
        kept: knownWindow(mask, left, top, size, 2),
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
