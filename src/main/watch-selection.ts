import { sendEvent } from '../bridge/event-channel'
import type { Port } from '../bridge/port'
import { describeSelection } from './describe-selection'

/**
 * Tells the window what can be expanded whenever the selection, the page or a layer of the page changes. Descriptions
 * that are overtaken by a later change are dropped.
 */
export function watchSelection(port: Port): void {
  let latest = 0
  const tell = async (): Promise<void> => {
    const current = ++latest
    const selection = await describeSelection()
    if (current === latest) {
      sendEvent(port, 'selection-changed', selection)
    }
  }
  const onChange = (): void => {
    void tell()
  }
  let page = figma.currentPage
  page.on('nodechange', onChange)
  figma.on('selectionchange', onChange)
  figma.on('currentpagechange', () => {
    page.off('nodechange', onChange)
    page = figma.currentPage
    page.on('nodechange', onChange)
    onChange()
  })
}
