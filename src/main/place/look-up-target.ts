import type { Placement } from '../../core/expansion/placement'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { pageOf } from '../nodes/page-position-of'

/** The layer and page of a placement. */
export interface Target {
  /** Null if the placement has no layer or the layer was removed. */
  readonly node: SceneNode | null
  /** The layer's page, loaded. For a removed layer its earlier page, or the current page if that was removed too. */
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
