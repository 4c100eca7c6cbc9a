import { type JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { extentAlong, growBy, type Insets, sides } from '../../core/geometry/insets'
import { ratioNameOf } from '../../core/geometry/ratios'
import type { Size } from '../../core/geometry/size'
import { dragInsets, type Handle, type Reach, sidesOf } from '../../core/growth/drag-insets'
import type { Words } from '../words/words'
import { CanvasDrawing, type CanvasView } from './canvas-drawing'
import { CanvasHandle } from './canvas-handle'
import { PictureComing } from './canvas-preview'
import { glideFrom, type Position } from './glide-from'
import styles from './preview-area.css'
import { firstRoom, type View, viewAtRest, viewWithin } from './preview-view'
import { useSize } from './use-size'

const handles: readonly Handle[] = [...sides, 'top-left', 'top-right', 'bottom-right', 'bottom-left']

/** Distance at which a drag snaps to a named ratio, window px. */
const snapPixels = 6

/** Least length of a side with room for its handle between two corners, window px. */
const thinPixels = 40

interface Drag {
  readonly handle: Handle
  readonly from: Insets
  readonly view: View
  readonly takeBack: () => void
}

/** Keys held while a handle is moved. */
type Held = Pick<PointerEvent | KeyboardEvent, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** Shows a layer on its canvas, whose sides and corners can be dragged. */
export function GrowthPreview({
  subject,
  grid,
  insets,
  words,
  isPictureComing,
  onInsets,
  onTakeBack,
  ...view
}: Omit<CanvasView, 'canvas' | 'label'> & {
  readonly subject: Size
  /** The layer's offset from the pixel grid (see `pixelGridOffset`). */
  readonly grid: { readonly x: number; readonly y: number }
  readonly insets: Insets
  readonly words: Words
  readonly isPictureComing: boolean
  readonly onInsets: (insets: Insets) => void
  /** Restores the growth of this drawing. */
  readonly onTakeBack: () => void
}): JSX.Element {
  const element = useRef<HTMLDivElement>(null)
  const drawing = useRef<HTMLDivElement>(null)
  const room = useSize(element, firstRoom)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [focused, setFocused] = useState<Handle | null>(null)
  const canvas = growBy(subject, insets)
  // The view stays fixed during a drag, so that nothing else moves under the pointer.
  const { scale, x, y } =
    drag === null ? viewAtRest(subject, insets, room) : viewWithin(drag.view, subject, insets, room)
  const left = x - insets.left * scale
  const top = y - insets.top * scale
  const thin = { across: canvas.width * scale < thinPixels, down: canvas.height * scale < thinPixels }
  const told = drag?.handle ?? focused
  const wasDragged = useRef<Position | null>(null)
  useLayoutEffect(() => {
    const lie = { left, top, scale }
    if (drag !== null) {
      wasDragged.current = lie
    } else if (wasDragged.current !== null && drawing.current !== null) {
      glideFrom(drawing.current, wasDragged.current, lie)
      wasDragged.current = null
    }
  })

  const moveTo = (
    { handle, from, view: { scale: pixels } }: Drag,
    by: { readonly x: number; readonly y: number },
    held: Held
  ): void => {
    const reach: Reach = held.altKey ? 'all' : held.shiftKey ? 'opposite' : 'one'
    // As in Figma, Ctrl or ⌘ switches snapping off.
    const snapWithin = held.ctrlKey || held.metaKey ? 0 : snapPixels / pixels
    const units = { x: by.x / pixels, y: by.y / pixels }
    onInsets(dragInsets({ subject, grid, from, handle, by: units, reach, snapWithin }).insets)
  }
  const step = (handle: Handle, by: { readonly x: number; readonly y: number }, all: boolean): void => {
    const reach = all ? 'all' : 'one'
    onInsets(dragInsets({ subject, grid, from: insets, handle, by, reach, snapWithin: 0 }).insets)
  }
  const reset = (handle: Handle): void => {
    const zero = Object.fromEntries(sidesOf(handle).map((side) => [side, 0]))
    onInsets({ ...insets, ...zero })
  }

  return (
    <div class={styles['room']} ref={element}>
      <div class={styles['place']} ref={drawing} style={{ left: `${left}px`, top: `${top}px` }}>
        <CanvasDrawing {...view} canvas={canvas} label={words.expand.previewLabel} scale={scale} />
        {handles.map((handle) => (
          <CanvasHandle
            key={handle}
            handle={handle}
            thin={thin}
            insets={insets}
            subject={subject}
            words={words}
            onStart={() => {
              setDrag({ handle, from: insets, view: { scale, x, y }, takeBack: onTakeBack })
            }}
            onMove={(by, held) => {
              if (drag !== null) {
                moveTo(drag, by, held)
              }
            }}
            onEnd={(isTakenBack) => {
              if (isTakenBack && drag !== null) {
                drag.takeBack()
              }
              setDrag(null)
            }}
            onStep={(by, all) => {
              step(handle, by, all)
            }}
            onReset={() => {
              reset(handle)
            }}
            onFocused={(isFocused) => {
              setFocused(isFocused ? handle : null)
            }}
          />
        ))}
      </div>
      {isPictureComing ? (
        <PictureComing label={words.expand.loadingPicture} />
      ) : view.image === undefined ? (
        <p class={styles['none']}>{words.expand.noPicture}</p>
      ) : null}
      {told === null ? null : (
        <div
          class={sidesOf(told).includes('bottom') ? styles['readoutAbove'] : styles['readout']}
          aria-hidden
        >
          {[
            ...sidesOf(told).map((side) =>
              words.preview.inset(words.sides[side], insets[side], insets[side] / extentAlong(side, subject))
            ),
            ratioNameOf(canvas) ?? []
          ]
            .flat()
            .join('  ·  ')}
        </div>
      )}
    </div>
  )
}
