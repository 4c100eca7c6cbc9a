import { isMasked } from './is-masked'
import { visiblePaints } from './visible-paints'

/**
 * Finds why a layer could not be kept as it is seen over a new image: what lets the image show through, mixes with it or
 * is cut by a mask; of the layer itself, of its fills, and of whatever a group shows. Null where nothing does.
 */
export function compositingObstacle(node: SceneNode): 'see-through' | 'blended' | 'masked' | null {
  if (isMasked(node)) {
    return 'masked'
  }
  return blendingObstacle(node)
}

export function blendingObstacle(node: SceneNode): 'see-through' | 'blended' | null {
  if ('opacity' in node && node.opacity < 1) {
    return 'see-through'
  }
  if ('blendMode' in node && !isPlain(node.blendMode)) {
    return 'blended'
  }
  const paints = 'fills' in node ? visiblePaints(node.fills) : []
  if (paints.some((paint) => !isPlain(paint.blendMode ?? 'NORMAL'))) {
    return 'blended'
  }
  if (paints.length > 0 && !paints.some(isOpaquePaint)) {
    return 'see-through'
  }
  // A group shows its layers directly; a frame with a fill of its own is opaque beneath them. What a mask inside of the
  // group cuts is seen when the group is exported.
  const inner =
    node.type === 'GROUP' ? node.children.filter((child) => child.visible && !isMaskItself(child)) : []
  return inner.map(blendingObstacle).find((mixture) => mixture !== null) ?? null
}

/** The same of a layer's picture alone (its paints up to the topmost image): null as soon as one of them covers all beneath. */
export function paintsBlendingObstacle(paints: readonly Paint[]): 'see-through' | 'blended' | null {
  const visible = visiblePaints(paints)
  if (
    visible.length === 0 ||
    visible.some((paint) => isOpaquePaint(paint) && isPlain(paint.blendMode ?? 'NORMAL'))
  ) {
    return null
  }
  return visible.every((paint) => isPlain(paint.blendMode ?? 'NORMAL')) ? 'see-through' : 'blended'
}

function isMaskItself(node: SceneNode): boolean {
  return 'isMask' in node && node.isMask
}

export function isOpaquePaint({ opacity = 1 }: Paint): boolean {
  return opacity === 1
}

function isPlain(blendMode: BlendMode): boolean {
  return blendMode === 'NORMAL' || blendMode === 'PASS_THROUGH'
}
