import type { Size } from '../../core/geometry/size'
import { makeCanvas } from './canvas'

/** A canvas whose pixels stay in main memory, where they can be read fast. */
export interface ReadableCanvas {
  readonly canvas: OffscreenCanvas
  readonly context: OffscreenCanvasRenderingContext2D
}

/** Makes an empty, transparent sRGB canvas for reading. Throws if the browser has no memory for it. */
export function readableCanvas(size: Size): ReadableCanvas {
  const made = makeCanvas(size, { willReadFrequently: true })
  made.context.imageSmoothingQuality = 'high'
  return made
}
