import type { LayerPlacement } from '../../core/expansion/placement'
import { growBy } from '../../core/geometry/insets'

/** Returns the canvas of a placement, in its layer's own units. */
export function canvasBox(placement: LayerPlacement): Rect {
  if (placement.kind === 'fill') {
    return { x: 0, y: 0, ...placement.frame }
  }
  const { subject, insets } = placement
  return { x: -insets.left, y: -insets.top, ...growBy(subject, insets) }
}
