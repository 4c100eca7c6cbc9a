import type { History, PlaygroundDocument } from '../../../playground/testing/document'
import type { ClientStorage, ExportNode, FigmaHost, Selection } from '../../../playground/testing/host'

/** What the platform's API works on, around a real document: windows and toasts are shown to nobody. */
export function createSilentHost(
  document: PlaygroundDocument,
  history: History,
  selection: Selection,
  storage: ClientStorage,
  exportNode: ExportNode = () => Promise.resolve(new Uint8Array()),
  command = ''
): FigmaHost {
  const nothing = (): void => undefined
  return {
    document,
    selection,
    storage,
    exportNode,
    relaunchCommands: ['expandAgain'],
    loadedPages: new Set([document.currentPage.id]),
    command,
    pluginId: undefined,
    window: {
      open: nothing,
      post: nothing,
      resize: nothing,
      reposition: nothing,
      position: () => ({ x: 0, y: 0 }),
      setVisible: nothing,
      close: nothing
    },
    toasts: { show: () => nothing },
    viewport: {
      center: { x: 0, y: 0 },
      zoom: 1,
      bounds: { x: 0, y: 0, width: 100, height: 100 },
      scrollIntoView: nothing
    },
    commitUndo: () => {
      history.commit()
    },
    triggerUndo: () => {
      history.undo()
    },
    close: nothing,
    sendToWindow: nothing,
    windowIsOpen: false,
    allPagesLoaded: false,
    watchesDocument: false,
    watchedPages: new Set()
  }
}
