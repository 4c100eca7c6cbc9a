import { fail, type Outcome, succeed } from '../../core/outcome'
import type { Obstacle } from '../../core/plan/target'
import { hasAncestor } from './ancestors'
import { autoLayoutParent, outermostGroup } from './auto-layout-parent'
import { visiblePaints } from './visible-paints'

/** The position of a new layer directly behind another one. */
export interface PositionBehind {
  readonly parent: PageNode | FrameNode | ComponentNode | GroupNode | SectionNode
  /** The child of `parent` that the new layer goes directly behind: the layer itself or one of its ancestors. */
  readonly anchor: SceneNode
}

/**
 * Finds the layer that the image for `node` goes behind, such that nothing else moves: outside instances (their structure
 * is fixed) and outside groups that auto layout would rearrange.
 */
export function findLayerToGoBehind(node: SceneNode): Outcome<PositionBehind, Obstacle> {
  const { name } = node
  const instance = outermostInstance(node)
  if (instance !== null && isHiddenBehind(node, instance)) {
    return fail({ kind: 'inside-instance', name, instanceName: instance.name })
  }
  const layer = instance ?? node
  // A transform group repeats or bends its children.
  const isPlain = autoLayoutParent(layer) === null && !hasAncestor(layer, 'TRANSFORM_GROUP')
  const anchor = isPlain ? layer : outermostGroup(layer)
  const { parent } = anchor
  if (parent?.type === 'COMPONENT_SET') {
    return fail({ kind: 'fixed-variant', name })
  }
  return parent !== null && isHost(parent)
    ? succeed({ parent, anchor })
    : fail({ kind: 'not-expandable', name, nodeType: node.type })
}

function outermostInstance(node: SceneNode): InstanceNode | null {
  let outermost: InstanceNode | null = null
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === 'INSTANCE') {
      outermost = at
    }
  }
  return outermost
}

/** Tells whether an ancestor, up to the instance, would hide or clip a layer behind this one. */
function isHiddenBehind(node: SceneNode, instance: InstanceNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    const hides = 'fills' in at && visiblePaints(at.fills).length > 0
    if (hides || ('clipsContent' in at && at.clipsContent)) {
      return true
    }
    if (at.id === instance.id) {
      return false
    }
  }
  return false
}

function isHost(node: BaseNode): node is PositionBehind['parent'] {
  return ['PAGE', 'FRAME', 'COMPONENT', 'GROUP', 'SECTION'].includes(node.type)
}
