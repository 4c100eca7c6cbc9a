import type { RasterFailure } from '../../core/failures'
import { type AffineMap, compose, stretchAndMove } from '../../core/geometry/affine'
import type { Size } from '../../core/geometry/size'
import { fail, type Outcome, succeed } from '../../core/outcome'
import type { DrawablePaint } from '../../core/plan/drawable-paint'
import { makeCanvas } from '../canvas/canvas'
import { decode } from '../canvas/decode'
import { drawPlaced } from '../canvas/draw-placed'
import { encodePng } from '../canvas/encode'
import { drawPaints } from './draw-paints'

/** One layer of the subject: its export, or paints over the whole thumbnail. */
export type ThumbnailLayer =
  | { readonly kind: 'export'; readonly png: Uint8Array; readonly imagePlace: AffineMap }
  | { readonly kind: 'paints'; readonly paints: readonly DrawablePaint[] }

/** Draws a thumbnail of the subject (`subject` in document units, layers bottom first) as a PNG of `pixelSize`, px. */
export async function makeThumbnail(
  layers: readonly ThumbnailLayer[],
  subject: Size,
  pixelSize: Size
): Promise<Outcome<Uint8Array, RasterFailure>> {
  try {
    const { canvas, context } = makeCanvas(pixelSize)
    const across = pixelSize.width / subject.width
    const toPixels = stretchAndMove(across, pixelSize.height / subject.height, 0, 0)
    for (const layer of layers) {
      if (layer.kind === 'paints') {
        await drawPaints(context, layer.paints, pixelSize, across)
      } else {
        const bitmap = await decode(layer.png)
        drawPlaced(context, bitmap, compose(toPixels, layer.imagePlace))
        bitmap.close()
      }
    }
    return succeed(await encodePng(canvas))
  } catch (error) {
    return fail({ kind: 'unreadable-export', detail: String(error) })
  }
}
