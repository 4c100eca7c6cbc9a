import type { Insets } from '../../../src/core/geometry/insets'
import type { Place } from '../../editor/automation'

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** Where the corners of a layer, grown by the insets along its own axes, are seen on the page: clockwise from its top left. */
export function canvasCorners({ transform, width, height }: Place, insets = noInsets): readonly Vector[] {
  const [[a, c, x], [b, d, y]] = transform
  const at = (across: number, down: number): Vector => ({
    x: a * across + c * down + x,
    y: b * across + d * down + y
  })
  const { top, right, bottom, left } = insets
  return [
    at(-left, -top),
    at(width + right, -top),
    at(width + right, height + bottom),
    at(-left, height + bottom)
  ]
}

/** The upright rectangle around some points. */
export function rectangleAround(points: readonly Vector[]): Rect {
  const [across, down] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...across), Math.min(...down)]
  return { x, y, width: Math.max(...across) - x, height: Math.max(...down) - y }
}
