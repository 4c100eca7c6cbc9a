import { readImageHeader } from '../core/image-header'
import { fail, succeed, type Outcome } from '../core/outcome'
import type { RasterFailure } from '../core/raster-failure'
import { maxUploadBytes, maxUploadSide, minUploadSide } from '../core/service-limits'
import type { Size } from '../core/size'
import { makeCanvas } from './canvas'
import { decode } from './decode'
import { encodeWithin, type EncodedImage } from './encode-within'
import { fillTransparent } from './fill-transparent'
import { isOpaque } from './is-opaque'

/** A subject that fills its box, ready to be sent; or one that does not, which only a canvas request can take. */
export type PreparedSubject =
  { readonly kind: 'opaque'; readonly upload: EncodedImage } | { readonly kind: 'see-through' }

/** The edge of a layer of fractional size is drawn half seen: that does not make the layer see-through. */
const rim = 1

/**
 * Makes the platform's export of a subject ready to be sent: 64 to 4096 px a side, at most 5 MB. An export that is all of
 * that already is passed on untouched.
 */
export async function prepareUpload(png: Uint8Array): Promise<Outcome<PreparedSubject, RasterFailure>> {
  const header = readImageHeader(png)
  if (header === null) {
    return fail({ kind: 'unreadable-export', detail: `${png.length} bytes that are no image` })
  }
  try {
    const bitmap = await decode(png)
    const pixelSize = fitWithin(bitmap)
    const { canvas, context } = makeCanvas(pixelSize)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, pixelSize.width, pixelSize.height)
    bitmap.close()
    if (!isOpaque(context, pixelSize, rim)) {
      return succeed({ kind: 'see-through' })
    }
    const asExported = pixelSize.width === header.width && pixelSize.height === header.height
    const isWhole = isOpaque(context, pixelSize)
    if (isWhole && asExported && header.format === 'png' && png.length <= maxUploadBytes) {
      return succeed({ kind: 'opaque', upload: { bytes: png, mime: 'image/png', pixelSize } })
    }
    if (!isWhole) {
      fillTransparent(canvas, context)
    }
    const upload = await encodeWithin(canvas, maxUploadBytes, minUploadSide)
    return upload === null
      ? fail({ kind: 'upload-cannot-fit', detail: `${pixelSize.width} × ${pixelSize.height} px` })
      : succeed({ kind: 'opaque', upload })
  } catch (error) {
    return fail({ kind: 'unreadable-export', detail: String(error) })
  }
}

/** The size nearest to the export's own that the service takes. */
function fitWithin({ width, height }: Size): Size {
  const smaller = Math.min(1, maxUploadSide / Math.max(width, height))
  const factor = Math.max(smaller, minUploadSide / Math.min(width, height))
  const within = (length: number): number =>
    Math.min(maxUploadSide, Math.max(minUploadSide, Math.round(length * factor)))
  return { width: within(width), height: within(height) }
}
