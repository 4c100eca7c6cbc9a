import { isMasked } from './is-masked'
import { visiblePaints } from './visible-paints'

/**
 * Finds why a layer would not look the same over a new image: the layer, its fills or a group's children let the image show
 * through, blend with it or are cut by a mask. Null if nothing does.
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
  // A group shows its layers directly; a frame with a fill is opaque beneath them. Cuts by a mask within the group show when
  // the group is exported.
  const inner =
    node.type === 'GROUP' ? node.children.filter((child) => child.visible && !isMaskItself(child)) : []
  return inner.map(blendingObstacle).find((mixture) => mixture !== null) ?? null
}

/** Finds the same for a layer's paints up to the topmost image; null if one of them covers everything beneath. */
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
