import { array, object, safeParse, string } from 'valibot'
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

/** Finds the node that a node is directly in, or null. */
export function findParent(node: SceneNode, nodeId: string): SceneNode | null {
  for (const child of node.children ?? []) {
    const found = child.id === nodeId ? node : findParent(child, nodeId)
    if (found !== null) {
      return found
    }
  }
  return null
}

const imageFilled = object({ fills: array(object({ type: string() })) })

/** Tells whether a node has an image among its own fills. */
export function showsImage(node: SceneNode): boolean {
  const parsed = safeParse(imageFilled, node)
  return parsed.success && parsed.output.fills.some(({ type }) => type === 'IMAGE')
}

/** The ids of a node and of all that is in it. */
export function idsIn(node: SceneNode): ReadonlySet<string> {
  return new Set([node.id, ...(node.children ?? []).flatMap((child) => [...idsIn(child)])])
}

/** Finds a node with an image among its own fills whose id is not one of `known`, or null. */
export function findImage(node: SceneNode, known: ReadonlySet<string>): SceneNode | null {
  if (!known.has(node.id) && showsImage(node)) {
    return node
  }
  for (const child of node.children ?? []) {
    const found = findImage(child, known)
    if (found !== null) {
      return found
    }
  }
  return null
}
