import { type ReadableCanvas, readableCanvas } from './readable-canvas'
import type { Retouch } from './retouch'

/** Side of a tile, px: a multiple of JPEG's blocks. */
const tileSide = 32

/** Number of tiles across and down a sample. */
const tiles = 12

/** A small canvas that encodes about like an image, and the ratio of their pixels. */
export interface ImageSample extends ReadableCanvas {
  readonly times: number
}

/**
 * Takes tiles spread evenly over a picture, side by side on a canvas of 384 × 384 px: what an encoder makes of it, times
 * `times`, is about what it makes of the picture, once it is retouched. Null where the picture is hardly larger than that, or
 * narrower.
 */
export function sampleTiles(source: OffscreenCanvas, retouch: Retouch | null = null): ImageSample | null {
  const side = tileSide * tiles
  const times = (source.width * source.height) / (side * side)
  if (times < 2 || Math.min(source.width, source.height) < side) {
    return null
  }
  const { canvas, context } = readableCanvas({ width: side, height: side })
  for (let row = 0; row < tiles; row++) {
    for (let column = 0; column < tiles; column++) {
      const left = Math.round(((column + 0.5) / tiles) * source.width - tileSide / 2)
      const top = Math.round(((row + 0.5) / tiles) * source.height - tileSide / 2)
      context.drawImage(
        source,
        left,
        top,
        tileSide,
        tileSide,
        column * tileSide,
        row * tileSide,
        tileSide,
        tileSide
      )
      if (retouch !== null) {
        const tile = context.getImageData(column * tileSide, row * tileSide, tileSide, tileSide)
        retouch(tile, left, top)
        context.putImageData(tile, column * tileSide, row * tileSide)
      }
    }
  }
  return { canvas, context, times }
}
