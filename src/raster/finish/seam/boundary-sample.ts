import type { Size } from '../../../core/geometry/size'

/** Pixels around one piece of the rim, RGBA; `kept` is 1 inside the rim, 0 outside and 2 off the canvas. */
export interface BoundaryWindow extends Size {
  readonly kept: Uint8Array
  readonly original: Uint8ClampedArray
  readonly service: Uint8ClampedArray
}

/** Three channels of sRGB, 0 to 255, fractions and negative differences allowed. */
export type Tone = readonly [red: number, green: number, blue: number]

/** Luma, blueness and redness, in levels (see `toLumaChroma`). */
export type LumaChroma = readonly [luma: number, blue: number, red: number]

/** What was measured at one piece of the rim. */
export interface BoundarySample {
  /** The middle of the piece, canvas px. */
  readonly x: number
  readonly y: number
  /** How much of the rim it stands for, px. */
  readonly length: number
  /**
   * Just inside the rim: the original minus the service's version of the same pixels; the spread of these differences, and
   * how many pixels they are of.
   */
  readonly drift: Tone
  readonly driftSpread: number
  readonly driftPixels: number
  /**
   * In the service's picture: inside minus outside at the rim, apart from what the picture's own slope explains, as luma
   * and chroma (see `toLumaChroma`); and the standard error to be expected of it. Null where there is too little to tell.
   */
  readonly jump: { readonly tone: LumaChroma; readonly noise: LumaChroma } | null
  /** Mean colours of the two rings that meet at the rim, of the original inside and of the service's picture outside. */
  readonly inner: Tone
  readonly outer: Tone
}
