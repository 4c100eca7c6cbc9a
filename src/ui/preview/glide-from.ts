/** A drawing's position and scale in its area, window px. */
export interface Position {
  readonly left: number
  readonly top: number
  /** Window px for each unit. */
  readonly scale: number
}

const glideMs = 160

/** Animates a drawing from its earlier place `was` to its present one `is`; not with reduced motion. */
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
