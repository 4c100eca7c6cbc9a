import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { Words } from '../words/words'
import { CanvasDrawing, type CanvasView } from './canvas-drawing'
import styles from './preview-area.css'
import { firstRoom } from './preview-view'
import { useSize } from './use-size'

/** Margin around the canvas, window px. */
const margin = 8

/** Shows a canvas of fixed size. */
export function CanvasPreview({
  isPictureComing,
  words,
  ...view
}: Omit<CanvasView, 'label'> & {
  readonly isPictureComing: boolean
  readonly words: Words
}): JSX.Element {
  const element = useRef<HTMLDivElement>(null)
  const room = useSize(element, firstRoom)
  const { canvas } = view
  const scale = Math.min((room.width - 2 * margin) / canvas.width, (room.height - 2 * margin) / canvas.height)
  const left = (room.width - canvas.width * scale) / 2
  const top = (room.height - canvas.height * scale) / 2
  return (
    <div class={styles['room']} ref={element}>
      <div class={styles['place']} style={{ left: `${left}px`, top: `${top}px` }}>
        <CanvasDrawing {...view} label={words.expand.previewLabel} scale={scale} />
      </div>
      {isPictureComing ? (
        <PictureComing label={words.expand.loadingPicture} />
      ) : view.image === undefined ? (
        <p class={styles['none']}>{words.expand.noPicture}</p>
      ) : null}
    </div>
  )
}

/** The progress indicator of a preview whose thumbnail is being made. */
export function PictureComing({ label }: { readonly label: string }): JSX.Element {
  return <div class={styles['coming']} role="img" aria-label={label} title={label} />
}
