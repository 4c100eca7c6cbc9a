/** Where the lowest visible mask among the layers of a parent is; while they are remembered, by the parent's id. */
let remembered: Map<string, number> | null = null

/**
 * Looks for the masks of each parent once for as long as `work` runs, which must not wait: of a hundred siblings, each
 * would be looked for among all of them otherwise.
 */
export function withMasksReadOnce<Result>(work: () => Result): Result {
  remembered = new Map()
  try {
    return work()
  } finally {
    remembered = null
  }
}

/** Tells whether a layer is a mask, or is cut by one: a mask covers all its siblings above it. */
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

/** Its index; the number of the layers where there is none. */
function lowestMask(layers: readonly BaseNode[]): number {
  const index = layers.findIndex((layer) => 'isMask' in layer && layer.isMask && layer.visible)
  return index === -1 ? layers.length : index
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
