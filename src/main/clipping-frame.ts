import { compose, invert } from '../core/geometry/affine'
import type { ClippingFrame } from '../core/plan/target'

/** Finds the nearest frame around a layer that clips it. Null where nothing clips it. */
export function clippingFrame(node: SceneNode): ClippingFrame | null {
  for (let at = node.parent; at !== null; at = at.parent) {
    if ('clipsContent' in at && at.clipsContent) {
      return {
        name: at.name,
        width: at.width,
        height: at.height,
        place: compose(invert(at.absoluteTransform), node.absoluteTransform)
      }
    }
  }
  return null
}
