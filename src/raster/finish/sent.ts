import type { SentCanvas } from '../compare-kept'
import type { SentPicture } from './sent-picture'

/** What was sent, to finish the result with. Files are blobs: they cross threads without being copied. */
export interface Sent {
  readonly picture: SentPicture
  /** Null for a four-side request. */
  readonly canvas: SentCanvas | null
}
