import type { AffineMap } from '../core/affine'
import type { MaskBand } from '../core/mask/mask-bands'
import { fail, succeed, type Outcome } from '../core/outcome'
import { shapesAt, type CanvasPlan } from '../core/plan'
import type { RasterFailure } from '../core/raster-failure'
import { maxUploadBytes, minUploadSide } from '../core/service-limits'
import type { Size } from '../core/size'
import { makeCanvas } from './canvas'
import { decode } from './decode'
import { encodeWithin, type EncodedImage } from './encode-within'
import { fillTransparent } from './fill-transparent'
import { refineMask } from './refine-mask'

/** A canvas ready to be sent. */
export interface ComposedCanvas {
  readonly upload: EncodedImage
  /** What is kept, where the subject is see-through within its shape; null where the shapes alone tell it. */
  readonly refined: readonly MaskBand[] | null
}

/**
 * Lays the exported layers (PNG, in the plan's order) where they are seen on the canvas, and fills everything around them
 * with what their edges go on as: the service starts from what it sees there. At most 5 MB; smaller than planned where
 * nothing else fits.
 */
export async function composeCanvas(
  plan: CanvasPlan,
  exports: readonly Uint8Array[]
): Promise<Outcome<ComposedCanvas, RasterFailure>> {
  try {
    const { canvas, context } = makeCanvas(plan.pixelSize)
    for (const [index, layer] of plan.layers.entries()) {
      const png = exports[index]
      if (png === undefined) {
        return fail({ kind: 'unreadable-export', detail: `layer ${index} was not exported` })
      }
      const bitmap = await decode(png)
      drawPlaced(context, bitmap, layer.imagePlace)
      bitmap.close()
    }
    const kept = copyOf(canvas, plan.pixelSize)
    fillTransparent(canvas, context)
    const upload = await encodeWithin(canvas, maxUploadBytes, minUploadSide)
    if (upload === null) {
      return fail({
        kind: 'upload-cannot-fit',
        detail: `${plan.pixelSize.width} × ${plan.pixelSize.height} px`
      })
    }
    const sent = copyOf(kept.canvas, upload.pixelSize)
    const refined = refineMask(sent.context, upload.pixelSize, shapesAt(plan, upload.pixelSize))
    if (refined === null && plan.coversByBox) {
      return fail({ kind: 'nothing-empty' })
    }
    if (refined?.every(({ boundaries }) => boundaries.length === 0) === true) {
      return fail({ kind: 'nothing-to-keep' })
    }
    return succeed({ upload, refined })
  } catch (error) {
    return fail({ kind: 'unreadable-export', detail: String(error) })
  }
}

/**
 * Draws an exported image where the plan has it. An upright image whose size is as planned but for the platform's
 * rounding is laid on whole pixels, so that its own are sent as they are instead of being resampled.
 */
function drawPlaced(context: OffscreenCanvasRenderingContext2D, image: ImageBitmap, place: AffineMap): void {
  const [[a, b, x], [c, d, y]] = place
  const isAsPlanned =
    b === 0 && c === 0 && Math.abs(a - image.width) < 1.5 && Math.abs(d - image.height) < 1.5
  context.save()
  context.imageSmoothingQuality = 'high'
  if (isAsPlanned) {
    // As the mask rounds: a column is the layer's when its centre is.
    context.drawImage(image, Math.ceil(x - 0.5), Math.ceil(y - 0.5))
  } else {
    context.setTransform(a / image.width, c / image.width, b / image.height, d / image.height, x, y)
    context.drawImage(image, 0, 0)
  }
  context.restore()
}

function copyOf(source: OffscreenCanvas, size: Size): ReturnType<typeof makeCanvas> {
  const copy = makeCanvas(size)
  copy.context.imageSmoothingQuality = 'high'
  copy.context.drawImage(source, 0, 0, size.width, size.height)
  return copy
}
