import { type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { extentAlong, type Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import { type Handle, sidesOf } from '../../core/growth/drag-insets'
import type { Words } from '../words/words'
import styles from './canvas-handle.css'

/** The pointer's distance from its start, or one step of the keys: to the right and down. */
interface Way {
  readonly x: number
  readonly y: number
}

const arrows: Readonly<Record<string, Way>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 }
}

/**
 * A handle on a side or a corner of the canvas. A side is a slider for the keyboard and screen readers; corners are for the
 * pointer only, since two sides do the same.
 */
export function CanvasHandle({
  handle,
  thin,
  insets,
  subject,
  words,
  onStart,
  onMove,
  onEnd,
  onStep,
  onReset,
  onFocused
}: {
  readonly handle: Handle
  /** Axes along which the canvas is too short for its handles to lie side by side. */
  readonly thin: { readonly across: boolean; readonly down: boolean }
  readonly insets: Insets
  readonly subject: Size
  readonly words: Words
  readonly onStart: () => void
  /** Reports the distance from the start, window px, at most once a screen frame. */
  readonly onMove: (by: Way, held: PointerEvent) => void
  readonly onEnd: (isTakenBack: boolean) => void
  /** Reports a step of the keys, document units. */
  readonly onStep: (by: Way, all: boolean) => void
  readonly onReset: () => void
  readonly onFocused: (isFocused: boolean) => void
}): JSX.Element | null {
  const start = useRef<Way | null>(null)
  const latest = useRef<PointerEvent | null>(null)
  const frame = useRef(0)
  const listening = useRef<AbortController | null>(null)
  // The values of this drawing: the drag that they belong to is known only after the one before.
  const calls = useRef({ onMove, onEnd })
  calls.current = { onMove, onEnd }
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      listening.current?.abort()
    },
    []
  )

  const show = (): void => {
    frame.current = 0
    const event = latest.current
    if (event !== null && start.current !== null) {
      calls.current.onMove({ x: event.clientX - start.current.x, y: event.clientY - start.current.y }, event)
    }
  }
  const follow = (event: PointerEvent): void => {
    // The button was released outside the window.
    if (event.buttons === 0) {
      end(false)
      return
    }
    latest.current = event
    if (frame.current === 0) {
      frame.current = requestAnimationFrame(show)
    }
  }
  const end = (isTakenBack: boolean): void => {
    if (start.current === null) {
      return
    }
    if (frame.current !== 0) {
      cancelAnimationFrame(frame.current)
      show()
    }
    start.current = null
    latest.current = null
    listening.current?.abort()
    calls.current.onEnd(isTakenBack)
  }
  const begin = (element: HTMLElement, event: PointerEvent): void => {
    element.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, y: event.clientY }
    // Listens on the document, since a browser may refuse the pointer capture silently.
    listening.current = new AbortController()
    const { signal } = listening.current
    document.addEventListener('pointermove', follow, { signal })
    document.addEventListener(
      'pointerup',
      () => {
        end(false)
      },
      { signal }
    )
    document.addEventListener(
      'pointercancel',
      () => {
        end(true)
      },
      { signal }
    )
    onStart()
  }
  const [side, other] = sidesOf(handle)
  if (other !== undefined && (thin.across || thin.down)) {
    return null
  }
  return (
    <div
      class={classesOf(handle, thin).join(' ')}
      {...(side === undefined || other !== undefined
        ? { tabIndex: -1 }
        : {
            role: 'slider',
            tabIndex: 0,
            'aria-label': words.sides[side],
            'aria-orientation': side === 'top' || side === 'bottom' ? 'vertical' : 'horizontal',
            'aria-valuemin': 0,
            'aria-valuemax': 100_000,
            'aria-valuenow': Math.round(insets[side]),
            'aria-valuetext': words.preview.inset('', insets[side], insets[side] / extentAlong(side, subject))
          })}
      title={words.preview.handle}
      onPointerDown={(event) => {
        if (event.button === 0) {
          begin(event.currentTarget, event)
        }
      }}
      onDblClick={onReset}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && start.current !== null) {
          event.stopPropagation()
          end(true)
          return
        }
        const way = arrows[event.key]
        const isOwn = side === 'top' || side === 'bottom' ? way?.y !== 0 : way?.x !== 0
        if (way !== undefined && (isOwn || other !== undefined)) {
          event.preventDefault()
          const length = event.shiftKey ? 10 : 1
          onStep({ x: way.x * length, y: way.y * length }, event.altKey)
        } else if (event.key === 'Delete' || event.key === 'Backspace' || event.key === 'Home') {
          event.preventDefault()
          onReset()
        }
      }}
      onFocus={({ currentTarget }) => {
        // Not after a drag, since the tooltip would cover the image.
        onFocused(currentTarget.matches(':focus-visible'))
      }}
      onBlur={() => {
        onFocused(false)
      }}
    />
  )
}

function classesOf(handle: Handle, { across, down }: { across: boolean; down: boolean }): readonly string[] {
  return [
    styles['handle'],
    styles[handle],
    across ? styles['thinAcross'] : undefined,
    down ? styles['thinDown'] : undefined
  ].filter((name) => name !== undefined)
}
