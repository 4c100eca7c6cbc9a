/** Tells whether a layer is a mask, or is cut by one: a mask covers all its siblings above it. */
export function isMasked(node: BaseNode): boolean {
  if ('isMask' in node && node.isMask) {
    return true
  }
  const siblings = node.parent !== null && 'children' in node.parent ? node.parent.children : []
  const own = siblings.findIndex(({ id }) => id === node.id)
  return siblings.slice(0, own).some((below) => 'isMask' in below && below.isMask && below.visible)
}

/** Tells whether a layer, or one around it, is a mask or is cut by one. */
export function isInsideMask(node: BaseNode): boolean {
  for (let at: BaseNode | null = node; at !== null && at.type !== 'PAGE'; at = at.parent) {
    if (isMasked(at)) {
      return true
    }
  }
  return false
}
