import type { Size } from '../../../core/geometry/size'
import type { ReadableCanvas } from '../../canvas/readable-canvas'
import { resizedCopy } from '../original/resized-original'
import type { CanvasTemplate } from './canvas-template'
import { type GreyImage, greyImage, type GreySource } from './grey-image'
import { register } from './register'
import type { Registration } from './registration'

/** Long side of the reduced copies that are searched, px. */
const reducedSide = 640

/** Finds where the canvas lies in the result. */
export function locateCanvas(
  service: ReadableCanvas,
  template: CanvasTemplate
): { readonly map: Registration; readonly confidence: number } {
  const size = { width: service.canvas.width, height: service.canvas.height }
  return register({
    template,
    result: { size, reduced: () => reduce(service.canvas), full: canvasGrey(service) }
  })
}

function reduce(canvas: OffscreenCanvas): GreyImage {
  const size = reducedSize(canvas)
  const { context } = resizedCopy(canvas, size)
  return greyImage(context.getImageData(0, 0, size.width, size.height).data, size)
}

/** Returns a source that reads a canvas's brightness box by box. */
function canvasGrey({ canvas: { width, height }, context }: ReadableCanvas): GreySource {
  return {
    width,
    height,
    read: (left, top, size) => greyImage(context.getImageData(left, top, size.width, size.height).data, size)
  }
}

/** Computes the size of an image's reduced copy, px. */
export function reducedSize({ width, height }: Size): Size {
  const factor = Math.min(1, reducedSide / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor))
  }
}
