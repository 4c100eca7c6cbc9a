/** Finds the auto-layout frame that positions this layer, directly or through groups; null if there is none. */
export function autoLayoutParent(node: SceneNode): BaseNode | null {
  const child = outermostGroup(node)
  const { parent } = child
  if (parent === null || !('layoutMode' in parent) || parent.layoutMode === 'NONE') {
    return null
  }
  return 'layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE' ? null : parent
}

/** Finds the outermost group directly around a layer, or the layer itself: the child of its frame. */
export function outermostGroup(node: SceneNode): SceneNode {
  let child = node
  while (child.parent !== null && isGroup(child.parent)) {
    child = child.parent
  }
  return child
}

function isGroup(node: BaseNode): node is GroupNode | TransformGroupNode {
  return node.type === 'GROUP' || node.type === 'TRANSFORM_GROUP'
}
