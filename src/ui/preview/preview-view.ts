import { growBy, type Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'

/** A preview's area before it is measured, px: that of the window's first size (`preview-area.css`). */
export const firstRoom: Size = { width: 288, height: 176 }

/** The view of a layer in its preview's area. */
export interface View {
  /** Window px for each document unit. */
  readonly scale: number
  /** The layer's top left corner in the area, window px. */
  readonly x: number
  readonly y: number
}

/** Share of the area that a canvas at rest takes; the rest is for dragging its sides outward. */
const restPart = 0.76

/** Least margins beside a canvas, and above and below it, where the dragged length is shown; window px. */
const margin = { across: 8, down: 26 } as const

/** Computes the view with the canvas in the middle of the area. */
export function viewAtRest(subject: Size, insets: Insets, room: Size): View {
  const canvas = growBy(subject, insets)
  const most = mostOf(room)
  const scale = Math.min(
    (restPart * room.width) / canvas.width,
    Math.min(restPart * room.height, most.height) / canvas.height
  )
  return {
    scale,
    x: (room.width - canvas.width * scale) / 2 + insets.left * scale,
    y: (room.height - canvas.height * scale) / 2 + insets.top * scale
  }
}

/** Computes the view nearest to `view` that shows the whole canvas. */
export function viewWithin(view: View, subject: Size, insets: Insets, room: Size): View {
  const canvas = growBy(subject, insets)
  const most = mostOf(room)
  const scale = Math.min(view.scale, most.width / canvas.width, most.height / canvas.height)
  const place = (at: number, before: number, length: number, least: number, roomLength: number): number => {
    const start = at - before * scale
    const end = roomLength - least - length * scale
    return Math.min(end, Math.max(least, start)) + before * scale
  }
  return {
    scale,
    x: place(view.x, insets.left, canvas.width, margin.across, room.width),
    y: place(view.y, insets.top, canvas.height, margin.down, room.height)
  }
}

function mostOf(room: Size): Size {
  return { width: room.width - 2 * margin.across, height: room.height - 2 * margin.down }
}
