import { type ReadableCanvas, readableCanvas } from './readable-canvas'

/** Side of a tile, px: a whole number of the blocks that JPEG works in. */
const tileSide = 32

/** Tiles across and down a sample. */
const tiles = 12

/** A small canvas that encodes as a picture does, and how many times as much the picture is. */
export interface ImageSample extends ReadableCanvas {
  readonly times: number
}

/**
 * Takes tiles spread evenly over a picture, side by side on a canvas of 384 × 384 px: what an encoder makes of it, times
 * `times`, is about what it makes of the picture. Null where the picture is hardly larger than that, or narrower.
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
