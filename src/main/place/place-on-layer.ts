import type { LayerPlacement } from '../../core/expansion/placement'
import { stretchAndMove } from '../../core/geometry/affine'
import { growBy } from '../../core/geometry/insets'
import { canGrow, hasFillStyle } from '../growth/can-grow'
import { growNode } from '../growth/grow-node'
import { isSameSize } from '../nodes/same-geometry'
import type { Grown, PaintedLayer, Where } from '../placed/session'
import { addGrownFill, grownFillIndex } from './add-fill'
import { placeBehind, placeBeneathAll } from './place-behind'

/** A written image and the change that it took. */
export interface PlacedOnLayer {
  readonly where: Where
  /** The layer that shows it. */
  readonly layer: PaintedLayer
  readonly made: 'layer' | 'paint'
  /** The layer's growth; null if the layer has its size from before. */
  readonly grown: Grown | null
}

/**
 * Writes an image in its placement. A layer that can no longer grow as planned is left as it is, with the image in a new layer
 * behind it; a layer that was resized meanwhile is covered. Restores everything and throws if the platform refuses.
 */
export function placeOnLayer(node: SceneNode, fill: ImagePaint, placement: LayerPlacement): PlacedOnLayer {
  switch (placement.kind) {
    case 'fill':
      return fillFrame(node, fill, placement)
    case 'grow':
      return grow(node, fill, placement)
    case 'behind':
      return behind(node, fill, placement)
  }
}

function fillFrame(
  node: SceneNode,
  fill: ImagePaint,
  { frame }: LayerPlacement & { kind: 'fill' }
): PlacedOnLayer {
  if (!('fills' in node) || node.fills === figma.mixed) {
    throw new Error(`a ${node.type} takes no fill`)
  }
  if (hasFillStyle(node) && (node.type === 'FRAME' || node.type === 'COMPONENT')) {
    // A new fill would detach the style of the frame's fills.
    return { where: 'behind', layer: placeBeneathAll(node, fill), made: 'layer', grown: null }
  }
  node.fills = [...node.fills, fill]
  const where = isSameSize(node, frame) ? 'filled' : 'changed-meanwhile'
  return { where, layer: node, made: 'paint', grown: null }
}

function grow(
  node: SceneNode,
  fill: ImagePaint,
  placement: LayerPlacement & { kind: 'grow' }
): PlacedOnLayer {
  const { subject, insets, above } = placement
  if (!canGrow(node) || node.fills === figma.mixed) {
    return behind(node, fill, placement)
  }
  const { fills } = node
  if (!isSameSize(node, subject)) {
    node.fills = [...fills, fill]
    return { where: 'changed-meanwhile', layer: node, made: 'paint', grown: null }
  }
  let restore: (() => void) | null = null
  try {
    const grown = growNode(node, insets)
    restore = grown.restore
    node.fills = addGrownFill(fills, fill, { above, subject, insets })
    const relaid = relaidPaints(fills, node.fills, grownFillIndex(fills, above))
    const size = { width: node.width, height: node.height }
    return {
      where: 'grown',
      layer: node,
      made: 'paint',
      grown: { insets, size, fixed: grown.fixed, relaid }
    }
  } catch {
    restore?.()
    return behind(node, fill, placement)
  }
}

/** Reads values back from the layer, since the platform stores numbers with its own precision. */
function relaidPaints(before: readonly Paint[], now: readonly Paint[], imageIndex: number): Grown['relaid'] {
  return before.slice(imageIndex).flatMap((paint, above) => {
    const relaid = now[imageIndex + 1 + above]
    return 'gradientTransform' in paint && relaid !== undefined ? [{ now: relaid, before: paint }] : []
  })
}

/** Places the rectangle around the layer as the canvas around the subject; covers a layer of another size, unstretched. */
function behind(
  node: SceneNode,
  fill: ImagePaint,
  { subject, insets }: LayerPlacement & { kind: 'grow' | 'behind' }
): PlacedOnLayer {
  const isSame = isSameSize(node, subject)
  const scale = isSame ? 1 : Math.max(node.width / subject.width, node.height / subject.height)
  const canvas = growBy(subject, insets)
  const left = insets.left * scale + (subject.width * scale - node.width) / 2
  const top = insets.top * scale + (subject.height * scale - node.height) / 2
  const layer = placeBehind(
    node,
    fill,
    { width: canvas.width * scale, height: canvas.height * scale },
    stretchAndMove(1, 1, -left, -top)
  )
  return { where: isSame ? 'behind' : 'changed-meanwhile', layer, made: 'layer', grown: null }
}
