/** The auto-layout frame that decides where this layer is (a group between moves with it), or null. */
export function autoLayoutParent(node: SceneNode): BaseNode | null {
  const child = outermostGroup(node)
  const { parent } = child
  if (parent === null || !('layoutMode' in parent) || parent.layoutMode === 'NONE') {
    return null
  }
  return 'layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE' ? null : parent
}

/** The layer itself, or the outermost of the groups directly around it: what its frame has as a child. */
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
