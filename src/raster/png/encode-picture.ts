import { boxReader } from '../finish/box-reader'
import type { ReadableCanvas } from '../finish/readable-canvas'
import { encodePng } from '../encode'
import { opaquePng } from './opaque-png'

/** Pixels that are read and written in one go: 1 MB, which stays near the processor. */
const pixelsAtOnce = 262_144

/** Encodes a canvas as lossless PNG: an opaque one by our own writer, a see-through one by the browser's. */
export async function encodePicture(source: ReadableCanvas): Promise<Uint8Array> {
  const { width, height } = source.canvas
  const rowsAtOnce = Math.max(1, Math.floor(pixelsAtOnce / width))
  const read = await boxReader(source, rowsAtOnce * width)
  const png = opaquePng(source.canvas, rowsAtOnce)
  for (let top = 0; top < height; top += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - top)
    const { data } = await read({ left: 0, top, width, height: rows })
    const pixels = new Uint32Array(data.buffer, data.byteOffset, width * rows)
    if (!isOpaque(pixels)) {
      return encodePng(source.canvas)
    }
    png.writeRows(pixels)
  }
  return png.finish()
}

function isOpaque(pixels: Uint32Array): boolean {
  let at = 0
  while (at < pixels.length && (pixels[at] ?? 0) >>> 24 === 255) at++
  return at === pixels.length
}
