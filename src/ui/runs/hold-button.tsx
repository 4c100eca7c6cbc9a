import { type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import styles from './hold-button.css'

/** A button that acts while it is held: with the pointer, the space bar or Enter. */
export function HoldButton({
  label,
  isHeld,
  onHold
}: {
  readonly label: string
  readonly isHeld: boolean
  readonly onHold: (isHeld: boolean) => void
}): JSX.Element {
  const held = useRef(false)
  const hold = (now: boolean): void => {
    if (held.current !== now) {
      held.current = now
      onHold(now)
    }
  }
  // Removed while held, the button would leave the original visible.
  useEffect(
    () => () => {
      hold(false)
    },
    []
  )
  const isKey = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter'
  return (
    <button
      type="button"
      class={styles['hold']}
      aria-pressed={isHeld}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        hold(true)
      }}
      onPointerUp={() => {
        hold(false)
      }}
      onPointerCancel={() => {
        hold(false)
      }}
      onKeyDown={(event) => {
        if (isKey(event)) {
          event.preventDefault()
          hold(true)
        }
      }}
      onKeyUp={(event) => {
        if (isKey(event)) {
          hold(false)
        }
      }}
      onBlur={() => {
        hold(false)
      }}
    >
      {label}
    </button>
  )
}
