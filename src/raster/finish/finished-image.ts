import type { Size } from '../../core/geometry/size'
import type { KnownAreaDifference } from '../../core/mask/known-area-verdict'
import type { Registration } from './register/registration'
import type { SeamScores } from './seam/score-seam'

/** Where the canvas lies in the service's picture. */
export interface FoundRegistration {
  readonly map: Registration
  /** 0: nothing to go by, the place is the expected one. Towards 1: what was sent was found again. */
  readonly confidence: number
  /** Pixels correspond one to one: nothing was resampled. */
  readonly isPixelExact: boolean
  /** The widest strip at an edge of the canvas that the service's picture does not reach, canvas px. */
  readonly gap: number
}

/** A result as it can be placed, and what was found out about it. Plain data. */
export interface FinishedImage {
  readonly bytes: Uint8Array
  readonly mime: 'image/png' | 'image/jpeg'
  readonly pixelSize: Size
  /** A small picture of it, PNG; null where none could be made. */
  readonly thumbnail: Uint8Array | null
  /**
   * `untouched`: the service's own bytes. `finished`: made anew. `unchanged`: the service returned what it was sent, so
   * there is nothing to place; the bytes are the service's own as a fill can hold them.
   */
  readonly verdict: 'untouched' | 'finished' | 'unchanged'
  readonly place: FoundRegistration
  /** Null where there is no rim: nothing kept, or nothing generated. */
  readonly seam: SeamScores | null
  /** How far it is from the canvas that was sent; null where none was, or it cannot be compared. */
  readonly kept: KnownAreaDifference | null
}

export interface FinishOptions {
  /** Bring the tones of what was generated to those of the original along the rim. */
  readonly matchSeam: boolean
  /** The image is all that will be seen: it must carry the original's own pixels. */
  readonly keepPixels: boolean
}
