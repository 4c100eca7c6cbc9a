import { type RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** The width of an element in window pixels, whenever it changes; `first` until it is there. */
export function useWidth(element: RefObject<HTMLElement>, first: number): number {
  const [width, setWidth] = useState(first)
  useLayoutEffect(() => {
    const watched = element.current
    if (watched === null) {
      return undefined
    }
    const observer = new ResizeObserver(() => {
      setWidth(watched.clientWidth)
    })
    observer.observe(watched)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return width
}
