import { useEffect } from 'preact/hooks'
import type { AppState } from '../state/app-state'

/** Id of the button that starts the expansion. */
export const expandId = 'expand'

/**
 * Focuses Expand once, if the window was opened for this press only and has the focus. A disabled button is not focused:
 * focusing it later could take the keys from the canvas, where Space or Enter must not send anything.
 */
export function useOpeningFocus({ isAsked }: AppState): void {
  useEffect(() => {
    if (isAsked && document.hasFocus()) {
      document.getElementById(expandId)?.focus()
    }
  }, [isAsked])
}
