import type { Box } from '../../../src/raster/canvas/box'
import { boxReader, wordsOf } from '../../../src/raster/canvas/box-reader'
import { encodeImage } from '../../../src/raster/png/encode-png'
import { readableCanvas, type ReadableCanvas } from '../../../src/raster/canvas/readable-canvas'

const size = { width: 96, height: 64 }

/** Every alpha there is, with ever other levels: see-through on the left, opaque on the right. */
function drawn(): ReadableCanvas {
  const made = readableCanvas(size)
  const image = made.context.createImageData(size.width, size.height)
  for (let at = 0; at < image.data.length; at += 4) {
    const x = (at / 4) % size.width
    image.data.set([(at * 7) % 256, (at * 3) % 251, at % 256, x < 64 ? (at / 4) % 256 : 255], at)
  }
  made.context.putImageData(image, 0, 0)
  return made
}

const boxes = {
  /**
   * How many of a box's pixels are not as `getImageData` has them: with another alpha, or, where they are opaque, with other
   * levels.
   */
  async otherPixels(box: Box): Promise<number> {
    const canvas = drawn()
    const read = await boxReader(canvas, size.width * size.height)
    const own = wordsOf(await read(box))
    const { left, top, width, height } = box
    const theirs = wordsOf(canvas.context.getImageData(left, top, width, height))
    return theirs.filter((word, at) => {
      const other = own[at] ?? 0
      return word >>> 24 !== other >>> 24 || (word >>> 24 === 255 && word !== other)
    }).length
  },

  /** A see-through canvas as PNG, and whether an opaque one comes out of it. */
  async alphaOfPng(): Promise<readonly number[]> {
    const canvas = drawn()
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(await encodeImage(canvas))]))
    const back = readableCanvas(size)
    back.context.drawImage(bitmap, 0, 0)
    const { data } = back.context.getImageData(0, 0, size.width, 1)
    return Array.from(data).filter((_, at) => at % 4 === 3)
  }
}

declare global {
  interface Window {
    boxes: typeof boxes
  }
}

window.boxes = boxes
