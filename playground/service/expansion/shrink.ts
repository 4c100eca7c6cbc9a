import type { Known, Raster } from './raster'

/** A raster and what is known of it. */
export interface PartialRaster {
  readonly raster: Raster
  readonly known: Known
}

/**
 * Shrinks by area averaging over the known pixels alone. A pixel of the result is known where all that it covers is;
 * elsewhere it holds the average of what is known there, or black.
 */
export function shrink({ raster, known }: PartialRaster, width: number, height: number): PartialRaster {
  const column = new Int32Array(raster.width)
  for (let x = 0; x < raster.width; x += 1) column[x] = Math.floor((x * width) / raster.width)
  const sums = new Float32Array(width * height * 3)
  const counts = new Int32Array(width * height)
  const holes = new Uint8Array(width * height)
  const { data } = raster
  for (let y = 0, from = 0; y < raster.height; y += 1) {
    const row = Math.floor((y * height) / raster.height) * width
    for (let x = 0; x < raster.width; x += 1, from += 1) {
      const to = row + (column[x] ?? 0)
      if (known[from] === 0) {
        holes[to] = 1
        continue
      }
      counts[to] = (counts[to] ?? 0) + 1
      sums[to * 3] = (sums[to * 3] ?? 0) + (data[from * 3] ?? 0)
      sums[to * 3 + 1] = (sums[to * 3 + 1] ?? 0) + (data[from * 3 + 1] ?? 0)
      sums[to * 3 + 2] = (sums[to * 3 + 2] ?? 0) + (data[from * 3 + 2] ?? 0)
    }
  }
  const small = new Uint8Array(width * height * 3)
  const smallKnown = new Uint8Array(width * height)
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0
    smallKnown[i] = holes[i] === 0 ? 1 : 0
    if (count === 0) continue
    for (let c = 0; c < 3; c += 1) small[i * 3 + c] = (sums[i * 3 + c] ?? 0) / count + 0.5
  }
  return { raster: { width, height, data: small }, known: smallKnown }
}
