import { useEffect } from 'preact/hooks'

/**
 * Puts the focus on an element where what had it is gone, so that nothing or only the screen has it; never takes it from
 * another element, or from the editor around the window.
 */
export function focusIfLost(element: HTMLElement | null): void {
  const { activeElement } = document
  const isLost = activeElement === document.body || activeElement?.tagName === 'MAIN'
  if (document.hasFocus() && isLost && activeElement !== element) {
    element?.focus()
  }
}

/** What had the focus may be gone after any change: the screen takes it then, so that Tab goes on from its beginning. */
export function useLostFocus(): void {
  useEffect(() => {
    focusIfLost(document.querySelector('main'))
  })
}
