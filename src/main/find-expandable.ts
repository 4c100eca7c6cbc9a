import type { DocumentFailure } from '../core/document-failure'
import { fail, succeed, type Outcome } from '../core/outcome'
import { isExpandable, type ExpandableNode } from './expandable-node'

/** Finds the layer again by its id, wherever it is in the document by now. */
export async function findExpandable(nodeId: string): Promise<Outcome<ExpandableNode, DocumentFailure>> {
  const node = await figma.getNodeByIdAsync(nodeId)
  if (node === null || node.removed) {
    return fail({ kind: 'node-gone' })
  }
  return isExpandable(node) ? succeed(node) : fail({ kind: 'node-changed' })
}
