import type { Size } from '../../../core/geometry/size'
import type { Registration } from '../register/registration'

/** Narrower strips come from rounding, canvas px. */
const leastGap = 0.02

/** Computes the widest strip along an edge of the canvas that a result does not reach, canvas px; 0 if it covers all. */
export function uncoveredStrip(map: Registration, canvas: Size, result: Size): number {
  const gap = Math.max(
    0,
    -map.x0 / map.scaleX,
    -map.y0 / map.scaleY,
    canvas.width - (result.width - map.x0) / map.scaleX,
    canvas.height - (result.height - map.y0) / map.scaleY
  )
  return gap < leastGap ? 0 : gap
}
