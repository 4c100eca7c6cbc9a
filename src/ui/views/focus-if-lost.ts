/** Puts the focus on an element where what had it is gone; never takes it from another, or from the editor around the window. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.hasFocus() && document.activeElement === document.body) {
    element?.focus()
  }
}
