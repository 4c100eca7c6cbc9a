import type { PlaygroundDocument } from '../document/document'
import { absoluteTransform, apply, clips, invertOrNull, isGroupLike, paintOrder } from '../document/geometry'
import type { DocumentNode } from '../document/node'

/** outermost: the child of the page that was hit, as a click selects; innermost: the layer itself (a deep select). */
export type HitDepth = 'outermost' | 'innermost'

/**
 * The topmost layer at a point of the current page (px), or null. Layers that are hidden or locked, or lie in one that
 * is, are passed through, and so is what a frame clips.
 */
export function nodeAt(
  document: PlaygroundDocument,
  x: number,
  y: number,
  depth: HitDepth = 'outermost'
): DocumentNode | null {
  const hit = topmost(document.currentPage, { x, y })
  return hit === null || depth === 'innermost' ? hit : outermostOf(hit)
}

/** The child of the page that a node is, or is in. */
export function outermostOf(node: DocumentNode): DocumentNode {
  let outermost = node
  while (outermost.parent !== null && outermost.parent.type !== 'PAGE') {
    outermost = outermost.parent
  }
  return outermost
}

function topmost(parent: DocumentNode, point: Vector): DocumentNode | null {
  for (const child of [...paintOrder(parent)].reverse()) {
    const hit = child.visible && !child.locked ? hitIn(child, point) : null
    if (hit !== null) {
      return hit
    }
  }
  return null
}

function hitIn(node: DocumentNode, point: Vector): DocumentNode | null {
  const isInside = contains(node, point)
  if (node.type === 'BOOLEAN_OPERATION') {
    return isInside ? node : null
  }
  const inner = isInside || !clips(node) ? topmost(node, point) : null
  return inner ?? (isInside && !isGroupLike(node) ? node : null)
}

/** Whether a point of the page is on a node: in its box, an ellipse's in its curve; thin ones are 2 px wider. */
function contains(node: DocumentNode, point: Vector): boolean {
  const toNode = invertOrNull(absoluteTransform(node))
  if (toNode === null) {
    return false
  }
  const { x, y } = apply(toNode, point)
  const slack = Math.min(node.width, node.height) < 4 ? 2 : 0
  const inBox = x >= -slack && y >= -slack && x <= node.width + slack && y <= node.height + slack
  if (!inBox || node.type !== 'ELLIPSE' || node.width === 0 || node.height === 0) {
    return inBox
  }
  return Math.hypot((2 * x) / node.width - 1, (2 * y) / node.height - 1) <= 1
}
