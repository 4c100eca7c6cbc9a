import type { SceneNode } from '../document/write-node'

/** Finds a node of a scene by its id, or null. */
export function findNode(node: SceneNode, nodeId: string): SceneNode | null {
  if (node.id === nodeId) {
    return node
  }
  for (const child of node.children ?? []) {
    const found = findNode(child, nodeId)
    if (found !== null) {
      return found
    }
  }
  return null
}
