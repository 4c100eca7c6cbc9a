import type { Size } from '../../core/geometry/size'

/** A box of the canvas, px. */
export interface Box extends Size {
  readonly left: number
  readonly top: number
}
