import type { Size } from '../../core/geometry/size'
import type { KeptMask } from './kept-mask'

/** Writes which pixels of a box of the canvas are kept (1) or not (0); pixels off the canvas count as `outside`. */
export function keptWindow(
  mask: KeptMask,
  left: number,
  top: number,
  size: Size,
  outside: number
): Uint8Array {
  const { width, height } = size
  const window = new Uint8Array(width * height).fill(outside)
  const from = Math.max(0, left)
  const to = Math.min(mask.width, left + width)
  for (let y = Math.max(0, -top); y < height && y + top < mask.height && from < to; y++) {
    const start = y * width - left
    window.fill(0, start + from, start + to)
    const row = mask.rows[y + top] ?? []
    for (let at = 0; at + 1 < row.length; at += 2) {
      const first = Math.max(from, row[at] ?? 0)
      const last = Math.min(to, row[at + 1] ?? 0)
      if (first < last) window.fill(1, start + first, start + last)
    }
  }
  return window
}
