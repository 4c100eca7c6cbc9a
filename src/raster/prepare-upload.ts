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

/**
 * Makes the platform's export ready to be sent: 64 to 4096 px a side, opaque, at most 5 MB. An export that is all of
 * that already is passed on untouched.
 */
export async function prepareUpload(png: Uint8Array): Promise<Outcome<EncodedImage, RasterFailure>> {
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

    const opaque = isOpaque(context, pixelSize)
    const asExported = pixelSize.width === header.width && pixelSize.height === header.height
    if (opaque && asExported && header.format === 'png' && png.length <= maxUploadBytes) {
      return succeed({ bytes: png, mime: 'image/png', pixelSize })
    }
    if (!opaque) {
      fillTransparent(canvas, context)
    }
    const encoded = await encodeWithin(canvas, maxUploadBytes, minUploadSide)
    return encoded === null
      ? fail({ kind: 'upload-cannot-fit', detail: describe(pixelSize) })
      : succeed(encoded)
  } catch (error) {
    return fail({ kind: 'unreadable-export', detail: String(error) })
  }
}

/** The size nearest to the export's own that the service takes. */
function fitWithin({ width, height }: Size): Size {
  const smaller = Math.min(1, maxUploadSide / Math.max(width, height))
  const larger = Math.max(smaller, minUploadSide / Math.min(width, height))
  return {
    width: Math.min(maxUploadSide, Math.max(minUploadSide, Math.round(width * larger))),
    height: Math.min(maxUploadSide, Math.max(minUploadSide, Math.round(height * larger)))
  }
}

function describe({ width, height }: Size): string {
  return `${width} × ${height} px`
}
