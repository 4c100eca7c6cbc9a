import { useEffect } from 'preact/hooks'
import type { AppState } from '../state/app-state'

/** Id of the button that starts the expansion. */
export const expandId = 'expand'

/**
 * Focuses Expand once, when the window was opened for just this press and has the focus. A disabled button does not take
 * the focus. Focusing it later could take the keys from the canvas, where a press of Space or Enter must send nothing.
 */
export function useOpeningFocus({ isAsked }: AppState): void {
  useEffect(() => {
    if (isAsked && document.hasFocus()) {
      document.getElementById(expandId)?.focus()
    }
  }, [isAsked])
}
