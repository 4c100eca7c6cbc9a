import type { Size } from '../../core/size'
import { canvasGrey } from './canvas-grey'
import { findPlace } from './find-place'
import { greyPicture, type GreyPicture } from './grey-picture'
import { keptBox } from './kept-box'
import { keptCells } from './kept-cells'
import type { KeptMask } from './kept-mask'
import { keptWindow } from './kept-window'
import type { ReadableCanvas } from './readable-canvas'
import { resizedCopy } from './resized-copy'
import type { ResultMap } from './result-map'

/** Long side of the reduced copies that are searched, px. */
const reducedSide = 640

/** Finds where the canvas lies in the service's picture, from the original's own pixels. */
export function locateCanvas(
  service: ReadableCanvas,
  original: ReadableCanvas,
  mask: KeptMask
): { readonly map: ResultMap; readonly confidence: number } {
  const reduced = reduce(original.canvas)
  const size = { width: service.canvas.width, height: service.canvas.height }
  return findPlace({
    canvas: { size: { width: mask.width, height: mask.height }, reduced, full: canvasGrey(original) },
    keptReduced: keptCells(mask, reduced),
    keptAt: (x0, y0, step, cells) => keptAt(mask, x0, y0, step, cells),
    subject: keptBox(mask),
    result: { size, reduced: () => reduce(service.canvas), full: canvasGrey(service) }
  })
}

function reduce(canvas: OffscreenCanvas): GreyPicture {
  const factor = Math.min(1, reducedSide / Math.max(canvas.width, canvas.height))
  const size = {
    width: Math.max(1, Math.round(canvas.width * factor)),
    height: Math.max(1, Math.round(canvas.height * factor))
  }
  const { context } = resizedCopy(canvas, size)
  return greyPicture(context.getImageData(0, 0, size.width, size.height).data, size)
}

/** Cells of a patch whose corners are all kept. */
function keptAt(mask: KeptMask, x0: number, y0: number, step: number, { width, height }: Size): Uint8Array {
  const left = Math.floor(x0)
  const top = Math.floor(y0)
  const box = { width: Math.ceil(width * step) + 2, height: Math.ceil(height * step) + 2 }
  const pixels = keptWindow(mask, left, top, box, 0)
  const cells = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const first = Math.floor(y0 + y * step - top)
    const last = Math.ceil(y0 + (y + 1) * step - top) - 1
    for (let x = 0; x < width; x++) {
      const from = Math.floor(x0 + x * step - left)
      const to = Math.ceil(x0 + (x + 1) * step - left) - 1
      const isKept =
        pixels[first * box.width + from] === 1 &&
        pixels[first * box.width + to] === 1 &&
        pixels[last * box.width + from] === 1 &&
        pixels[last * box.width + to] === 1
      cells[y * width + x] = isKept ? 1 : 0
    }
  }
  return cells
}
