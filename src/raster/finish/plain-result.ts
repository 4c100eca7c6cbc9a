import type { RasterFailure } from '../../core/failures'
import { exceedsAnyResult, maxFillSide } from '../../core/limits'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { readImageHeader } from '../../core/png/image-header'
import { decode } from '../canvas/decode'
import { readableCanvas } from '../canvas/readable-canvas'
import { encodeImage } from '../png/encode-png'
import { resultThumbnail } from '../thumbnail/result-thumbnail'

/** A picture that a fill can hold. */
export interface PlainResult {
  readonly bytes: Uint8Array
  /** A small picture of it, PNG; null where none could be made. */
  readonly thumbnail: Uint8Array | null
}

/**
 * Makes the service's picture one that a fill can hold. Bytes that are a PNG or JPEG of at most 4096 px a side are
 * passed on untouched, once the browser has really read them; a larger picture is made smaller, another format is
 * turned into PNG.
 */
export async function plainResult(bytes: Uint8Array): Promise<Outcome<PlainResult, RasterFailure>> {
  const header = readImageHeader(bytes)
  if (header === null) {
    return fail({ kind: 'unreadable-result', detail: `${bytes.length} bytes that are no image` })
  }
  if (exceedsAnyResult(header)) {
    return fail({
      kind: 'unreadable-result',
      detail: `${header.width} × ${header.height} px is more than can be read`
    })
  }
  try {
    const bitmap = await decode(bytes)
    const thumbnail = await resultThumbnail(bitmap)
    const factor = Math.min(1, maxFillSide / Math.max(bitmap.width, bitmap.height))
    if (factor === 1 && (header.format === 'png' || header.format === 'jpeg')) {
      bitmap.close()
      return succeed({ bytes, thumbnail })
    }
    const drawn = readableCanvas({
      width: Math.max(1, Math.round(bitmap.width * factor)),
      height: Math.max(1, Math.round(bitmap.height * factor))
    })
    drawn.context.drawImage(bitmap, 0, 0, drawn.canvas.width, drawn.canvas.height)
    bitmap.close()
    return succeed({ bytes: await encodeImage(drawn), thumbnail })
  } catch (error) {
    return fail({ kind: 'unreadable-result', detail: String(error) })
  }
}
