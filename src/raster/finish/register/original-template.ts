import type { Size } from '../../../core/geometry/size'
import { knownBox, knownCells, type KnownMask, knownWindow } from '../original/known-mask'
import { type OriginalImage, readOriginal } from '../original/original-image'
import { resizedOriginal } from '../original/resized-original'
import { type CanvasTemplate, canvasTemplate } from './canvas-template'
import { greyImage } from './grey-image'
import { reducedSize } from './locate-canvas'

/** Makes the template from the original's pixels and the known area. */
export function originalTemplate(original: OriginalImage, mask: KnownMask): CanvasTemplate {
  const size: Size = { width: mask.width, height: mask.height }
  const small = reducedSize(size)
  const { context } = resizedOriginal(original, small)
  const reduced = greyImage(context.getImageData(0, 0, small.width, small.height).data, small)
  return canvasTemplate({
    size,
    reduced,
    knownReduced: knownCells(mask, reduced),
    full: {
      ...size,
      read: (left, top, box) => greyImage(readOriginal(original, { left, top, ...box }), box)
    },
    knownAt: (x0, y0, step, cells) => knownAt(mask, x0, y0, step, cells),
    subject: knownBox(mask)
  })
}

/** Returns the cells of a patch (1) whose four corner pixels are all known. */
function knownAt(mask: KnownMask, x0: number, y0: number, step: number, { width, height }: Size): Uint8Array {
  const left = Math.floor(x0)
  const top = Math.floor(y0)
  const box = { width: Math.ceil(width * step) + 2, height: Math.ceil(height * step) + 2 }
  const pixels = knownWindow(mask, left, top, box, 0)
  const cells = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const first = Math.floor(y0 + y * step - top)
    const last = Math.ceil(y0 + (y + 1) * step - top) - 1
    for (let x = 0; x < width; x++) {
      const from = Math.floor(x0 + x * step - left)
      const to = Math.ceil(x0 + (x + 1) * step - left) - 1
      const isKnown =
        pixels[first * box.width + from] === 1 &&
        pixels[first * box.width + to] === 1 &&
        pixels[last * box.width + from] === 1 &&
        pixels[last * box.width + to] === 1
      cells[y * width + x] = isKnown ? 1 : 0
    }
  }
  return cells
}
