import type { PlaygroundDocument } from '../../document/document'
import type { DocumentNode } from '../../document/node'

/** What is selected on each page: ids, kept apart from the document because undo does not bring it back. */
export class Selection {
  readonly #document: PlaygroundDocument
  readonly #ids = new Map<string, readonly string[]>()
  readonly #listeners = new Set<() => void>()

  constructor(document: PlaygroundDocument) {
    this.#document = document
  }

  /** The selected nodes of a page that still exist there. */
  nodes(page: DocumentNode): readonly DocumentNode[] {
    return (this.#ids.get(page.id) ?? []).flatMap((id) => {
      const node = this.#document.get(id)
      return node !== null && isWithin(node, page) ? [node] : []
    })
  }

  /** Selects these nodes; listeners hear of it only when something changed. */
  set(page: DocumentNode, ids: readonly string[]): void {
    const unique = [...new Set(ids)]
    const before = this.#ids.get(page.id) ?? []
    if (unique.length === before.length && unique.every((id, index) => id === before[index])) return
    this.#ids.set(page.id, unique)
    for (const listener of [...this.#listeners]) listener()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

function isWithin(node: DocumentNode, page: DocumentNode): boolean {
  let ancestor: DocumentNode | null = node
  while (ancestor !== null && ancestor !== page) ancestor = ancestor.parent
  return ancestor === page
}
