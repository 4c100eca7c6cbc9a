import type { RasterFailure } from '../../core/failures'
import { compose, stretchAndMove } from '../../core/geometry/affine'
import type { Size } from '../../core/geometry/size'
import { maxUploadBytes, maxUploadSide, minUploadSide } from '../../core/limits'
import { fail, type Outcome, succeed } from '../../core/outcome'
import type { SidesPlan } from '../../core/plan/plan'
import { hasAlphaChannel } from '../../core/png/alpha-channel'
import { readImageHeader } from '../../core/png/image-header'
import { makeCanvas } from '../canvas/canvas'
import { drawLayers } from '../canvas/draw-layers'
import { isAsPlanned } from '../canvas/draw-placed'
import { fillTransparent } from '../canvas/fill-transparent'
import { pixelWords } from '../canvas/pixel-words'
import { readHeader } from '../canvas/read-header'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { type EncodedImage, encodeUnderLimit } from './encode-under-limit'

/** Rows read at a time: keeps the copy of the pixels small for any canvas. */
const rowsAtOnce = 128

/** How much of an image is opaque: all of it, all but some of its outermost pixels, or less. */
type Opacity = 'whole' | 'but-for-edge' | 'see-through'

/** A subject that fills its box, ready to be sent; or one that does not and needs a canvas request. */
export type PreparedSubject =
  { readonly kind: 'opaque'; readonly upload: EncodedImage } | { readonly kind: 'see-through' }

/** Width of the edge that may be half transparent in an opaque layer of fractional size, px. */
const edge = 1

/**
 * Prepares the subject from the platform's exports (PNG, in the plan's order): 64 to 4096 px a side, at most 5 MB. A single
 * export that meets the limits is passed on unchanged.
 */
export async function prepareUpload(
  { layers, subject, scale }: SidesPlan,
  exports: readonly Blob[]
): Promise<Outcome<PreparedSubject, RasterFailure>> {
  try {
    const [png] = exports
    const head = png === undefined ? null : await readHeader(png)
    const header = head === null ? null : readImageHeader(head)
    if (png === undefined || head === null || header === null) {
      return fail({ kind: 'unreadable-export', detail: `${png?.size ?? 0} bytes that are no image` })
    }
    const [layer] = layers
    const planned = { width: subject.width * scale, height: subject.height * scale }
    const toPixels = (size: Size): ReturnType<typeof stretchAndMove> =>
      stretchAndMove(size.width / subject.width, size.height / subject.height, 0, 0)
    const isExport =
      layers.length === 1 &&
      layer !== undefined &&
      isAsPlanned(header, compose(toPixels(planned), layer.imagePlace))
    const pixelSize = fitWithin(isExport ? header : planned)
    const asExported = isExport && pixelSize.width === header.width && pixelSize.height === header.height
    const passes = asExported && header.format === 'png' && png.size <= maxUploadBytes
    const untouched = async (): Promise<PreparedSubject> => {
      const bytes = new Uint8Array(await png.arrayBuffer())
      return { kind: 'opaque', upload: { bytes, mime: 'image/png', pixelSize } }
    }
    if (passes && !hasAlphaChannel(head)) {
      return succeed(await untouched())
    }
    const { canvas, context } = makeCanvas(pixelSize, { willReadFrequently: true })
    const placed = layers.map(({ source, imagePlace }) => ({
      source,
      imagePlace: compose(toPixels(pixelSize), imagePlace)
    }))
    const drawn = await drawLayers(context, placed, exports)
    if (!drawn.ok) {
      return drawn
    }
    const opacity = opacityOf({ canvas, context }, edge)
    if (opacity === 'see-through') {
      return succeed({ kind: 'see-through' })
    }
    if (opacity === 'whole' && passes) {
      return succeed(await untouched())
    }
    if (opacity === 'but-for-edge') {
      fillTransparent({ canvas, context })
    }
    const upload = await encodeUnderLimit({ canvas, context }, maxUploadBytes, minUploadSide)
    return upload === null
      ? fail({ kind: 'upload-cannot-fit', detail: `${pixelSize.width} × ${pixelSize.height} px` })
      : succeed({ kind: 'opaque', upload })
  } catch (error) {
    return fail({ kind: 'unreadable-export', detail: String(error) })
  }
}

/** Computes the nearest size that the service accepts, px. */
function fitWithin({ width, height }: Size): Size {
  const smaller = Math.min(1, maxUploadSide / Math.max(width, height))
  const factor = Math.max(smaller, minUploadSide / Math.min(width, height))
  const within = (length: number): number =>
    Math.min(maxUploadSide, Math.max(minUploadSide, Math.round(length * factor)))
  return { width: within(width), height: within(height) }
}

/** Tells how much of a canvas is opaque; its edge is `edge` px wide on all sides. Reads each pixel once. */
function opacityOf(image: ReadableCanvas, edge: number): Opacity {
  const { width, height } = image.canvas
  let opacity: Opacity = 'whole'
  for (let top = 0; top < height; top += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - top)
    const words = pixelWords(image.context.getImageData(0, top, width, rows))
    for (let at = 0; at < words.length; at++) {
      if ((words[at] ?? 0) < 0xff000000) {
        const x = at % width
        const y = top + Math.floor(at / width)
        if (Math.min(x, y, width - 1 - x, height - 1 - y) >= edge) {
          return 'see-through'
        }
        opacity = 'but-for-edge'
      }
    }
  }
  return opacity
}
