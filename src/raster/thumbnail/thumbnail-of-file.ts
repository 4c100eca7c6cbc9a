import type { RasterFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { decode } from '../canvas/decode'
import { resultThumbnail } from './result-thumbnail'

/** Makes a small image, PNG, of an image file. */
export async function thumbnailOfFile(bytes: Uint8Array): Promise<Outcome<Uint8Array, RasterFailure>> {
  try {
    const bitmap = await decode(bytes)
    const thumbnail = await resultThumbnail(bitmap)
    bitmap.close()
    return thumbnail === null
      ? fail({ kind: 'unreadable-result', detail: 'no thumbnail can be drawn' })
      : succeed(thumbnail)
  } catch (error) {
    return fail({ kind: 'unreadable-result', detail: String(error) })
  }
}
