import { type RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Size } from '../../core/geometry/size'

/** Returns an element's inner size, window px, after each change; `first` before the element exists. */
export function useSize(element: RefObject<HTMLElement>, first: Size): Size {
  const [size, setSize] = useState(first)
  useLayoutEffect(() => {
    const watched = element.current
    if (watched === null) {
      return undefined
    }
    const observer = new ResizeObserver(() => {
      setSize({ width: watched.clientWidth, height: watched.clientHeight })
    })
    observer.observe(watched)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return size
}
