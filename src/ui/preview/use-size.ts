import { type RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Size } from '../../core/geometry/size'

/** The inner size of an element in window pixels, whenever it changes; `first` until it is there. */
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
