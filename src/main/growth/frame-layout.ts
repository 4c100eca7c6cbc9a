import type { Insets } from '../../core/geometry/insets'
import type { GrowingNode } from '../nodes/expandable-node'

/** Lengths that differ by less are the same, document units. */
export const sizeTolerance = 0.001

/** Whether something is so along each axis. */
export interface Axes {
  readonly across: boolean
  readonly down: boolean
}

/** What is set of an auto-layout frame on the way to another size. */
export interface FrameLayout {
  /** Along which axes it hugged its content. */
  readonly hugged: Axes
  /** Which of these axes would give it another size than a larger one: there only a minimum kept it as large as it was. */
  readonly heldByMinimum: Axes
  readonly hug: (axes: Axes) => void
  /** Where it hugs its content, it is of a fixed size then. */
  readonly fix: () => void
  /** Throws where there is less padding than is to be taken away. */
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

/** The auto layout of a layer as it is now; where it has none, nothing is set. */
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
