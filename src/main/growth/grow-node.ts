import { growBy, type Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import { childrenOf, type GrowingNode } from '../nodes/expandable-node'
import { isSameSize, isSameTransform } from '../nodes/same-geometry'
import { type Axes, flows, type FrameLayout, rememberLayout, sizeTolerance } from './frame-layout'

/** What growing a layer did, and how to put everything back at once. */
export interface GrownNode {
  readonly restore: () => void
  /** Axes along which it hugged its content, and is of a fixed size now. */
  readonly fixed: Axes
}

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
 * In an auto-layout frame the insets go into the padding, so that the children's area stays as it is. Throws, with
 * everything put back, where the platform did not do all of it.
 */
export function growNode(node: GrowingNode, insets: Insets): GrownNode {
  const { layout, resize, restore } = remember(node)
  const { hugged, heldByMinimum } = layout
  return orRestore(restore, () => {
    resize(insets, () => {
      const canvas = growBy(node, insets)
      // Of fixed size and larger first: what fills the frame is squeezed by a padding without room for it, and what is
      // absolute in a hugging frame follows its constraints. Neither would come back as it was.
      resizeTo(node, canvas)
      layout.addPadding(insets)
      layout.hug({
        across: hugged.across && !heldByMinimum.across,
        down: hugged.down && !heldByMinimum.down
      })
    })
    return { restore, fixed: heldByMinimum }
  })
}

/**
 * Takes back what `growNode` did, by as much and from wherever the layer and what is in it are now. `fixed` are the axes
 * along which growing ended its hugging. Returns a function that puts everything back. Throws as `growNode` does.
 */
export function shrinkNode(node: GrowingNode, insets: Insets, fixed: Axes): () => void {
  const less = negative(insets)
  const { layout, resize, restore } = remember(node)
  const { hugged } = layout
  return orRestore(restore, () => {
    resize(less, () => {
      const subject = growBy(node, less)
      layout.fix()
      layout.addPadding(less)
      resizeTo(node, subject)
      layout.hug({ across: hugged.across || fixed.across, down: hugged.down || fixed.down })
    })
    return restore
  })
}

interface Remembered {
  readonly layout: FrameLayout
  /** Lets `setSize` give the layer its new size, and keeps what is seen of it where it is. */
  readonly resize: (insets: Insets, setSize: () => void) => void
  readonly restore: () => void
}

function remember(node: GrowingNode): Remembered {
  const before = { width: node.width, height: node.height, transform: node.relativeTransform }
  const seen = childrenOf(node)
    .filter((child) => child.visible || staysWhereItIsPut(child, node))
    .map((child) => ({ child, place: child.absoluteTransform, width: child.width, height: child.height }))
  const children = childrenOf(node)
    .filter(canMove)
    .map((child) => ({ child, x: child.x, y: child.y }))
  const moveChildren = (left: number, top: number): void => {
    for (const { child, x, y } of children) {
      if (staysWhereItIsPut(child, node)) {
        child.x = x + left
        child.y = y + top
      }
    }
  }
  const layout = rememberLayout(node)
  return {
    layout,
    resize: (insets, setSize) => {
      setSize()
      moveChildren(insets.left, insets.top)
      node.relativeTransform = movedBack(before.transform, insets)
      checkResized(node, growBy(before, insets), seen)
    },
    restore: () => {
      layout.fix()
      layout.restorePadding()
      resizeTo(node, before)
      layout.hug(layout.hugged)
      node.relativeTransform = before.transform
      moveChildren(0, 0)
    }
  }
}

function orRestore<Result>(restore: () => void, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    restore()
    throw error
  }
}

/** What is seen of the children must be where it was; a limit or a lock of the layer's may have kept its size. */
function checkResized(
  node: GrowingNode,
  size: Size,
  seen: readonly (Size & { readonly child: SceneNode; readonly place: Transform })[]
): void {
  const isStill = seen.every(
    ({ child, place, ...own }) => isSameTransform(child.absoluteTransform, place) && isSameSize(child, own)
  )
  if (!isSameSize(node, size) || !isStill) {
    throw new Error(`${node.type} did not become ${size.width} × ${size.height}`)
  }
}

function resizeTo(node: GrowingNode, { width, height }: Size): void {
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

function negative({ top, right, bottom, left }: Insets): Insets {
  return { top: -top, right: -right, bottom: -bottom, left: -left }
}

function canMove(node: SceneNode): node is SceneNode & { x: number; y: number } {
  return 'x' in node && 'y' in node
}

/** In auto layout only the absolutely placed children have a position of their own. */
function staysWhereItIsPut(child: SceneNode, parent: GrowingNode): boolean {
  return !flows(parent) || ('layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE')
}
