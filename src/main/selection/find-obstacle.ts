import type { Obstacle } from '../../core/plan/target'
import { canGrow } from '../growth/can-grow'
import { hasAncestor, isHidden } from '../nodes/ancestors'
import { blendingObstacle, compositingObstacle, paintsBlendingObstacle } from '../nodes/compositing-obstacle'
import { childrenOf, type ExpandableNode, type GrowingNode } from '../nodes/expandable-node'
import { hasImageFill } from '../nodes/has-image-fill'
import { isInsideMask } from '../nodes/is-masked'
import { findLayerToGoBehind } from '../nodes/layer-to-go-behind'
import { upToTopmostImage } from '../nodes/paint-order'
import { visiblePaints } from '../nodes/visible-paints'
import { lowestImageLayers } from './subject-contents'

/** Finds why a layer cannot be expanded, in place or by a new layer behind it; null if it can. */
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
    return sourceObstacle(node)
  }
  const host = findLayerToGoBehind(node)
  return host.ok ? mixtureObstacle(node) : host.failure
}

/**
 * Finds what a new fill would not reproduce: it shares the layer's opacity and blend mode, but not those of the fills that it
 * covers. An export includes these, and editable layers above it would be visible twice.
 */
function sourceObstacle(node: GrowingNode): Obstacle | null {
  const visible = childrenOf(node).filter((child) => child.visible)
  if (hasImageFill(node) || visible.length === 0) {
    const paints = node.fills === figma.mixed ? [] : node.fills
    const mixture = paintsBlendingObstacle(upToTopmostImage(paints))
    return mixture === null ? null : { kind: mixture, name: node.name }
  }
  const hasImageLayers = lowestImageLayers(visible).length > 0
  const seenTwice = hasImageLayers ? undefined : visible.find((child) => blendingObstacle(child) !== null)
  return mixtureObstacle(seenTwice ?? node)
}

function mixtureObstacle(node: SceneNode): Obstacle | null {
  const unfit = compositingObstacle(node)
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
