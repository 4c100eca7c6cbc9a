import type { Found, Obstacle, SidesTarget } from '../core/plan/target'
import { canGrow } from './can-grow'
import { clippingFrame } from './clipping-frame'
import { isExpandable, kindOf, type ExpandableNode } from './expandable-node'
import { findObstacle } from './find-obstacle'
import { originOf } from './origin-of'
import { outlineOf } from './outline-of'
import { subjectContents } from './subject-contents'

/** Finds the layer that can be expanded in the sides mode, or why none can. */
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
  // Everything of the layer is read before the waiting, since it may be removed meanwhile.
  const seen = {
    nodeId: node.id,
    name: node.name,
    kind: kindOf(node),
    origin: originOf(node),
    placing: canGrow(node) ? ('grow' as const) : ('behind' as const),
    outline: outlineOf(node),
    clip: clippingFrame(node),
    width: node.width,
    height: node.height
  }
  return { ...seen, contents: await subjectContents(node) }
}
