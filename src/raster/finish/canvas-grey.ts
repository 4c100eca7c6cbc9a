import { greyPicture } from './grey-picture'
import type { GreySource } from './grey-source'
import type { ReadableCanvas } from '../readable-canvas'

/** Reads a canvas's brightness box by box. */
export function canvasGrey({ canvas: { width, height }, context }: ReadableCanvas): GreySource {
  return {
    width,
    height,
    read: (left, top, size) =>
      greyPicture(context.getImageData(left, top, size.width, size.height).data, size)
  }
}
