import type { PlaygroundDocument, Snapshot } from '../../document/document'
import type { DocumentNode, NodeKind } from '../../document/node'
import type { HostNodeChange } from './node-changes'

interface PassingNode {
  readonly kind: NodeKind
  readonly parentId: string
  readonly pageId: string
}

/** Nodes that came after the last event and are gone before the next: listeners are told that they came and went. */
export class PassingNodes {
  readonly #nodes = new Map<string, PassingNode>()

  /** Notes what is in the document now and was not at the last event. */
  note(document: PlaygroundDocument, before: Snapshot): void {
    const visit = (node: DocumentNode, parentId: string, pageId: string): void => {
      if (!before.nodes.has(node.id)) this.#nodes.set(node.id, { kind: node.type, parentId, pageId })
      for (const child of node.children) visit(child, node.id, pageId)
    }
    for (const page of document.root.children) {
      for (const child of page.children) visit(child, page.id, page.id)
    }
  }

  /** The coming and going of those that are not there any more; of a subtree only the highest node is named. */
  changes(pageId: string, now: Snapshot): readonly HostNodeChange[] {
    return [...this.#nodes].flatMap(
      ([id, { kind, parentId, pageId: ownPage }]): readonly HostNodeChange[] => {
        if (ownPage !== pageId || now.nodes.has(id) || this.#nodes.has(parentId)) return []
        const node: RemovedNode = { removed: true, type: kind, id }
        return [
          { id, origin: 'LOCAL', type: 'CREATE', node },
          { id, origin: 'LOCAL', type: 'DELETE', node }
        ]
      }
    )
  }

  forget(): void {
    this.#nodes.clear()
  }
}
