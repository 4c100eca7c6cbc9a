import { growBy, type Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'

/** The room that a preview has before it is known, px: that in the window as it first opens. (`preview-room.css`) */
export const firstRoom: Size = { width: 288, height: 176 }

/** How a layer is seen in the room of its preview. */
export interface View {
  /** Window pixels for each document unit. */
  readonly scale: number
  /** Where the layer's top left corner is in the room, window pixels. */
  readonly x: number
  readonly y: number
}

/** So much of the room is taken by a canvas at rest: the rest is for dragging its sides outward. */
const restPart = 0.76

/** Room that is left beside a canvas at its largest, and above and below it, where what is dragged is told; window pixels. */
const margin = { across: 8, down: 26 } as const

/** Computes the view in which the canvas lies in the middle of the room. */
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

/** Computes the view that is nearest to `view` and has the whole canvas in the room. */
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
