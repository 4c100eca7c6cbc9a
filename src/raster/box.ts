import type { Size } from '../core/size'

/** A box of the canvas, px. */
export interface Box extends Size {
  readonly left: number
  readonly top: number
}
