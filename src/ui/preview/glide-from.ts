/** Where a drawing is in its room, window pixels, and how large. */
export interface Position {
  readonly left: number
  readonly top: number
  /** Window pixels for each unit. */
  readonly scale: number
}

const glideMs = 160

/** Lets a drawing that lies at `is` now glide there from where it `was`; at once where motion is not wanted. */
export function glideFrom(element: HTMLElement, was: Position, is: Position): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    return
  }
  const start = `translate(${was.left - is.left}px, ${was.top - is.top}px) scale(${was.scale / is.scale})`
  element.animate(
    [
      { transformOrigin: '0 0', transform: start },
      { transformOrigin: '0 0', transform: 'none' }
    ],
    {
      duration: glideMs,
      easing: 'ease-out'
    }
  )
}
