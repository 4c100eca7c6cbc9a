import { layBetween } from './between'
import type { Draw, Known, Raster } from './raster'

/** The grain's greatest difference, levels: without it a smooth fill looks like plastic. */
const grain = 3

/** Paints the unknown pixels of `picture` in place with a small picture, enlarged, and a little grain. */
export function paintSmooth(picture: Raster, known: Known, small: Raster, draw: Draw): void {
  const { width, height, data } = picture
  const columns = layBetween(width, small.width, 0)
  const rows = layBetween(height, small.height, 0)
  for (let y = 0; y < height; y += 1) {
    const upper = (rows.first[y] ?? 0) * small.width
    const lower = (rows.second[y] ?? 0) * small.width
    const v = rows.share[y] ?? 0
    for (let x = 0; x < width; x += 1) {
      const to = y * width + x
      if (known[to] !== 0) continue
      const left = columns.first[x] ?? 0
      const right = columns.second[x] ?? 0
      const u = columns.share[x] ?? 0
      const noise = draw(2 * grain + 1) - grain
      for (let c = 0; c < 3; c += 1) {
        const high =
          (small.data[(upper + left) * 3 + c] ?? 0) * (1 - u) + (small.data[(upper + right) * 3 + c] ?? 0) * u
        const low =
          (small.data[(lower + left) * 3 + c] ?? 0) * (1 - u) + (small.data[(lower + right) * 3 + c] ?? 0) * u
        data[to * 3 + c] = Math.min(255, Math.max(0, high * (1 - v) + low * v + noise + 0.5))
      }
    }
  }
}
