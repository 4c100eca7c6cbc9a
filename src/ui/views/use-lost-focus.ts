import { useEffect } from 'preact/hooks'
import { focusIfLost } from './focus-if-lost'

/** What had the focus may be gone after any change: the screen takes it then, so that Tab goes on from its beginning. */
export function useLostFocus(): void {
  useEffect(() => {
    focusIfLost(document.querySelector('main'))
  })
}
