import type { Size } from '../../core/geometry/size'
import { makeCanvas } from './canvas'

/** A canvas whose pixels stay in main memory, where they can be read fast. */
export interface ReadableCanvas {
  readonly canvas: OffscreenCanvas
  readonly context: OffscreenCanvasRenderingContext2D
}

/**
 * Makes an empty sRGB canvas for reading: transparent, or black where all that will be drawn on it is opaque, whose pixels
 * are read and written in half the time. Throws where the browser has no memory for it.
 */
export function readableCanvas(size: Size, isOpaque = false): ReadableCanvas {
  const made = makeCanvas(size, { willReadFrequently: true, alpha: !isOpaque })
  made.context.imageSmoothingQuality = 'high'
  return made
}
