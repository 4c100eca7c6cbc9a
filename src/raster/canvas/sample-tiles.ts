import { type ReadableCanvas, readableCanvas } from './readable-canvas'

/** Side of a tile, px: a multiple of JPEG's blocks. */
const tileSide = 32

/** Number of tiles across and down a sample. */
const tiles = 12

/** A small canvas that encodes about like an image, and the ratio of their pixels. */
export interface ImageSample extends ReadableCanvas {
  readonly times: number
}

/**
 * Puts tiles that are spread evenly over an image side by side on a canvas of 384 × 384 px. Its encoded size, multiplied by
 * `times`, is about the image's encoded size. Null if the image has less than twice as many pixels or a shorter side.
 */
export function sampleTiles(source: OffscreenCanvas): ImageSample | null {
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
    }
  }
  return { canvas, context, times }
}
