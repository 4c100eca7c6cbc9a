import type { Size } from '../../../core/geometry/size'
import { fillTransparent } from '../../canvas/fill-transparent'
import { type ReadableCanvas, readableCanvas } from '../../canvas/readable-canvas'
import type { Registration } from '../register/registration'
import { isPixelExact } from './is-pixel-exact'
import { uncoveredStrip } from './uncovered-strip'

/**
 * Brings the result to the canvas's size by its registration. Pixels that correspond one to one are copied unchanged. An
 * area that the result does not reach is filled with a blur of its surroundings; the result is never stretched.
 */
export function resampleToCanvas(
  image: ReadableCanvas,
  map: Registration,
  canvas: Size,
  mayBeTransparent: boolean
): ReadableCanvas {
  const result = { width: image.canvas.width, height: image.canvas.height }
  const isWhole = isPixelExact(map) && map.x0 === 0 && map.y0 === 0
  const isSameSize = result.width === canvas.width && result.height === canvas.height
  if (isWhole && isSameSize) {
    if (mayBeTransparent) fillTransparent(image)
    return image
  }
  const isCovered = !mayBeTransparent && isPixelExact(map) && uncoveredStrip(map, canvas, result) === 0
  const laid = readableCanvas(canvas, isCovered)
  if (isPixelExact(map)) {
    laid.context.drawImage(image.canvas, -map.x0, -map.y0)
  } else {
    laid.context.setTransform(
      1 / map.scaleX,
      0,
      0,
      1 / map.scaleY,
      -map.x0 / map.scaleX,
      -map.y0 / map.scaleY
    )
    laid.context.drawImage(image.canvas, 0, 0)
    laid.context.setTransform(1, 0, 0, 1, 0, 0)
  }
  if (!isCovered) fillTransparent(laid)
  return laid
}
