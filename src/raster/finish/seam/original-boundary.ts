import type { Size } from '../../../core/geometry/size'
import { type KnownMask, knownWindow } from '../original/known-mask'
import { type OriginalImage, readOriginal } from '../original/original-image'
import { boundaryDistance } from './boundary-distance'
import { type BoundaryPlace, boundaryPlaces } from './boundary-places'

/** Pieces of the boundary that are looked at, at most. */
const mostPieces = 128

/** A window reaches this far from its middle, px; further in an image that was made larger, up to the last number. */
const reach = 12
const mostReach = 32

/** Pixels around one piece of the boundary, as far as they are known without a result. */
export interface OriginalWindow extends Size {
  readonly place: BoundaryPlace
  /** Where the window begins, canvas px. */
  readonly left: number
  readonly top: number
  /** 1 in the known area, 0 in the new one and 2 off the canvas. */
  readonly known: Uint8Array
  /** RGBA. */
  readonly original: Uint8ClampedArray
  /** How far each pixel's centre lies from the boundary, px. */
  readonly distance: Float32Array
}

/** The original's side of the whole boundary: windows that reach so many px, cut once for each reach. */
export type OriginalBoundary = (half: number) => readonly OriginalWindow[]

/** Makes the original's side of the boundary. */
export function originalBoundary(original: OriginalImage, mask: KnownMask): OriginalBoundary {
  const places = boundaryPlaces(mask, mostPieces)
  const cut = new Map<number, readonly OriginalWindow[]>()
  return (half) => {
    const windows = cut.get(half) ?? places.map((place) => cutWindow(original, mask, place, half))
    cut.set(half, windows)
    return windows
  }
}

/** Computes how far windows reach from their middle, px; `unit` is how many canvas px a pixel of the result covers. */
export function windowReach(unit: number): number {
  return Math.min(mostReach, Math.ceil(reach * Math.max(1, unit * 0.75)))
}

function cutWindow(
  original: OriginalImage,
  mask: KnownMask,
  place: BoundaryPlace,
  half: number
): OriginalWindow {
  const left = Math.round(place.x) - half
  const top = Math.round(place.y) - half
  const size = { width: 2 * half, height: 2 * half }
  const known = knownWindow(mask, left, top, size, 2)
  return {
    ...size,
    place,
    left,
    top,
    known,
    original: readOriginal(original, { left, top, ...size }),
    distance: boundaryDistance(known, size)
  }
}
