import { encodePng } from '../canvas/encode'
import { pixelWords } from '../canvas/pixel-words'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import type { Retouch } from '../canvas/retouch'
import { rowsPerBand } from '../canvas/rows-per-band'
import { sampleTiles } from '../canvas/sample-tiles'
import { yieldToEventLoop } from '../canvas/yield-to-event-loop'
import { opaquePng } from './png-writer'

/**
 * Encodes a canvas as lossless PNG: by our own writer, which suits photographs, or by the browser's, which finds what
 * repeats itself in what is drawn and knows alpha. Of a large picture a sample tells which of the two makes less of it. Pixels are
 * retouched on the way, on the canvas itself or not.
 */
export async function encodeImage(
  source: ReadableCanvas,
  retouch: Retouch | null = null
): Promise<Uint8Array> {
  const sample = sampleTiles(source.canvas, retouch)
  if (sample === null) {
    await retouchAll(source, retouch)
    const own = await encodeOpaque(source, null)
    const browsers = await encodePng(source.canvas)
    return own !== null && own.length < browsers.length ? own : browsers
  }
  const own = await encodeOpaque(sample, null)
  const browsers = await encodePng(sample.canvas)
  const isOurs = own !== null && own.length < browsers.length
  const png = isOurs ? await encodeOpaque(source, retouch) : null
  if (png !== null) {
    return png
  }
  await retouchAll(source, retouch)
  return encodePng(source.canvas)
}

/** Null where a pixel is see-through. */
async function encodeOpaque(source: ReadableCanvas, retouch: Retouch | null): Promise<Uint8Array | null> {
  const png = opaquePng(source.canvas, rowsPerBand(source.canvas.width))
  for (const { image, top } of bandsOf(source)) {
    retouch?.(image, 0, top)
    const pixels = pixelWords(image)
    if (!isOpaque(pixels)) {
      return null
    }
    png.writeRows(pixels)
    await yieldToEventLoop()
  }
  return png.finish()
}

async function retouchAll(source: ReadableCanvas, retouch: Retouch | null): Promise<void> {
  if (retouch !== null) {
    for (const { image, top } of bandsOf(source)) {
      retouch(image, 0, top)
      source.context.putImageData(image, 0, top)
      await yieldToEventLoop()
    }
  }
}

function* bandsOf({
  canvas: { width, height },
  context
}: ReadableCanvas): Generator<{ readonly image: ImageData; readonly top: number }> {
  const rows = rowsPerBand(width)
  for (let top = 0; top < height; top += rows) {
    yield { image: context.getImageData(0, top, width, Math.min(rows, height - top)), top }
  }
}

function isOpaque(pixels: Uint32Array): boolean {
  let at = 0
  while (at < pixels.length && (pixels[at] ?? 0) >>> 24 === 255) at++
  return at === pixels.length
}
