import type { PlaygroundDocument } from '../../document/document'
import type { DocumentNode } from '../../document/node'
import { type HostNodeChange, nodeChanges } from './node-changes'
import { PassingNodes } from './passing-nodes'
import type { Selection } from './selection'

export interface DocumentEventsOptions {
  readonly document: PlaygroundDocument
  readonly selection: Selection
  /** How late `selectionchange` and `nodechange` are, ms. */
  readonly delayMs: () => number
  /** Ids of the pages that the plugin listens to. */
  readonly watchedPages: ReadonlySet<string>
  /** Whether it listens to the whole document. */
  readonly watchesDocument: () => boolean
  readonly emit: (type: string, values: readonly unknown[]) => void
}

/** Calls an action once for all the requests within a delay. */
function coalesced(action: () => void, delayMs: () => number): { request: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    request: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        action()
      }, delayMs())
    },
    stop: () => {
      clearTimeout(timer)
    }
  }
}

/**
 * Tells the plugin what changed: late, and once for all the changes of the meantime, as Figma does. A selected node
 * that is removed changes the selection too. Gives the function that stops it.
 */
export function watchDocument(options: DocumentEventsOptions): () => void {
  const { document, selection, delayMs, watchedPages, watchesDocument, emit } = options
  const selected = (): string =>
    [document.currentPage.id, ...selection.nodes(document.currentPage).map((node) => node.id)].join()
  let lastSelected = selected()
  let lastPage = document.currentPage
  let lastSnapshot = document.snapshot()

  const selectionChange = coalesced(() => {
    emit('selectionchange', [])
  }, delayMs)
  const passing = new PassingNodes()
  const nodeChange = coalesced(() => {
    const snapshot = document.snapshot()
    const before = lastSnapshot
    lastSnapshot = snapshot
    const changesOn = (page: DocumentNode): readonly HostNodeChange[] => [
      ...passing.changes(page.id, snapshot),
      ...nodeChanges(before, snapshot, page, document)
    ]
    const pages = document.root.children.map((page) => [page, changesOn(page)] as const)
    passing.forget()
    for (const [page, changes] of pages) {
      if (!watchedPages.has(page.id) || changes.length === 0) continue
      emit(`page:${page.id}.nodechange`, [{ nodeChanges: changes }])
    }
    const documentChanges = pages.flatMap(([, changes]) => changes)
    if (watchesDocument() && documentChanges.length > 0) emit('documentchange', [{ documentChanges }])
  }, delayMs)

  function lookForPassing(): void {
    if (watchedPages.size > 0 || watchesDocument()) passing.note(document, lastSnapshot)
  }

  function look(): void {
    if (document.currentPage !== lastPage) {
      lastPage = document.currentPage
      emit('currentpagechange', [])
    }
    if (selected() === lastSelected) return
    lastSelected = selected()
    selectionChange.request()
  }

  const stops = [
    document.onChange(look),
    document.onChange(lookForPassing),
    document.onChange(nodeChange.request),
    selection.onChange(look),
    selectionChange.stop,
    nodeChange.stop
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
