import type { Obstacle } from '../core/target'
import { canGrow } from './can-grow'
import { childrenOf, type ExpandableNode } from './expandable-node'
import { findHost } from './find-host'
import { hasAncestor } from './has-ancestor'
import { isHidden } from './is-hidden'
import { isInsideMask } from './is-masked'
import { showsImage } from './shows-image'
import { unfitnessOf } from './unfitness'
import { visiblePaints } from './visible-paints'

/** Finds why a layer cannot be expanded, or null where it can, in place or by a new layer behind it. */
export function findObstacle(node: ExpandableNode): Obstacle | null {
  const { name } = node
  if (isHidden(node)) {
    return { kind: 'hidden', name }
  }
  if (rendersNothing(node)) {
    return { kind: 'empty', name }
  }
  if (hasAncestor(node, 'BOOLEAN_OPERATION')) {
    return { kind: 'inside-boolean', name }
  }
  if (isInsideMask(node)) {
    return { kind: 'masked', name }
  }
  if (canGrow(node)) {
    // A fill of its own shares the layer's opacity and blend mode; what is exported as seen has them baked in.
    return showsImage(node) || kindHasOnlyPaints(node) ? null : mixtureObstacle(node)
  }
  const host = findHost(node)
  return host.ok ? mixtureObstacle(node) : host.failure
}

function kindHasOnlyPaints(node: ExpandableNode): boolean {
  return childrenOf(node).length === 0
}

function mixtureObstacle(node: ExpandableNode): Obstacle | null {
  const unfit = unfitnessOf(node)
  return unfit === null ? null : { kind: unfit, name: node.name }
}

function rendersNothing(node: ExpandableNode): boolean {
  const isText = node.type === 'TEXT'
  const shown = isText ? node.characters.trim() !== '' : childrenOf(node).some((child) => child.visible)
  const painted =
    ('fills' in node && visiblePaints(node.fills).length > 0) ||
    ('strokes' in node && visiblePaints(node.strokes).length > 0)
  return isText ? !shown || (node.fills !== figma.mixed && !painted) : !shown && !painted
}
