import { growBy, type Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import { childrenOf, type GrowingNode } from '../nodes/expandable-node'
import { isSameSize, isSameTransform } from '../nodes/same-geometry'
import { type Axes, flows, type FrameLayout, rememberLayout, sizeTolerance } from './frame-layout'

/** A layer after its growth. */
export interface GrownNode {
  /** Undoes the growth in one step. */
  readonly restore: () => void
  /** Axes along which the layer hugged its content before and has a fixed size now. */
  readonly fixed: Axes
}

/**
 * Enlarges a layer by the insets. Rotation is kept, and nothing that is visible moves:
 *
 *     before          after, left and top grown
 *                    ┌───────────────┐
 *     ┌─────────┐    │   ┌─────────┐ │
 *     │ ▢ child │    │   │ ▢ child │ │   children: + (left, top) in the layer's own axes
 *     └─────────┘    │   └─────────┘ │   layer:    − (left, top) along its own axes
 *                    └───────────────┘
 *
 * The insets are along the layer's own axes. A rotated or skewed layer keeps its rotation: only the translation of its
 * `relativeTransform` changes, by the insets turned by the same matrix (see `movedBack`). In an auto-layout frame the insets
 * go into the padding, so the children's area keeps its size. Restores the layer and throws when the platform does not
 * apply all of it.
 */
export function growNode(node: GrowingNode, insets: Insets): GrownNode {
  const { layout, resize, restore } = remember(node)
  const { hugged, heldByMinimum } = layout
  return orRestore(restore, () => {
    resize(insets, () => {
      const canvas = growBy(node, insets)
      // The frame is resized before its padding: a padding without room squeezes children that fill the frame, and
      // absolute children of a hugging frame follow their constraints. Both changes would be permanent.
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
 * Reverses `growNode` by the same insets, from the layer's and its children's present positions; keeps its present
 * rotation. `fixed`: axes along which the growth ended the hugging. Returns a function that undoes the shrinking. Throws
 * as `growNode` does.
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
  /** Calls `setSize` to resize the layer, then moves the layer and its children back to where they were seen. */
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

/** Throws if a visible child has moved, or if a limit or a lock kept the layer's size. */
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

/** Moves the origin by the insets along the layer's own axes; the matrix part (rotation, skew) stays as it is. */
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
