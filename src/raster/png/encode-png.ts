import { encodePng } from '../canvas/encode'
import { pixelWords } from '../canvas/pixel-words'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { rowsPerBand } from '../canvas/rows-per-band'
import { sampleTiles } from '../canvas/sample-tiles'
import { yieldToEventLoop } from '../canvas/yield-to-event-loop'
import { opaquePng } from './png-writer'

/**
 * Encodes a canvas as lossless PNG: by our own writer, which suits photographs, or by the browser's, which finds repetitions
 * in drawn content and supports alpha. A sample of a large image decides which of the two makes the smaller file.
 */
export async function encodeImage(source: ReadableCanvas): Promise<Uint8Array> {
  const sample = sampleTiles(source.canvas) ?? source
  const own = await encodeOpaque(sample)
  const browsers = await encodePng(sample.canvas)
  const isOurs = own !== null && own.length < browsers.length
  if (sample === source) {
    return isOurs ? own : browsers
  }
  return (isOurs ? await encodeOpaque(source) : null) ?? encodePng(source.canvas)
}

/** Encodes with our own writer; null if a pixel is transparent. */
async function encodeOpaque(source: ReadableCanvas): Promise<Uint8Array | null> {
  const { width, height } = source.canvas
  const rowsAtOnce = rowsPerBand(width)
  const png = opaquePng(source.canvas, rowsAtOnce)
  for (let top = 0; top < height; top += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - top)
    const pixels = pixelWords(source.context.getImageData(0, top, width, rows))
    if (!isOpaque(pixels)) {
      return null
    }
    png.writeRows(pixels)
    await yieldToEventLoop()
  }
  return png.finish()
}

function isOpaque(pixels: Uint32Array): boolean {
  let at = 0
  while (at < pixels.length && (pixels[at] ?? 0) >>> 24 === 255) at++
  return at === pixels.length
}
