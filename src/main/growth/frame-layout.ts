import type { Insets } from '../../core/geometry/insets'
import type { GrowingNode } from '../nodes/expandable-node'

/** Lengths that differ by less are equal, document units. */
export const sizeTolerance = 0.001

/** A truth value for each axis. */
export interface Axes {
  readonly across: boolean
  readonly down: boolean
}

/** The auto-layout properties of a frame that a resize sets. */
export interface FrameLayout {
  /** Axes along which the frame hugged its content. */
  readonly hugged: Axes
  /** Hugging axes along which only a minimum held the frame's size; with larger padding its content decides. */
  readonly heldByMinimum: Axes
  readonly hug: (axes: Axes) => void
  /** Fixes the size of the axes along which the frame hugs its content. */
  readonly fix: () => void
  /** Adds insets to the padding. Throws if the padding would become negative. */
  readonly addPadding: (insets: Insets) => void
  readonly restorePadding: () => void
}

const nothing = (): void => undefined
const neither: Axes = { across: false, down: false }
const noLayout: FrameLayout = {
  hugged: neither,
  heldByMinimum: neither,
  hug: nothing,
  fix: nothing,
  addPadding: nothing,
  restorePadding: nothing
}

/** Reads the present auto layout of a layer. For a layer without auto layout, the setters do nothing. */
export function rememberLayout(node: GrowingNode): FrameLayout {
  if (!flows(node)) {
    return noLayout
  }
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = node
  const setSizing = ({ across, down }: Axes, sizing: 'HUG' | 'FIXED'): void => {
    if (across) {
      node.layoutSizingHorizontal = sizing
    }
    if (down) {
      node.layoutSizingVertical = sizing
    }
  }
  const hugs = (): Axes => ({
    across: node.layoutSizingHorizontal === 'HUG',
    down: node.layoutSizingVertical === 'HUG'
  })
  const hugged = hugs()
  return {
    hugged,
    heldByMinimum: {
      across: hugged.across && isAtMinimum(node.width, node.minWidth),
      down: hugged.down && isAtMinimum(node.height, node.minHeight)
    },
    hug: (axes) => {
      setSizing(axes, 'HUG')
    },
    fix: () => {
      setSizing(hugs(), 'FIXED')
    },
    addPadding: (insets) => {
      node.paddingTop = sum(node.paddingTop, insets.top)
      node.paddingRight = sum(node.paddingRight, insets.right)
      node.paddingBottom = sum(node.paddingBottom, insets.bottom)
      node.paddingLeft = sum(node.paddingLeft, insets.left)
    },
    restorePadding: () => {
      Object.assign(node, { paddingTop, paddingRight, paddingBottom, paddingLeft })
    }
  }
}

/** Tells whether a layer is an auto-layout frame. */
export function flows(node: GrowingNode): node is FrameNode | ComponentNode {
  return 'layoutMode' in node && node.layoutMode !== 'NONE'
}

function sum(padding: number, added: number): number {
  if (padding + added < -sizeTolerance) {
    throw new Error(`a padding of ${padding} takes no ${added}`)
  }
  return Math.max(0, padding + added)
}

function isAtMinimum(length: number, minimum: number | null): boolean {
  return minimum !== null && length <= minimum + sizeTolerance
}
