/** Tells whether a layer is somewhere inside of one of this type. */
export function hasAncestor(node: BaseNode, type: NodeType): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === type) {
      return true
    }
  }
  return false
}
