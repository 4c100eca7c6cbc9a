import type { Port } from '../bridge/port'
import { sendEvent } from '../bridge/send-event'
import { describeSelection } from './calls/describe-selection'
import { isTemporary } from './export/temporary-layer'
import { tellImages } from './placed/placed-images'
import type { Session } from './placed/session'

/** Changes that follow each other faster than this, as while a layer is dragged, are told once. */
const quietMs = 120

/**
 * Tells the window what can be expanded whenever the selection, the page or a layer of the page changes. Descriptions
 * that are overtaken by a later change are dropped. With the page, the images of the open cards may have changed too.
 *
 * The returned function looks at all of that soon: what the plugin has changed and is undone at once may come as no change.
 */
export function watchSelection(port: Port, session: Session): () => void {
  let latest = 0
  let timer: number | null = null
  const tell = async (): Promise<void> => {
    const current = ++latest
    const selection = await describeSelection()
    if (current === latest) {
      sendEvent(port, 'selection-changed', selection)
    }
  }
  const onSelection = (): void => {
    void tell()
  }
  const lookSoon = (): void => {
    if (timer !== null) {
      clearTimeout(timer)
    }
    timer = setTimeout(() => {
      timer = null
      void tellImages(port, session)
      void tell()
    }, quietMs)
  }
  const onNodeChange = ({ nodeChanges }: NodeChangeEvent): void => {
    if (!nodeChanges.every(({ id }) => isTemporary(id))) {
      lookSoon()
    }
  }
  let page = figma.currentPage
  page.on('nodechange', onNodeChange)
  figma.on('selectionchange', onSelection)
  figma.on('currentpagechange', () => {
    page.off('nodechange', onNodeChange)
    page = figma.currentPage
    page.on('nodechange', onNodeChange)
    void tellImages(port, session)
    onSelection()
  })
  return lookSoon
}
