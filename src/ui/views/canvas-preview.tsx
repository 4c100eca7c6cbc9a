import { type JSX } from 'preact'
import type { KeptShape } from '../../core/mask/kept-shape'
import type { Size } from '../../core/size'
import styles from './canvas-preview.css'

/** Room for the drawing in the window, px. */
const room: Size = { width: 272, height: 124 }

/** Draws the picture to scale within the canvas; what will be generated is hatched. */
export function CanvasPreview({
  canvas,
  kept,
  picture,
  label
}: {
  readonly canvas: Size
  readonly kept: readonly KeptShape[]
  /** What is sent, and where it lies on the canvas. */
  readonly picture?: { readonly url: string; readonly x: number; readonly y: number } & Size
  readonly label: string
}): JSX.Element {
  const scale = Math.min(room.width / canvas.width, room.height / canvas.height)
  const width = Math.max(1, canvas.width * scale)
  const height = Math.max(1, canvas.height * scale)
  return (
    <div class={styles['room']}>
      <svg
        class={styles['canvas']}
        role="img"
        aria-label={label}
        width={width}
        height={height}
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
        {kept.map(({ width: across, height: down, radii, place: [[a, b, x], [c, d, y]] }, index) => (
          <rect
            key={index}
            class={styles['subject']}
            width={across}
            height={down}
            rx={Math.min(...radii)}
            transform={`matrix(${[a, c, b, d, x, y].join(' ')})`}
          />
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
      </svg>
    </div>
  )
}
