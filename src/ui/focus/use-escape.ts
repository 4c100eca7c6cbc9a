import { useWindowKeyDown } from '@create-figma-plugin/ui'
import type { AppModel } from '../model/app-model'
import type { AppState } from '../state/app-state'

/**
 * Handles Esc as Figma does, one step back: to the main screen, out of a field, and out of the plugin if nothing is in progress
 * or waits for a decision.
 */
export function useEscape(model: AppModel, { screen, runs }: AppState): void {
  useWindowKeyDown('Escape', (event) => {
    if (event.defaultPrevented) {
      return
    }
    if (screen !== 'expand') {
      model.showScreen('expand')
    } else if (isField(event.target)) {
      event.target.blur()
    } else if (runs.length === 0) {
      model.close()
    }
  })
}

function isField(element: EventTarget | null): element is HTMLElement {
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && element.type !== 'radio')
  )
}
