import { compose, stretchAndMove } from '../core/affine'
import { fail, succeed, type Outcome } from '../core/outcome'
import type { SubjectLayer } from '../core/plan'
import type { RasterFailure } from '../core/raster-failure'
import type { Size } from '../core/size'
import { makeCanvas } from './canvas'
import { drawLayers } from './draw-layers'
import { encodePng } from './encode'

/** Draws a picture (`layers` in its own units, `subject` its size) as a PNG of `pixelSize`, see-through where it is. */
export async function makeThumbnail(
  { layers, subject }: { readonly layers: readonly SubjectLayer[]; readonly subject: Size },
  exports: readonly Uint8Array[],
  pixelSize: Size
): Promise<Outcome<Uint8Array, RasterFailure>> {
  try {
    const { canvas, context } = makeCanvas(pixelSize)
    const toPixels = stretchAndMove(pixelSize.width / subject.width, pixelSize.height / subject.height, 0, 0)
    const drawn = await drawLayers(
      context,
      layers.map(({ source, imagePlace }) => ({ source, imagePlace: compose(toPixels, imagePlace) })),
      exports
    )
    return drawn.ok ? succeed(await encodePng(canvas)) : drawn
  } catch (error) {
    return fail({ kind: 'unreadable-export', detail: String(error) })
  }
}
