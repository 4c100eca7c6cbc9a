/** Index of the lowest visible mask among a parent's children, by the parent's id, while `work` runs. Null otherwise. */
let remembered: Map<string, number> | null = null

/**
 * Searches each parent for masks only once while `work` runs, which must be synchronous. Otherwise each of a hundred siblings
 * would search all of them.
 */
export function withMasksReadOnce<Result>(work: () => Result): Result {
  remembered = new Map()
  try {
    return work()
  } finally {
    remembered = null
  }
}

/** Tells whether a layer is a mask or is cut by one: a mask cuts all siblings above it. */
export function isMasked(node: BaseNode): boolean {
  if ('isMask' in node && node.isMask) {
    return true
  }
  const { parent } = node
  if (parent === null || !('children' in parent)) {
    return false
  }
  const { children } = parent
  const mask = remembered?.get(parent.id) ?? lowestMask(children)
  remembered?.set(parent.id, mask)
  return children.slice(mask + 1).some(({ id }) => id === node.id)
}

/** Finds the index of the lowest visible mask; the number of layers if there is none. */
function lowestMask(layers: readonly BaseNode[]): number {
  const index = layers.findIndex((layer) => 'isMask' in layer && layer.isMask && layer.visible)
  return index === -1 ? layers.length : index
}

/** Tells whether a layer or one of its ancestors is a mask or is cut by one. */
export function isInsideMask(node: BaseNode): boolean {
  for (let at: BaseNode | null = node; at !== null && at.type !== 'PAGE'; at = at.parent) {
    if (isMasked(at)) {
      return true
    }
  }
  return false
}
