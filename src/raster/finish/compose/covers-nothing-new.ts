import type { Size } from '../../../core/geometry/size'
import type { KnownMask } from '../original/known-mask'
import type { Registration } from '../register/registration'

/** Least share of the new area that an extended result covers. */
const leastCovered = 0.08

/** Tells whether the result ends where the subject does, so that the image was not extended at all. */
export function coversNothingNew(mask: KnownMask, map: Registration, result: Size): boolean {
  const left = Math.ceil(-map.x0 / map.scaleX)
  const right = Math.floor((result.width - map.x0) / map.scaleX)
  const top = Math.ceil(-map.y0 / map.scaleY)
  const bottom = Math.floor((result.height - map.y0) / map.scaleY)
  let wanted = 0
  let covered = 0
  for (const [y, row] of mask.rows.entries()) {
    wanted += mask.width - lengthWithin(row, 0, mask.width)
    if (y >= top && y < bottom) {
      const from = Math.max(0, left)
      const to = Math.min(mask.width, right)
      covered += Math.max(0, to - from) - lengthWithin(row, from, to)
    }
  }
  return wanted > 0 && covered < leastCovered * wanted
}

function lengthWithin(row: readonly number[], from: number, to: number): number {
  let length = 0
  for (let at = 0; at + 1 < row.length; at += 2) {
    length += Math.max(0, Math.min(to, row[at + 1] ?? 0) - Math.max(from, row[at] ?? 0))
  }
  return length
}
