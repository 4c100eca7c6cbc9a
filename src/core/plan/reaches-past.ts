import { apply } from '../geometry/affine'
import type { Insets } from '../geometry/insets'
import type { Size } from '../geometry/size'
import type { ClippingFrame } from './target'

/** Less than this past the edge cannot be seen, document units. */
const tolerance = 0.5

/** Tells whether what is added to a layer would, at least in part, lie outside of the frame that clips it. */
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
