import type { Port } from '../bridge/port'
import { sendEvent } from '../bridge/send-event'
import { describeSelection } from './calls/describe-selection'
import { isTemporary } from './export/temporary-layer'
import { tellImages } from './placed/placed-images'
import type { Session } from './placed/session'

/** Debounce time of changes, ms; a dragged layer changes continually. */
const quietMs = 120

/**
 * Sends the window a description whenever the selection, the page or a layer of the page changes, and which images of its open
 * cards came or went. Drops descriptions that a later change has superseded.
 *
 * The returned function schedules the same check, since a change by the plugin that is undone at once may raise no event.
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
