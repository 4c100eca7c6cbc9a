import { type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Size } from '../../core/geometry/size'
import { allowedWindowSize, firstWindowSize } from '../../core/window-size'
import styles from './window-corner.css'

/** Step of an arrow key, px. */
const step = 20

/**
 * Height of the browser's, the editor's and the window's bars, px, so that the corner of a large window stays on a smaller
 * screen.
 */
const barsHeight = 200

const arrows: Readonly<Record<string, Size>> = {
  ArrowLeft: { width: -step, height: 0 },
  ArrowRight: { width: step, height: 0 },
  ArrowUp: { width: 0, height: -step },
  ArrowDown: { width: 0, height: step }
}

/** The window's lower right corner, moved by the pointer or the arrow keys; a double click restores the first size. */
export function WindowCorner({
  label,
  onSize
}: {
  readonly label: string
  readonly onSize: (size: Size, isFinal: boolean) => void
}): JSX.Element {
  /** Distance from the pointer to the corner, px. */
  const reach = useRef<Size | null>(null)
  const sizeAt = (event: PointerEvent, { width, height }: Size): Size => ({
    width: event.clientX + width,
    height: event.clientY + height
  })
  /** The last requested size: the window follows the keys with a delay. */
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
