import { canvasGrey } from './canvas-grey'
import type { CanvasTemplate } from './canvas-template'
import { findPlace } from './find-place'
import { greyPicture, type GreyPicture } from './grey-picture'
import type { ReadableCanvas } from '../readable-canvas'
import { reducedSize } from './reduced-size'
import { resizedCopy } from './resized-copy'
import type { ResultMap } from './result-map'

/** Finds where the canvas lies in the service's picture. */
export function locateCanvas(
  service: ReadableCanvas,
  template: CanvasTemplate
): { readonly map: ResultMap; readonly confidence: number } {
  const size = { width: service.canvas.width, height: service.canvas.height }
  return findPlace({
    template,
    result: { size, reduced: () => reduce(service.canvas), full: canvasGrey(service) }
  })
}

function reduce(canvas: OffscreenCanvas): GreyPicture {
  const size = reducedSize(canvas)
  const { context } = resizedCopy(canvas, size)
  return greyPicture(context.getImageData(0, 0, size.width, size.height).data, size)
}
