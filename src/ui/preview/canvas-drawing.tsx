import { type JSX } from 'preact'
import type { RoundedBox } from '../../core/geometry/rounded-box'
import type { Size } from '../../core/geometry/size'
import styles from './canvas-drawing.css'

/** What is seen of a canvas; lengths in its own units, from its top left corner. */
export interface CanvasView {
  readonly canvas: Size
  readonly kept: readonly RoundedBox[]
  readonly live: readonly RoundedBox[]
  /** What is sent, and where it lies on the canvas. */
  readonly picture?: { readonly url: string; readonly x: number; readonly y: number } & Size
  readonly label: string
}

/** Draws the picture to scale within the canvas; what will be generated is hatched, what stays live on top outlined. */
export function CanvasDrawing({
  canvas,
  kept,
  live,
  picture,
  label,
  scale
}: CanvasView & {
  /** Window pixels for each unit. */
  readonly scale: number
}): JSX.Element {
  return (
    <svg
      class={styles['canvas']}
      role="img"
      aria-label={label}
      width={Math.max(1, canvas.width * scale)}
      height={Math.max(1, canvas.height * scale)}
      viewBox={`0 0 ${canvas.width} ${canvas.height}`}
      preserveAspectRatio="none"
    >
      <defs>
        <pattern
          id="hatching"
          width={8 / scale}
          height={8 / scale}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class={styles['stripe']} width={4 / scale} height={8 / scale} />
        </pattern>
      </defs>
      <rect width={canvas.width} height={canvas.height} fill="url(#hatching)" />
      {kept.map((shape, index) => (
        <ShapeBox key={index} shape={shape} className={styles['subject']} />
      ))}
      {picture === undefined ? null : (
        <image
          href={picture.url}
          x={picture.x}
          y={picture.y}
          width={picture.width}
          height={picture.height}
          preserveAspectRatio="none"
        />
      )}
      {live.map((shape, index) => (
        <ShapeBox key={index} shape={shape} className={styles['live']} />
      ))}
    </svg>
  )
}

function ShapeBox({
  shape: {
    width,
    height,
    radii,
    place: [[a, b, x], [c, d, y]]
  },
  className
}: {
  readonly shape: RoundedBox
  readonly className: string | undefined
}): JSX.Element {
  return (
    <rect
      class={className}
      width={width}
      height={height}
      rx={Math.min(...radii)}
      transform={`matrix(${[a, c, b, d, x, y].join(' ')})`}
    />
  )
}
