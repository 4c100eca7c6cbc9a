import { type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Size } from '../../core/geometry/size'
import { allowedWindowSize, firstWindowSize } from '../../core/window-size'
import styles from './window-corner.css'

/** So far one press of an arrow key moves the corner, px. */
const step = 20

/**
 * What a browser's, the editor's and the window's own bars take of a screen's height, px: a window that was made large on one
 * screen has its corner on a smaller one too.
 */
const barsHeight = 200

const arrows: Readonly<Record<string, Size>> = {
  ArrowLeft: { width: -step, height: 0 },
  ArrowRight: { width: step, height: 0 },
  ArrowUp: { width: 0, height: -step },
  ArrowDown: { width: 0, height: step }
}

/** The window's lower right corner: dragged, or moved by the arrow keys; a double press gives the first size back. */
export function WindowCorner({
  label,
  onSize
}: {
  readonly label: string
  readonly onSize: (size: Size, isFinal: boolean) => void
}): JSX.Element {
  /** From the pointer to the corner, px. */
  const reach = useRef<Size | null>(null)
  const sizeAt = (event: PointerEvent, { width, height }: Size): Size => ({
    width: event.clientX + width,
    height: event.clientY + height
  })
  /** What was asked for last: the window itself follows later than keys are pressed. */
  const asked = useRef<Size | null>(null)
  const ask = (size: Size, isFinal: boolean): void => {
    asked.current = allowedWindowSize(size)
    onSize(asked.current, isFinal)
  }
  useEffect(() => {
    const fit = (): void => {
      const height = Math.max(firstWindowSize.height, screen.availHeight - barsHeight)
      if (innerHeight > height) {
        ask({ width: innerWidth, height }, false)
      }
    }
    addEventListener('resize', fit)
    return () => {
      removeEventListener('resize', fit)
    }
  }, [onSize])
  return (
    <button
      type="button"
      class={styles['corner']}
      aria-label={label}
      title={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        reach.current = { width: innerWidth - event.clientX, height: innerHeight - event.clientY }
      }}
      onPointerMove={(event) => {
        if (reach.current !== null) {
          ask(sizeAt(event, reach.current), false)
        }
      }}
      onLostPointerCapture={(event) => {
        if (reach.current !== null) {
          ask(sizeAt(event, reach.current), true)
          reach.current = null
        }
      }}
      onDblClick={() => {
        ask(firstWindowSize, true)
      }}
      onKeyDown={(event) => {
        const by = arrows[event.key]
        if (by !== undefined) {
          event.preventDefault()
          const { width, height } = asked.current ?? { width: innerWidth, height: innerHeight }
          ask({ width: width + by.width, height: height + by.height }, true)
        }
      }}
    >
      <svg width="16" height="16" aria-hidden>
        <path d="M13.5 5.5l-8 8m8-4l-4 4" />
      </svg>
    </button>
  )
}
