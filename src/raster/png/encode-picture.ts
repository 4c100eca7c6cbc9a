import { boxReader, wordsOf } from '../box-reader'
import { encodePng } from '../encode'
import type { ReadableCanvas } from '../readable-canvas'
import { rest } from '../rest'
import { rowsNearProcessor } from '../rows-near-processor'
import { opaquePng } from './opaque-png'

/** Encodes a canvas as lossless PNG: an opaque one by our own writer, a see-through one by the browser's. */
export async function encodePicture(source: ReadableCanvas): Promise<Uint8Array> {
  const { width, height } = source.canvas
  const rowsAtOnce = rowsNearProcessor(width)
  const read = await boxReader(source, rowsAtOnce * width)
  const png = opaquePng(source.canvas, rowsAtOnce)
  for (let top = 0; top < height; top += rowsAtOnce) {
    const pixels = wordsOf(await read({ left: 0, top, width, height: Math.min(rowsAtOnce, height - top) }))
    if (!isOpaque(pixels)) {
      return encodePng(source.canvas)
    }
    png.writeRows(pixels)
    await rest()
  }
  return png.finish()
}

function isOpaque(pixels: Uint32Array): boolean {
  let at = 0
  while (at < pixels.length && (pixels[at] ?? 0) >>> 24 === 255) at++
  return at === pixels.length
}
