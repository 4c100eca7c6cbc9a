import type { PagePosition } from '../../core/plan/page-position'

/** Where a layer is now. */
export function pagePositionOf(node: SceneNode): PagePosition {
  return { pageId: pageOf(node)?.id ?? '', place: node.absoluteTransform }
}

/** The page that a layer is on; null for one that is on none. */
export function pageOf(node: BaseNode): PageNode | null {
  let at: BaseNode | null = node
  while (at !== null && at.type !== 'PAGE') {
    at = at.parent
  }
  return at
}
