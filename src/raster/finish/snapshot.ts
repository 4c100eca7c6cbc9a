import type { SentCanvas } from './compare-known-area'
import type { SnapshotImage } from './original/snapshot-image'

/** What was sent, to finish the result with. Files are blobs: they cross threads without being copied. */
export interface Snapshot {
  readonly picture: SnapshotImage
  /** Null for a four-side request. */
  readonly canvas: SentCanvas | null
}
