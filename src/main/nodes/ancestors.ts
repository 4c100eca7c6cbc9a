/** Tells whether a layer has an ancestor of this type. */
export function hasAncestor(node: BaseNode, type: NodeType): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === type) {
      return true
    }
  }
  return false
}

/** Tells whether a layer is invisible because of itself or an ancestor. */
export function isHidden(node: SceneNode): boolean {
  for (let at: BaseNode | null = node; at !== null; at = at.parent) {
    if (('visible' in at && !at.visible) || ('opacity' in at && at.opacity === 0)) {
      return true
    }
  }
  return false
}
