import type { SidesTarget } from '../core/target'

/**
 * Finds the nearest frame around an upright layer that clips it, and how much room there is to that frame's edges, in
 * document units; negative where the layer reaches past them already. Null where nothing clips it.
 */
export function clippingFrame(node: SceneNode): SidesTarget['clip'] {
  const own = node.absoluteBoundingBox
  for (let at = node.parent; at !== null; at = at.parent) {
    const frame = 'clipsContent' in at && at.clipsContent ? at.absoluteBoundingBox : null
    if (own !== null && frame !== null) {
      return {
        name: at.name,
        room: {
          top: own.y - frame.y,
          right: frame.x + frame.width - (own.x + own.width),
          bottom: frame.y + frame.height - (own.y + own.height),
          left: own.x - frame.x
        }
      }
    }
  }
  return null
}
