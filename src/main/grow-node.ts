import { growBy, type Insets } from '../core/insets'
import { childrenOf, type ExpandableNode } from './expandable-node'

/**
 * Enlarges a layer by the insets without moving anything that is seen:
 *
 *     before          after, left and top grown
 *                    ┌───────────────┐
 *     ┌─────────┐    │   ┌─────────┐ │
 *     │ ▢ child │    │   │ ▢ child │ │   children: + (left, top) in the layer's own axes
 *     └─────────┘    │   └─────────┘ │   layer:    − (left, top) along its own axes
 *                    └───────────────┘
 *
 * In an auto-layout frame the insets go into the padding, so that the children's area stays as it is. Returns a
 * function that puts everything back.
 */
export function growNode(node: ExpandableNode, insets: Insets): () => void {
  const before = {
    width: node.width,
    height: node.height,
    transform: node.relativeTransform,
    children: childrenOf(node)
      .filter(canMove)
      .map((child) => ({ child, x: child.x, y: child.y }))
  }
  const restorePadding = rememberPadding(node)
  const restore = (): void => {
    restorePadding()
    resizeTo(node, before.width, before.height)
    node.relativeTransform = before.transform
    for (const { child, x, y } of before.children) {
      if (staysWhereItIsPut(child, node)) {
        child.x = x
        child.y = y
      }
    }
  }
  try {
    growPadding(node, insets)
    const canvas = growBy(before, insets)
    resizeTo(node, canvas.width, canvas.height)
    for (const { child, x, y } of before.children) {
      if (staysWhereItIsPut(child, node)) {
        child.x = x + insets.left
        child.y = y + insets.top
      }
    }
    node.relativeTransform = movedBack(before.transform, insets)
    return restore
  } catch (error) {
    restore()
    throw error
  }
}

function resizeTo(node: ExpandableNode, width: number, height: number): void {
  if (node.width !== width || node.height !== height) {
    node.resizeWithoutConstraints(width, height)
  }
}

function movedBack([[a, b, x], [c, d, y]]: Transform, { left, top }: Insets): Transform {
  return [
    [a, b, x - (a * left + b * top)],
    [c, d, y - (c * left + d * top)]
  ]
}

function canMove(node: SceneNode): node is SceneNode & { x: number; y: number } {
  return 'x' in node && 'y' in node
}

/** In auto layout only the absolutely placed children have a position of their own. */
function staysWhereItIsPut(child: SceneNode, parent: ExpandableNode): boolean {
  return !flows(parent) || ('layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE')
}

function growPadding(node: ExpandableNode, insets: Insets): void {
  if (flows(node)) {
    node.paddingTop += insets.top
    node.paddingRight += insets.right
    node.paddingBottom += insets.bottom
    node.paddingLeft += insets.left
  }
}

/** Remembers the padding of an auto-layout frame; the returned function puts it back. */
function rememberPadding(node: ExpandableNode): () => void {
  if (!flows(node)) {
    return () => undefined
  }
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = node
  return () => {
    node.paddingTop = paddingTop
    node.paddingRight = paddingRight
    node.paddingBottom = paddingBottom
    node.paddingLeft = paddingLeft
  }
}

function flows(node: ExpandableNode): node is FrameNode | ComponentNode {
  return 'layoutMode' in node && node.layoutMode !== 'NONE'
}
