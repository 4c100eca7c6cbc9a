import type { Known } from './raster'

/** The way to the nearest known pixel in steps along the axes, by two passes. */
export function distanceToKnown(known: Known, width: number, height: number): Int32Array {
  const far = width + height
  const distance = Int32Array.from(known, (each) => (each === 0 ? far : 0))
  const relax = (i: number, other: number) => {
    distance[i] = Math.min(distance[i] ?? far, (distance[other] ?? far) + 1)
  }
  for (let i = 0; i < known.length; i += 1) {
    if (i % width > 0) relax(i, i - 1)
    if (i >= width) relax(i, i - width)
  }
  for (let i = known.length - 1; i >= 0; i -= 1) {
    if (i % width < width - 1) relax(i, i + 1)
    if (i < width * (height - 1)) relax(i, i + width)
  }
  return distance
}
