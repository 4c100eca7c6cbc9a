/** Pixels of a band: 1 MB, which stays in the processor's cache. */
const pixelsAtOnce = 262_144

/** Computes the number of rows of `width` px that are processed at a time. */
export function rowsPerBand(width: number): number {
  return Math.max(1, Math.floor(pixelsAtOnce / width))
}
