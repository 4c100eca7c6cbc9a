import type { SceneFile, SceneNode } from '../../playground/testing/document'

/** A layer's own fields, with the ids of what it is in and what is directly in it. */
export interface FlatNode {
  readonly id: string
  readonly parentId: string | null
  readonly childIds: readonly string[]
  readonly fields: Readonly<Record<string, unknown>>
}

/** All nodes of a scene by their ids. */
export function nodesOf({ document }: SceneFile): ReadonlyMap<string, FlatNode> {
  const nodes = new Map<string, FlatNode>()
  const visit = ({ children = [], ...fields }: SceneNode, parentId: string | null): void => {
    nodes.set(fields.id, { id: fields.id, parentId, childIds: children.map(({ id }) => id), fields })
    for (const child of children) {
      visit(child, fields.id)
    }
  }
  visit(document, null)
  return nodes
}

export function nodeOf(nodes: ReadonlyMap<string, FlatNode>, id: string | null): FlatNode {
  const node = id === null ? undefined : nodes.get(id)
  if (node === undefined) throw new Error(`there is no ${String(id)}`)
  return node
}

/** A node's fields but for some. */
export function fieldsWithout(
  { fields }: FlatNode,
  names: readonly string[]
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

/** Fields that say where a node is, and how large. */
export const placeFields = ['absoluteBoundingBox', 'absoluteRenderBounds', 'relativeTransform', 'size']
