import type { Found, Obstacle, SidesTarget } from '../core/target'
import { clippingFrame } from './clipping-frame'
import { childrenOf, isExpandable, kindOf, type ExpandableNode } from './expandable-node'
import { findObstacle } from './find-obstacle'
import { nativeScale } from './native-scale'
import { isImagePaint, visiblePaints } from './visible-paints'

/** Finds the layer that can grow in the sides mode, or why none can. */
export async function describeSides([node, ...others]: readonly SceneNode[]): Promise<Found<SidesTarget>> {
  if (node === undefined) {
    return blocked({ kind: 'nothing-selected' })
  }
  if (others.length > 0) {
    return blocked({ kind: 'several-selected', count: others.length + 1 })
  }
  if (!isExpandable(node)) {
    return blocked({ kind: 'not-expandable', name: node.name, nodeType: node.type })
  }
  const obstacle = findObstacle(node)
  return obstacle === null ? { kind: 'target', target: await describeTarget(node) } : blocked(obstacle)
}

function blocked(obstacle: Obstacle): Found<SidesTarget> {
  return { kind: 'obstacle', obstacle }
}

async function describeTarget(node: ExpandableNode): Promise<SidesTarget> {
  const content = contentOf(node)
  // Everything of the layer is read before the waiting, since it may be removed meanwhile.
  const seen = {
    nodeId: node.id,
    name: node.name,
    kind: kindOf(node),
    content,
    liveLayers: content === 'backdrop' ? childrenOf(node).filter((child) => child.visible).length : 0,
    clip: clippingFrame(node),
    width: node.width,
    height: node.height
  }
  return { ...seen, nativeScale: await nativeScale(node, content) }
}

/** A frame with an image of its own is a backdrop with live layers on it; without one, what is in it is the picture. */
function contentOf(node: ExpandableNode): SidesTarget['content'] {
  const isShape = kindOf(node) === 'shape'
  return isShape || visiblePaints(node.fills).some(isImagePaint) ? 'backdrop' : 'everything'
}
