import type { RasterFailure } from '../../core/failures'
import type { KnownAreaDifference } from '../../core/mask/known-area-verdict'
import { type Outcome, succeed } from '../../core/outcome'
import { blobOf } from '../canvas/blob-of'
import { finishExpansion } from './finish-expansion'
import type { FinishedImage, FinishOptions } from './finished-image'
import { plainResult } from './plain-result'
import type { PreparedSnapshot } from './prepare-snapshot'
import type { Snapshot } from './snapshot'

/** An image that a fill can hold, and what was found out about it. */
export interface ReceivedImage {
  readonly image: Blob
  /** The same, for whoever takes it at once: a blob is slow to read. */
  readonly bytes: Uint8Array
  /** A small picture of it, PNG; null where none could be made. */
  readonly thumbnail: Uint8Array | null
  readonly seam: FinishedImage['seam']
  /** The service returned what it was sent. */
  readonly isUnchanged: boolean
  readonly kept: KnownAreaDifference | null
}

/**
 * Makes of the service's picture an image that a fill can hold: one with the original where that can be done, the picture as
 * it came otherwise, since it is paid for. `sent` is null where that is not known; `held` is what was prepared of it.
 */
export async function finishReceived(
  result: Uint8Array,
  sent: Snapshot | null,
  options: FinishOptions,
  held: Promise<PreparedSnapshot | null> | null = null
): Promise<Outcome<ReceivedImage, RasterFailure>> {
  const finished = sent === null ? null : await finishExpansion(result, sent, options, held)
  if (finished?.ok === true) {
    const { bytes, thumbnail, seam, verdict, kept } = finished.value
    return succeed({
      image: blobOf(bytes),
      bytes,
      thumbnail,
      seam,
      isUnchanged: verdict === 'unchanged',
      kept
    })
  }
  const plain = await plainResult(result)
  if (!plain.ok) {
    return plain
  }
  const { bytes, thumbnail } = plain.value
  return succeed({ image: blobOf(bytes), bytes, thumbnail, seam: null, isUnchanged: false, kept: null })
}
