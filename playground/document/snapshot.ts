import type { DocumentNode } from './node'

/** A node's own values, and its children by their ids; what ties it to other nodes is left empty. */
export type NodeRecord = Readonly<DocumentNode> & { readonly childIds: readonly string[] }

/** Everything in a document that undo brings back: each node that is not removed, parents before their children. */
export interface Snapshot {
  readonly rootId: string
  readonly currentPageId: string
  readonly nodes: ReadonlyMap<string, NodeRecord>
}

/** What one node holds, as a record that later changes of the node do not reach. */
export function recordOf(node: DocumentNode): NodeRecord {
  const childIds = node.children.map((child) => child.id)
  return { ...node, parent: null, children: [], removed: false, childIds }
}

/** Whether two snapshots hold the same nodes with the same values; which page is open does not count. */
export function equalSnapshots(one: Snapshot, other: Snapshot): boolean {
  if (one.nodes.size !== other.nodes.size) {
    return false
  }
  for (const [id, record] of one.nodes) {
    const counterpart = other.nodes.get(id)
    if (counterpart === undefined || !equalValues(record, counterpart)) {
      return false
    }
  }
  return true
}

/** Whether two plain values (numbers, strings, arrays, objects) are the same, however deep. */
export function equalValues(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) {
    return true
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other
  }
  const entries: [string, unknown][] = Object.entries(one)
  const counterparts = new Map<string, unknown>(Object.entries(other))
  return (
    Array.isArray(one) === Array.isArray(other) &&
    entries.length === counterparts.size &&
    entries.every(([key, value]) => counterparts.has(key) && equalValues(value, counterparts.get(key)))
  )
}
