import { type JSX } from 'preact'
import type { RoundedBox } from '../../core/geometry/rounded-box'
import type { Size } from '../../core/geometry/size'
import styles from './canvas-drawing.css'

/** The parts of a canvas; lengths in its own units, from its top left corner. */
export interface CanvasView {
  readonly canvas: Size
  readonly known: readonly RoundedBox[]
  readonly editable: readonly RoundedBox[]
  /** The source image's thumbnail and its box on the canvas. */
  readonly image?: { readonly url: string; readonly x: number; readonly y: number } & Size
  readonly label: string
}

/** Draws the source image to scale on the canvas; hatches the new area and outlines layers that stay editable on top. */
export function CanvasDrawing({
  canvas,
  known,
  editable,
  image,
  label,
  scale
}: CanvasView & {
  /** Window px for each unit. */
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
      {known.map((shape, index) => (
        <ShapeBox key={index} shape={shape} className={styles['subject']} />
      ))}
      {image === undefined ? null : (
        <image
          href={image.url}
          x={image.x}
          y={image.y}
          width={image.width}
          height={image.height}
          preserveAspectRatio="none"
        />
      )}
      {editable.map((shape, index) => (
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
