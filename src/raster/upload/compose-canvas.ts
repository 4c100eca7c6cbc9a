import type { RasterFailure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import { maxUploadBytes, minUploadSide } from '../../core/limits'
import type { MaskBand } from '../../core/mask/mask-bands'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { type CanvasPlan, shapesAt } from '../../core/plan/plan'
import { makeCanvas } from '../canvas/canvas'
import { drawLayers } from '../canvas/draw-layers'
import { fillTransparent } from '../canvas/fill-transparent'
import { type EncodedImage, encodeUnderLimit } from './encode-under-limit'
import { refineMask } from './refine-mask'

/** A canvas that is ready to be sent. */
export interface ComposedCanvas {
  readonly upload: EncodedImage
  /** The known area of a subject that is transparent within its shape; null if the shapes alone describe it. */
  readonly refined: readonly MaskBand[] | null
}

/**
 * Draws the exported layers (PNG, in the plan's order) on the canvas and fills everything around them with a blur of their
 * edges, from which the service starts. The upload has at most 5 MB and is smaller than planned if nothing else fits.
 */
export async function composeCanvas(
  plan: CanvasPlan,
  exports: readonly Blob[]
): Promise<Outcome<ComposedCanvas, RasterFailure>> {
  try {
    const subject = await drawSubject(plan, exports)
    if (!subject.ok) {
      return subject
    }
    const refined = refineMask(subject.value, shapesAt(plan, plan.pixelSize))
    if (refined === null && plan.coversByBox) {
      return fail({ kind: 'nothing-empty' })
    }
    if (refined?.every(({ boundaries }) => boundaries.length === 0) === true) {
      return fail({ kind: 'nothing-to-keep' })
    }
    fillTransparent(subject.value)
    const upload = await encodeUnderLimit(subject.value, maxUploadBytes, minUploadSide)
    if (upload === null) {
      return fail({
        kind: 'upload-cannot-fit',
        detail: `${plan.pixelSize.width} × ${plan.pixelSize.height} px`
      })
    }
    return isSameSize(upload.pixelSize, plan.pixelSize)
      ? succeed({ upload, refined })
      : await refineAgain(plan, exports, upload)
  } catch (error) {
    return fail({ kind: 'unreadable-export', detail: String(error) })
  }
}

/** Refines the mask of an upload that was made smaller. Draws the layers again, so that no copy is held meanwhile. */
async function refineAgain(
  plan: CanvasPlan,
  exports: readonly Blob[],
  upload: EncodedImage
): Promise<Outcome<ComposedCanvas, RasterFailure>> {
  const subject = await drawSubject(plan, exports)
  if (!subject.ok) {
    return subject
  }
  const { pixelSize } = upload
  const copy = copyOf(subject.value.canvas, pixelSize)
  return succeed({ upload, refined: refineMask(copy, shapesAt(plan, pixelSize)) })
}

/** Draws the layers on a transparent canvas of the planned size. */
async function drawSubject(
  plan: CanvasPlan,
  exports: readonly Blob[]
): Promise<Outcome<ReturnType<typeof makeCanvas>, RasterFailure>> {
  const made = makeCanvas(plan.pixelSize, { willReadFrequently: true })
  clipTo(made.context, plan)
  const drawn = await drawLayers(made.context, plan.layers, exports)
  made.context.restore()
  return drawn.ok ? succeed(made) : drawn
}

function isSameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height
}

/** Clips the drawing to an upright subject's box; layers are not visible outside it. */
function clipTo(context: OffscreenCanvasRenderingContext2D, { clip }: CanvasPlan): void {
  context.save()
  if (clip?.radii.every((radius) => radius === 0) === true) {
    const [[a, b, x], [c, d, y]] = clip.place
    if (b === 0 && c === 0) {
      context.beginPath()
      context.rect(x, y, a * clip.width, d * clip.height)
      context.clip()
    }
  }
}

function copyOf(source: OffscreenCanvas, size: Size): ReturnType<typeof makeCanvas> {
  const copy = makeCanvas(size, { willReadFrequently: true })
  copy.context.imageSmoothingQuality = 'high'
  copy.context.drawImage(source, 0, 0, size.width, size.height)
  return copy
}
