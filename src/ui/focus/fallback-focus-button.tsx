import { Button } from '@create-figma-plugin/ui'
import { type ComponentProps, type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusIfLost } from './focus-if-lost'

/** Ignores a repeated key, which is still held from the press before. */
function ignoreHeld(event: KeyboardEvent): void {
  if (event.repeat) {
    event.preventDefault()
  }
}

/** A button that takes a lost focus when it appears, since a press may remove the pressed button. */
export function FallbackFocusButton(props: Omit<ComponentProps<typeof Button>, 'ref'>): JSX.Element {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    focusIfLost(button.current)
  }, [])
  return <Button {...props} ref={button} onKeyDown={ignoreHeld} />
}
