import type { RasterFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import type { SubjectLayer } from '../../core/plan/plan'
import { decode } from './decode'
import { drawPlaced } from './draw-placed'

/** Draws the exported layers (PNG, in the layers' order, bottom first) in their places. */
export async function drawLayers(
  context: OffscreenCanvasRenderingContext2D,
  layers: readonly SubjectLayer[],
  exports: readonly Blob[]
): Promise<Outcome<null, RasterFailure>> {
  for (const [index, { imagePlace }] of layers.entries()) {
    const png = exports[index]
    if (png === undefined) {
      return fail({ kind: 'unreadable-export', detail: `layer ${index} was not exported` })
    }
    const bitmap = await decode(png)
    drawPlaced(context, bitmap, imagePlace)
    bitmap.close()
  }
  return succeed(null)
}
