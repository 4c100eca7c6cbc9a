import { useEffect, useRef } from 'preact/hooks'
import type { AppState } from '../state/app-state'

/** Of the buttons in the main screen that open the others. */
export const openerIds = { settings: 'open-settings', history: 'open-history' } as const

/** Of the first thing to do in the settings, and of the way back from a screen. */
export const keyFieldId = 'api-key'
export const backId = 'back'

/** A change of screen takes the focus along: to where its work begins, and back to what opened it. */
export function useScreenFocus({ screen }: AppState): void {
  const before = useRef(screen)
  useEffect(() => {
    const from = before.current
    before.current = screen
    if (from === screen) {
      return
    }
    const ids = { settings: keyFieldId, history: backId, expand: from === 'expand' ? null : openerIds[from] }
    document.getElementById(ids[screen] ?? '')?.focus()
  }, [screen])
}
