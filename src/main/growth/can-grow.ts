import { hasAncestor } from '../nodes/ancestors'
import { autoLayoutParent } from '../nodes/auto-layout-parent'
import { type GrowingNode, isOfGrowingKind } from '../nodes/expandable-node'
import { hasPattern } from '../nodes/visible-paints'

/** The fields that growing sets and a variable can be bound to: plugin-api.d.ts, `VariableBindableNodeField`. */
const setByGrowing = [
  'width',
  'height',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft'
] as const

/**
 * Tells whether a layer can grow and get a fill without losing anything. It cannot if an instance, auto layout, a maximum or a
 * variable sets its size, if its fills are a style (a new fill would detach it), or if they cannot be set synchronously.
 */
export function canGrow(node: BaseNode): node is GrowingNode {
  return (
    isOfGrowingKind(node) &&
    node.fills !== figma.mixed &&
    !hasPattern(node) &&
    !hasFillStyle(node) &&
    node.maxWidth === null &&
    node.maxHeight === null &&
    !isSizedByVariable(node) &&
    !hasAncestor(node, 'INSTANCE') &&
    autoLayoutParent(node) === null
  )
}

function isSizedByVariable({ boundVariables }: SceneNodeMixin): boolean {
  return setByGrowing.some((field) => boundVariables?.[field] !== undefined)
}

/** Tells whether a layer's fills come from a style, which setting them would detach. */
export function hasFillStyle({ fillStyleId }: MinimalFillsMixin): boolean {
  return typeof fillStyleId === 'string' && fillStyleId !== ''
}
