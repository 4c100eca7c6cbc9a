import type { Box } from '../box'
import type { KeptMask } from './kept-mask'

/** The smallest box around everything kept, px; the whole canvas where nothing is. */
export function keptBox({ width, height, rows }: KeptMask): Box {
  let left = width
  let right = 0
  let top = height
  let bottom = 0
  for (const [y, row] of rows.entries()) {
    const first = row[0]
    const last = row[row.length - 1]
    if (first !== undefined && last !== undefined) {
      left = Math.min(left, first)
      right = Math.max(right, last)
      top = Math.min(top, y)
      bottom = y + 1
    }
  }
  return right > left
    ? { left, top, width: right - left, height: bottom - top }
    : { left: 0, top: 0, width, height }
}
