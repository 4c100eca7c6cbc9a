import { growBy, type Insets } from '../core/insets'
import type { Size } from '../core/size'
import { childrenOf, type GrowingNode } from './expandable-node'
import { isSamePlace, isSameSize } from './is-same-place'

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
    seen: childrenOf(node)
      .filter((child) => child.visible || staysWhereItIsPut(child, node))
      .map((child) => ({ child, place: child.absoluteTransform, width: child.width, height: child.height })),
    children: childrenOf(node)
      .filter(canMove)
      .map((child) => ({ child, x: child.x, y: child.y }))
  }
  const layout = rememberLayout(node)
  const restore = (): void => {
    layout.fix()
    layout.restorePadding()
    resizeTo(node, before.width, before.height)
    layout.restoreSizing()
    node.relativeTransform = before.transform
    for (const { child, x, y } of before.children) {
      if (staysWhereItIsPut(child, node)) {
        child.x = x
        child.y = y
      }
    }
  }
  try {
    const canvas = growBy(before, insets)
    // Of fixed size and larger first: what fills the frame is squeezed by a padding without room for it, and what is
    // absolute in a hugging frame follows its constraints. Neither would come back as it was.
    resizeTo(node, canvas.width, canvas.height)
    layout.growPadding(insets)
    layout.hugAgain()
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
  seen: readonly (Size & { readonly child: SceneNode; readonly place: Transform })[]
): void {
  const isStill = seen.every(
    ({ child, place, ...size }) => isSamePlace(child.absoluteTransform, place) && isSameSize(child, size)
  )
  if (!isSameSize(node, canvas) || !isStill) {
    throw new Error(`${node.type} did not grow to ${canvas.width} × ${canvas.height}`)
  }
}

function resizeTo(node: GrowingNode, width: number, height: number): void {
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

/** What is set of an auto-layout frame on the way. */
interface FrameLayout {
  fix(): void
  growPadding(insets: Insets): void
  /** What hugged its content hugs it again; not what only a minimum kept as large as it was. */
  hugAgain(): void
  restorePadding(): void
  restoreSizing(): void
}

const nothing = (): void => undefined
const noLayout: FrameLayout = {
  fix: nothing,
  growPadding: nothing,
  hugAgain: nothing,
  restorePadding: nothing,
  restoreSizing: nothing
}

function rememberLayout(node: GrowingNode): FrameLayout {
  if (!flows(node)) {
    return noLayout
  }
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = node
  const { layoutSizingHorizontal, layoutSizingVertical } = node
  const hugsAcross = layoutSizingHorizontal === 'HUG'
  const hugsDown = layoutSizingVertical === 'HUG'
  const isMoreThanLeast = {
    across: node.minWidth === null || node.width > node.minWidth + sizeTolerance,
    down: node.minHeight === null || node.height > node.minHeight + sizeTolerance
  }
  return {
    fix: () => {
      if (hugsAcross) {
        node.layoutSizingHorizontal = 'FIXED'
      }
      if (hugsDown) {
        node.layoutSizingVertical = 'FIXED'
      }
    },
    growPadding: (insets) => {
      node.paddingTop += insets.top
      node.paddingRight += insets.right
      node.paddingBottom += insets.bottom
      node.paddingLeft += insets.left
    },
    hugAgain: () => {
      if (hugsAcross && isMoreThanLeast.across) {
        node.layoutSizingHorizontal = 'HUG'
      }
      if (hugsDown && isMoreThanLeast.down) {
        node.layoutSizingVertical = 'HUG'
      }
    },
    restorePadding: () => {
      Object.assign(node, { paddingTop, paddingRight, paddingBottom, paddingLeft })
    },
    restoreSizing: () => {
      if (hugsAcross) {
        node.layoutSizingHorizontal = 'HUG'
      }
      if (hugsDown) {
        node.layoutSizingVertical = 'HUG'
      }
    }
  }
}

function flows(node: GrowingNode): node is FrameNode | ComponentNode {
  return 'layoutMode' in node && node.layoutMode !== 'NONE'
}
