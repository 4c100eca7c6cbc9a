import { Button } from '@create-figma-plugin/ui'
import { type ComponentProps, type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusIfLost } from './focus-if-lost'

/** A key that is still held from the press before must not press this one too. */
function ignoreHeld(event: KeyboardEvent): void {
  if (event.repeat) {
    event.preventDefault()
  }
}

/** A button that takes the focus as it appears, where what had it is gone: what was pressed may be gone with the press. */
export function FallbackFocusButton(props: Omit<ComponentProps<typeof Button>, 'ref'>): JSX.Element {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    focusIfLost(button.current)
  }, [])
  return <Button {...props} ref={button} onKeyDown={ignoreHeld} />
}
