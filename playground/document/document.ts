import { createNodeData } from './create-node'
import { isGroupLike } from './geometry'
import { type LayoutMemory, runLayout, settleLayout } from './layout/layout'
import type { DocumentNode, NodeKind } from './node'
import { recordOf, type Snapshot } from './snapshot'
import { estimateTextWidth, type TextWidth } from './text-lines'

export type { Snapshot } from './snapshot'

/** The file's tree of nodes and its images, with the rules that hold for every change of the tree. */
export class PlaygroundDocument {
  /** The file's name. */
  name = 'Untitled'
  readonly root: DocumentNode
  /** SHA-1 of the bytes (hex) → the file's bytes. Only ever added to, as in Figma. */
  readonly images = new Map<string, Uint8Array>()
  currentPage: DocumentNode
  /** Counts the changes. */
  version = 0
  /** How wide text is: the canvas's own measure in the browser, an estimate elsewhere. */
  textWidth: TextWidth = estimateTextWidth
  /** What layout was last done for; kept by `layout.ts`. */
  readonly layoutMemory: LayoutMemory = new WeakMap()

  private readonly nodes = new Map<string, DocumentNode>()
  private readonly listeners = new Set<() => void>()
  private idSession = 1
  private idCounter = 1

  /** An empty document with one page; `ids` are those of the document and of that page. */
  constructor(ids: { readonly root: string; readonly page: string } = { root: '0:0', page: '0:1' }) {
    this.root = this.adopt('DOCUMENT', ids.root)
    this.currentPage = this.adopt('PAGE', ids.page)
    this.currentPage.name = 'Page 1'
    this.insert(this.root, 0, this.currentPage)
  }

  /** The node with that id, if it is part of the document or waits to be inserted; null for one that was removed. */
  get(id: string): DocumentNode | null {
    const node = this.nodes.get(id)
    return node === undefined || node.removed ? null : node
  }

  /** A detached node with the platform's defaults and a fresh id. */
  createNode(type: NodeKind): DocumentNode {
    return this.adopt(type, this.freshId())
  }

  /** A detached node with the platform's defaults and a given id, for loading a file. */
  createNodeWithId(type: NodeKind, id: string): DocumentNode {
    if (this.nodes.has(id)) {
      throw new Error(`there are two nodes with the id "${id}"`)
    }
    return this.adopt(type, id)
  }

  /**
   * Puts a node among the children of `parent`, `index` counted after it has left its old place (0 is the bottom
   * layer). Its `relativeTransform` keeps its numbers. A group that it leaves empty vanishes.
   */
  insert(parent: DocumentNode, index: number, node: DocumentNode): void {
    for (let ancestor: DocumentNode | null = parent; ancestor !== null; ancestor = ancestor.parent) {
      if (ancestor === node) {
        throw new Error('a node cannot be moved into itself')
      }
    }
    const oldParent = detach(node)
    parent.children.splice(Math.max(0, Math.min(index, parent.children.length)), 0, node)
    node.parent = parent
    this.removeEmptied(oldParent)
  }

  /** Takes a node and all that is in it out of the document for good; a group that it leaves empty goes too. */
  remove(node: DocumentNode): void {
    if (node === this.root || node === this.currentPage) {
      throw new Error('the document and its current page cannot be removed')
    }
    const oldParent = detach(node)
    markRemoved(node, true)
    this.removeEmptied(oldParent)
  }

  /** A detached copy of a node and all that is in it, with fresh ids. */
  clone(node: DocumentNode): DocumentNode {
    const copy = this.createNode(node.type)
    Object.assign(copy, { ...node, id: copy.id, parent: null, removed: false })
    copy.children = node.children.map((child) => {
      const childCopy = this.clone(child)
      childCopy.parent = copy
      return childCopy
    })
    return copy
  }

  /** To be called after every change: does the layout and tells the listeners. */
  changed(): void {
    this.version += 1
    runLayout(this)
    for (const listener of [...this.listeners]) {
      listener()
    }
  }

  /** Calls `listener` after every change; the returned function stops that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** Everything that undo brings back, untouched by later changes. */
  snapshot(): Snapshot {
    const nodes = new Map<string, ReturnType<typeof recordOf>>()
    const visit = (node: DocumentNode): void => {
      nodes.set(node.id, recordOf(node))
      node.children.forEach(visit)
    }
    visit(this.root)
    return { rootId: this.root.id, currentPageId: this.currentPage.id, nodes }
  }

  /**
   * Brings the document back to a snapshot: the same node objects with the values of then. Nodes made since are
   * removed; nodes removed since are there again. The page that is open stays open where it still exists. Does no
   * layout (the snapshot was taken after it) and tells the listeners.
   */
  restore(snapshot: Snapshot): void {
    for (const node of this.nodes.values()) {
      node.removed = !snapshot.nodes.has(node.id)
      node.parent = null
    }
    for (const [id, record] of snapshot.nodes) {
      const node = this.nodes.get(id) ?? this.adopt(record.type, id)
      const { childIds, ...values } = record
      Object.assign(node, values)
      node.children = childIds.flatMap((childId) => this.nodes.get(childId) ?? [])
    }
    for (const id of snapshot.nodes.keys()) {
      const node = this.nodes.get(id)
      node?.children.forEach((child) => {
        child.parent = node
      })
    }
    if (this.currentPage.removed) {
      this.currentPage = this.get(snapshot.currentPageId) ?? this.currentPage
    }
    settleLayout(this)
    this.version += 1
    for (const listener of [...this.listeners]) {
      listener()
    }
  }

  private adopt(type: NodeKind, id: string): DocumentNode {
    const node = createNodeData(id, type)
    this.nodes.set(id, node)
    for (const part of id.matchAll(/(\d+):(\d+)/g)) {
      this.idSession = Math.max(this.idSession, Number(part[1]))
      this.idCounter = Math.max(this.idCounter, Number(part[2]))
    }
    return node
  }

  private freshId(): string {
    return `${this.idSession}:${this.idCounter + 1}`
  }

  private removeEmptied(node: DocumentNode | null): void {
    if (node !== null && !node.removed && isGroupLike(node) && node.children.length === 0) {
      this.remove(node)
    }
  }
}

function detach(node: DocumentNode): DocumentNode | null {
  const parent = node.parent
  if (parent !== null) {
    parent.children = parent.children.filter((child) => child !== node)
    node.parent = null
  }
  return parent
}

function markRemoved(node: DocumentNode, removed: boolean): void {
  node.removed = removed
  for (const child of node.children) {
    markRemoved(child, removed)
  }
}
