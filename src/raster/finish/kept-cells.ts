import type { Size } from '../../core/geometry/size'
import type { KeptMask } from './kept-mask'

/** Tells for each cell of a coarser grid over the canvas whether it is kept (1): at its top, middle and bottom row, whole. */
export function keptCells(mask: KeptMask, { width, height }: Size): Uint8Array {
  const counts = new Uint8Array(width * height)
  const across = mask.width / width
  const down = mask.height / height
  for (let y = 0; y < height; y++) {
    const first = Math.floor(y * down)
    const last = Math.min(mask.height - 1, Math.ceil((y + 1) * down) - 1)
    for (const row of [first, (first + last) >> 1, last]) {
      const boundaries = mask.rows[row] ?? []
      for (let at = 0; at + 1 < boundaries.length; at += 2) {
        const from = Math.ceil((boundaries[at] ?? 0) / across)
        const to = Math.min(width, Math.floor((boundaries[at + 1] ?? 0) / across))
        for (let x = from; x < to; x++) {
          counts[y * width + x] = (counts[y * width + x] ?? 0) + 1
        }
      }
    }
  }
  for (let at = 0; at < counts.length; at++) {
    counts[at] = counts[at] === 3 ? 1 : 0
  }
  return counts
}
