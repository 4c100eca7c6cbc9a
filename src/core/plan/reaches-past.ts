import { apply } from '../geometry/affine'
import type { Insets } from '../geometry/insets'
import type { Size } from '../geometry/size'
import type { ClippingFrame } from './target'

/** Least visible distance past the edge, document units. */
const tolerance = 0.5

/** Tells whether a layer that grows by the insets would reach outside the frame that clips it. */
export function reachesPast(clip: ClippingFrame, { width, height }: Size, insets: Insets): boolean {
  const corners = [
    [-insets.left, -insets.top],
    [width + insets.right, -insets.top],
    [width + insets.right, height + insets.bottom],
    [-insets.left, height + insets.bottom]
  ] as const
  return corners.some(([x, y]) => {
    const at = apply(clip.place, x, y)
    return (
      at.x < -tolerance ||
      at.y < -tolerance ||
      at.x > clip.width + tolerance ||
      at.y > clip.height + tolerance
    )
  })
}
