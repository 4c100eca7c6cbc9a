import type { Placement } from '../../core/expansion/placement'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { pageOf } from '../nodes/page-position-of'

/** What an image is placed at. */
export interface Target {
  /** Null where the layer is gone, or there is none. */
  readonly node: SceneNode | null
  /** The layer's page, loaded; or the one that it was on; or, where that is gone too, the open one. */
  readonly page: PageNode
}

/** Looks up the layer of a placement and its page. */
export async function lookUpTarget(placement: Placement): Promise<Outcome<Target, DocumentFailure>> {
  if (placement.kind === 'view') {
    return succeed({ node: null, page: figma.currentPage })
  }
  const { nodeId, origin } = placement
  const node = await figma.getNodeByIdAsync(nodeId)
  const isThere = node !== null && !node.removed
  if (isThere && !isScene(node)) {
    return fail({ kind: 'node-changed' })
  }
  const own = isThere ? pageOf(node) : await figma.getNodeByIdAsync(origin.pageId)
  const page = own?.type === 'PAGE' && !own.removed ? own : figma.currentPage
  if (page.id !== figma.currentPage.id) {
    await page.loadAsync()
  }
  return succeed({ node: isThere && isScene(node) ? node : null, page })
}

function isScene(node: BaseNode): node is SceneNode {
  return node.type !== 'PAGE' && node.type !== 'DOCUMENT' && 'absoluteTransform' in node
}
