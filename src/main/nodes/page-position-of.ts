import type { PagePosition } from '../../core/plan/page-position'

/** Returns a layer's present position. */
export function pagePositionOf(node: SceneNode): PagePosition {
  return { pageId: pageOf(node)?.id ?? '', place: node.absoluteTransform }
}

/** Returns a layer's page; null if the layer is on none. */
export function pageOf(node: BaseNode): PageNode | null {
  let at: BaseNode | null = node
  while (at !== null && at.type !== 'PAGE') {
    at = at.parent
  }
  return at
}
