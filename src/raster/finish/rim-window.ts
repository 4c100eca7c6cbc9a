import type { Size } from '../../core/geometry/size'

/** Pixels around one piece of the rim, RGBA; `kept` is 1 inside the rim, 0 outside and 2 off the canvas. */
export interface RimWindow extends Size {
  readonly kept: Uint8Array
  readonly original: Uint8ClampedArray
  readonly service: Uint8ClampedArray
}
