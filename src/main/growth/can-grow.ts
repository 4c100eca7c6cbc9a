import { hasAncestor } from '../nodes/ancestors'
import { autoLayoutParent } from '../nodes/auto-layout-parent'
import { type GrowingNode, isOfGrowingKind } from '../nodes/expandable-node'
import { hasPattern } from '../nodes/visible-paints'

/** What a variable can be bound to that growing sets: plugin-api.d.ts, `VariableBindableNodeField`. */
const setByGrowing = [
  'width',
  'height',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft'
] as const

/**
 * Tells whether a layer can grow and take a fill without losing anything: not where an instance, auto layout, a maximum
 * or a variable sets its size, nor where its fills are a style (a new fill would detach it) or can't be set at once.
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

/** Tells whether a layer's fills are those of a style: setting them detaches it. */
export function hasFillStyle({ fillStyleId }: MinimalFillsMixin): boolean {
  return typeof fillStyleId === 'string' && fillStyleId !== ''
}
