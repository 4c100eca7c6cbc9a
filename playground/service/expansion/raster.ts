/** Pixels, row by row, three bytes (red, green, blue) each. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** One byte a pixel: 1 where the raster's pixel is known, 0 where it is to be made. */
export type Known = Uint8Array

/** Whole-number random numbers in [0, below). */
export type Draw = (below: number) => number
