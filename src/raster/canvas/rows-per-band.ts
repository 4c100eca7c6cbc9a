/** Pixels that are read, worked on and written in one go: 1 MB, which stays near the processor. */
const pixelsAtOnce = 262_144

/** Computes how many rows of so many pixels are worked on in one go. */
export function rowsPerBand(width: number): number {
  return Math.max(1, Math.floor(pixelsAtOnce / width))
}
