import { type JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { CanvasDrawing, type CanvasView } from './canvas-drawing'
import styles from './preview-room.css'
import { firstRoomWidth, roomHeight } from './preview-view'
import { useWidth } from './use-width'

/** Room around the canvas, window pixels. */
const margin = 8

/** Shows a canvas whose size is given. */
export function CanvasPreview(view: CanvasView): JSX.Element {
  const room = useRef<HTMLDivElement>(null)
  const width = useWidth(room, firstRoomWidth)
  const { canvas } = view
  const scale = Math.min((width - 2 * margin) / canvas.width, (roomHeight - 2 * margin) / canvas.height)
  const left = (width - canvas.width * scale) / 2
  const top = (roomHeight - canvas.height * scale) / 2
  return (
    <div class={styles['room']} ref={room}>
      <div class={styles['place']} style={{ left: `${left}px`, top: `${top}px` }}>
        <CanvasDrawing {...view} scale={scale} />
      </div>
    </div>
  )
}
