import { apply, compose, stretchAndMove } from '../../../core/geometry/affine'
import type { Size } from '../../../core/geometry/size'
import type { Box } from '../../canvas/box'
import { decode } from '../../canvas/decode'
import { drawPlaced } from '../../canvas/draw-placed'
import { type ReadableCanvas, readableCanvas } from '../../canvas/readable-canvas'
import type { SnapshotImage } from './snapshot-image'

/** The subject as it was sent, on the part of the canvas that its layers reach. */
export interface OriginalImage extends ReadableCanvas {
  /** Size of the whole canvas, px. */
  readonly canvasSize: Size
  /** The canvas's column and row at which the part begins, px. */
  readonly left: number
  readonly top: number
}

/** The part begins at a multiple of this, px, so that repeated halving gives the same pixels as for the whole canvas. */
const alignment = 64

/** How much further than planned a layer reaches after rounding to whole pixels, px. */
const rounding = 2

/** Decodes the exported layers and draws them in their places. Rejects if one cannot be read. */
export async function drawOriginal({ canvasSize, layers }: SnapshotImage): Promise<OriginalImage> {
  const bitmaps = await Promise.all(layers.map(({ image }) => decode(image)))
  const { left, top, ...size } = reachOf(layers, canvasSize)
  const made = readableCanvas(size)
  const toPart = stretchAndMove(1, 1, -left, -top)
  for (const [index, { imagePlace }] of layers.entries()) {
    const bitmap = bitmaps[index]
    if (bitmap !== undefined) {
      drawPlaced(made.context, bitmap, compose(toPart, imagePlace))
      bitmap.close()
    }
  }
  return { ...made, canvasSize, left, top }
}

/** Reads the pixels of a box of the canvas, RGBA; transparent where no layer was drawn. */
export function readOriginal(
  { context, left, top }: OriginalImage,
  box: Box
): Uint8ClampedArray<ArrayBuffer> {
  return context.getImageData(box.left - left, box.top - top, box.width, box.height).data
}

/** Computes the part of the canvas that the layers reach, extended to whole multiples of the alignment, px. */
function reachOf(layers: SnapshotImage['layers'], canvas: Size): Box {
  const corners = layers.flatMap(({ imagePlace }) => [
    apply(imagePlace, 0, 0),
    apply(imagePlace, 1, 0),
    apply(imagePlace, 0, 1),
    apply(imagePlace, 1, 1)
  ])
  const across = reachAlong(
    corners.map(({ x }) => x),
    canvas.width
  )
  const down = reachAlong(
    corners.map(({ y }) => y),
    canvas.height
  )
  return { left: across.from, top: down.from, width: across.length, height: down.length }
}

function reachAlong(
  places: readonly number[],
  end: number
): { readonly from: number; readonly length: number } {
  const aligned = (place: number): number => Math.floor(place / alignment) * alignment
  const from = Math.max(0, aligned(Math.min(end - 1, Math.min(...places) - rounding)))
  const to = Math.min(end, aligned(Math.max(...places) + rounding) + alignment)
  return { from, length: Math.max(1, to - from) }
}
