import type { Obstacle } from '../core/target'
import { childrenOf, type ExpandableNode } from './expandable-node'
import { hasPattern } from './has-pattern'
import { isHidden } from './is-hidden'
import { visiblePaints } from './visible-paints'

/** How far a transform's axes may be off the page's and still count as not rotated (floating point, not design). */
const axisTolerance = 1e-6

/** Finds why a layer cannot be expanded in place, or null where it can. */
export function findObstacle(node: ExpandableNode): Obstacle | null {
  const { name } = node
  if (isHidden(node)) {
    return { kind: 'hidden', name }
  }
  if (rendersNothing(node)) {
    return { kind: 'empty', name }
  }
  if (hasAncestor(node, 'INSTANCE')) {
    return { kind: 'inside-instance', name }
  }
  if (hasAncestor(node, 'BOOLEAN_OPERATION')) {
    return { kind: 'inside-boolean', name }
  }
  if (!isUpright(node.absoluteTransform)) {
    return { kind: 'rotated', name }
  }
  if (hasPattern(node)) {
    return { kind: 'pattern-fill', name }
  }
  const flow = flowingParent(node)
  if (flow !== null) {
    return { kind: 'inside-auto-layout', name, parentName: flow.name }
  }
  if (node.maxWidth !== null || node.maxHeight !== null) {
    return { kind: 'size-limited', name }
  }
  return null
}

function rendersNothing(node: ExpandableNode): boolean {
  return (
    visiblePaints(node.fills).length === 0 &&
    visiblePaints(node.strokes).length === 0 &&
    !childrenOf(node).some((child) => child.visible)
  )
}

function hasAncestor(node: BaseNode, type: NodeType): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === type) {
      return true
    }
  }
  return false
}

function isUpright([[a, b], [c, d]]: Transform): boolean {
  return [a - 1, b, c, d - 1].every((difference) => Math.abs(difference) < axisTolerance)
}

/** The auto-layout frame that decides where this layer is (a group between moves with it), or null. */
function flowingParent(node: SceneNode): BaseNode | null {
  let child: BaseNode = node
  let parent = node.parent
  while (parent !== null && parent.type === 'GROUP') {
    child = parent
    parent = parent.parent
  }
  if (parent === null || !('layoutMode' in parent) || parent.layoutMode === 'NONE') {
    return null
  }
  return 'layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE' ? null : parent
}
