import type { PlaygroundDocument } from '../../document/document'
import type { DocumentNode } from '../../document/node'
import type { Selection } from '../events/selection'
import { PluginError } from '../plugin-error'
import { NodeReference } from '../vm/wire'

/** Draws a node as an image file; the editor's page does it with its canvas. */
export type ExportNode = (node: DocumentNode, settings: ExportSettingsImage) => Promise<Uint8Array>

/** What the members of nodes work on. */
export interface ApiHost {
  readonly document: PlaygroundDocument
  readonly selection: Selection
  readonly exportNode: ExportNode
  /** Commands that the manifest's `relaunchButtons` name. */
  readonly relaunchCommands: readonly string[]
  /** Ids of the pages that were open or loaded in this run; of the others only the name can be read. */
  readonly loadedPages: Set<string>
}

/** Throws for the content of a page that the plugin has not loaded. (Figma's plugin docs, dynamic page loading) */
export function needLoaded(node: DocumentNode, host: ApiHost): void {
  host.loadedPages.add(host.document.currentPage.id)
  const pages = node.type === 'DOCUMENT' ? node.children : node.type === 'PAGE' ? [node] : []
  if (pages.every((page) => host.loadedPages.has(page.id))) return
  throw new PluginError(
    node.type === 'PAGE'
      ? 'Cannot access the content of a page that has not been explicitly loaded. Call page.loadAsync() first'
      : 'Cannot search pages that have not been loaded. Call figma.loadAllPagesAsync() first'
  )
}

export function referTo(node: DocumentNode): NodeReference {
  return new NodeReference(node.id, node.type)
}

/** The node behind a reference; throws what Figma says of a node that is gone. */
export function resolve(reference: NodeReference, host: ApiHost): DocumentNode {
  const node = host.document.get(reference.id)
  if (node === null) throw new PluginError(`The node with id "${reference.id}" does not exist`)
  return node
}

/** The instance that a node is part of, itself not counted. */
export function enclosingInstance(node: DocumentNode): DocumentNode | null {
  let ancestor = node.parent
  while (ancestor !== null && ancestor.type !== 'INSTANCE') ancestor = ancestor.parent
  return ancestor
}

/** The nodes that a node is in, the nearest first. */
export function ancestorsOf(node: DocumentNode): readonly DocumentNode[] {
  return node.parent === null ? [] : [node.parent, ...ancestorsOf(node.parent)]
}

/** A node and all that is in it, parents before children, without the node itself. */
export function descendantsOf(node: DocumentNode): DocumentNode[] {
  return node.children.flatMap((child) => [child, ...descendantsOf(child)])
}

export function pageOf(node: DocumentNode): DocumentNode | null {
  let ancestor: DocumentNode | null = node
  while (ancestor !== null && ancestor.type !== 'PAGE') ancestor = ancestor.parent
  return ancestor
}
