import { useEffect } from 'preact/hooks'

/**
 * Focuses an element if the focus is lost, so that nothing or only the screen has it. Never takes it from another element or
 * from the editor around the window.
 */
export function focusIfLost(element: HTMLElement | null): void {
  const { activeElement } = document
  const isLost = activeElement === document.body || activeElement?.tagName === 'MAIN'
  if (document.hasFocus() && isLost && activeElement !== element) {
    element?.focus()
  }
}

/** Focuses the screen after any change that lost the focus, so that Tab starts at its beginning. */
export function useLostFocus(): void {
  useEffect(() => {
    focusIfLost(document.querySelector('main'))
  })
}
