import { growBy, type Insets } from '../core/insets'
import type { Size } from '../core/size'
import { childrenOf, type GrowingNode } from './expandable-node'
import { isSamePlace, placeTolerance } from './is-same-place'

/** Lengths that differ by less are the same, document units. */
const sizeTolerance = 0.001

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
 * function that puts everything back. Throws, with everything put back, where the platform did not do all of it.
 */
export function growNode(node: GrowingNode, insets: Insets): () => void {
  const before = {
    width: node.width,
    height: node.height,
    transform: node.relativeTransform,
    seen: childrenOf(node).map((child) => ({ child, place: child.absoluteTransform })),
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
    checkGrown(node, canvas, before.seen)
    return restore
  } catch (error) {
    restore()
    throw error
  }
}

/** What is seen of the children must be where it was; a limit or a lock of the layer's may have kept it from growing. */
function checkGrown(
  node: GrowingNode,
  canvas: Size,
  seen: readonly { readonly child: SceneNode; readonly place: Transform }[]
): void {
  const isGrown =
    Math.abs(node.width - canvas.width) < placeTolerance &&
    Math.abs(node.height - canvas.height) < placeTolerance
  if (!isGrown || !seen.every(({ child, place }) => isSamePlace(child.absoluteTransform, place))) {
    throw new Error(`${node.type} did not grow to ${canvas.width} × ${canvas.height}`)
  }
}

function resizeTo(node: GrowingNode, width: number, height: number): void {
  // A frame that hugs its content has its new size from the padding already; setting it would fix it.
  if (Math.abs(node.width - width) > sizeTolerance || Math.abs(node.height - height) > sizeTolerance) {
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
function staysWhereItIsPut(child: SceneNode, parent: GrowingNode): boolean {
  return !flows(parent) || ('layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE')
}

function growPadding(node: GrowingNode, insets: Insets): void {
  if (flows(node)) {
    node.paddingTop += insets.top
    node.paddingRight += insets.right
    node.paddingBottom += insets.bottom
    node.paddingLeft += insets.left
  }
}

/** Remembers the padding of an auto-layout frame; the returned function puts it back. */
function rememberPadding(node: GrowingNode): () => void {
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

function flows(node: GrowingNode): node is FrameNode | ComponentNode {
  return 'layoutMode' in node && node.layoutMode !== 'NONE'
}
