/** Three channels of sRGB, 0 to 255, fractions and negative differences allowed. */
export type Tone = readonly [red: number, green: number, blue: number]

/** Luma, blueness and redness, in levels (see `toLumaChroma`). */
export type LumaChroma = readonly [luma: number, blue: number, red: number]

/** Measurements at one piece of the seam. */
export interface BoundarySample {
  /** The piece's centroid, canvas px. */
  readonly x: number
  readonly y: number
  /** The length of the seam that the piece stands for, px. */
  readonly length: number
  /**
   * On the known side of the seam: the original minus the result at the same pixels (interquartile mean), the spread of
   * these differences and the number of pixels.
   */
  readonly drift: Tone
  readonly driftSpread: number
  readonly driftPixels: number
  /**
   * In the result: known minus new side at the seam, without the image's own slope, as luma and chroma (see
   * `toLumaChroma`), and its standard error. Null if too few lines cross the seam.
   */
  readonly jump: { readonly tone: LumaChroma; readonly noise: LumaChroma } | null
  /** Mean colours of the two rings that meet at the seam: of the original inside, of the result outside. */
  readonly inner: Tone
  readonly outer: Tone
}
