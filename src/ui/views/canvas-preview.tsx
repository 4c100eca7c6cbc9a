import { type JSX } from 'preact'
import { growBy, type Insets } from '../../core/insets'
import type { Size } from '../../core/size'
import styles from './canvas-preview.css'

/** Room for the drawing in the window, px. */
const room: Size = { width: 288, height: 132 }

/** Draws the layer to scale within its new size; what will be generated is hatched. */
export function CanvasPreview({
  subject,
  insets,
  label
}: {
  readonly subject: Size
  readonly insets: Insets | null
  readonly label: string
}): JSX.Element {
  const shown = insets ?? { top: 0, right: 0, bottom: 0, left: 0 }
  const canvas = growBy(subject, shown)
  const scale = Math.min(room.width / canvas.width, room.height / canvas.height)
  return (
    <div class={styles['room']} role="img" aria-label={label}>
      <div
        class={styles['canvas']}
        style={{ width: px(canvas.width * scale), height: px(canvas.height * scale) }}
      >
        <div
          class={styles['subject']}
          style={{
            left: px(shown.left * scale),
            top: px(shown.top * scale),
            width: px(subject.width * scale),
            height: px(subject.height * scale)
          }}
        />
      </div>
    </div>
  )
}

function px(length: number): string {
  return `${length}px`
}
