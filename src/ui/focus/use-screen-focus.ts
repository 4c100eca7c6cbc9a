import { useEffect, useRef } from 'preact/hooks'
import type { AppState } from '../state/app-state'

/** Ids of the buttons that open the other screens. */
export const openerIds = { settings: 'open-settings', history: 'open-history' } as const

/** Ids of the first control of the settings and of the way back. */
export const keyFieldId = 'api-key'
export const backId = 'back'

/** Moves the focus with a change of screen: to its first control, and back to the button that opened it. */
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
