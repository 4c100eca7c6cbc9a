import { growBy, type Insets, type Side, sides } from '../geometry/insets'
import { ratios } from '../geometry/ratios'
import type { Size } from '../geometry/size'

/** A handle on the canvas's edge: a side, or a corner, which is two of them. */
export type Handle = Side | 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left'

/** What moves with the handle: nothing else, the opposite side by as much, or all four sides by as much. */
export type Reach = 'one' | 'opposite' | 'all'

/** One position of a drag, relative to its start; lengths in document units. */
export interface Drag {
  readonly subject: Size
  /** Offset of the subject's top left corner from the pixel grid, document units (see `pixelGridOffset`). */
  readonly grid: { readonly x: number; readonly y: number }
  /** The insets when the drag began. */
  readonly from: Insets
  readonly handle: Handle
  /** The pointer's movement, to the right and down. */
  readonly by: { readonly x: number; readonly y: number }
  readonly reach: Reach
  /** Greatest change by which the canvas snaps to a named ratio; 0 switches snapping off. */
  readonly snapWithin: number
}

export interface Dragged {
  readonly insets: Insets
  /** The ratio to which the canvas snapped: a name of `ratios`, or `original` for the subject's own. Null if it did not. */
  readonly ratio: string | null
}

/** Greatest inset, document units: more could not be shown by an image of 4096 px. */
const mostInset = 100_000

const opposites = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' } as const

/*
 *                 top
 *      +-----------------------+
 *      |      +---------+      |
 * left |      | subject |      | right      an inset is the way from the subject to the canvas's edge
 *      |      +---------+      |
 *      +-----------------------+
 *                bottom
 */

/**
 * Computes the insets of a drag: never negative, the moved edges on the pixel grid, snapped to a named ratio within
 * `snapWithin`.
 */
export function dragInsets(drag: Drag): Dragged {
  const moved = moveSides(drag)
  const snapped = drag.snapWithin > 0 ? snapToRatio(moved, drag) : null
  return { insets: toGrid(snapped?.insets ?? moved, drag), ratio: snapped?.ratio ?? null }
}

/** Returns the sides of a handle. */
export function sidesOf(handle: Handle): readonly Side[] {
  return sides.filter((side) => handle.split('-').includes(side))
}

function movedSides({ handle, reach }: Drag): readonly Side[] {
  const held = sidesOf(handle)
  switch (reach) {
    case 'one':
      return held
    case 'opposite':
      return sides.filter((side) => held.includes(side) || held.includes(opposites[side]))
    case 'all':
      return sides
  }
}

function moveSides(drag: Drag): Insets {
  const { from, by, reach } = drag
  const outward = { top: -by.y, right: by.x, bottom: by.y, left: -by.x }
  const held = sidesOf(drag.handle)
  const farthest = held.map((side) => outward[side]).reduce((one, other) => Math.max(one, other))
  const change = (side: Side): number =>
    reach === 'all' ? farthest : outward[held.includes(side) ? side : opposites[side]]
  return withSides(from, movedSides(drag), (side) => from[side] + change(side))
}

/** Finds the least change of the moved sides that gives the canvas a named ratio or the subject's own. Null if none is near. */
function snapToRatio(insets: Insets, drag: Drag): Dragged | null {
  const moved = movedSides(drag)
  const { width, height } = growBy(drag.subject, insets)
  const across = moved.filter((side) => side === 'left' || side === 'right')
  const down = moved.filter((side) => side === 'top' || side === 'bottom')
  let best: (Dragged & { readonly change: number }) | null = null
  for (const [name, { width: wide, height: high }] of [
    ...Object.entries(ratios),
    ['original', drag.subject] as const
  ]) {
    const shape = wide / high
    // In a drag of all four sides both lengths change equally; otherwise one follows the other.
    const [changed, change] =
      drag.reach === 'all'
        ? [moved, (shape * height - width) / (2 - 2 * shape)]
        : across.length > 0
          ? [across, (shape * height - width) / across.length]
          : [down, (width / shape - height) / down.length]
    const isNear = Math.abs(change) <= drag.snapWithin && Math.abs(change) < (best?.change ?? Infinity)
    if (isNear && changed.every((side) => insets[side] + change >= 0)) {
      best = {
        insets: withSides(insets, changed, (side) => insets[side] + change),
        ratio: name,
        change: Math.abs(change)
      }
    }
  }
  return best
}

/** Rounds the edges of the moved sides to the grid; a side with an inset of 0 keeps it. */
function toGrid(insets: Insets, drag: Drag): Insets {
  const { subject, grid } = drag
  const start = { top: grid.y, left: grid.x, bottom: grid.y + subject.height, right: grid.x + subject.width }
  return withSides(insets, movedSides(drag), (side) => {
    const sign = side === 'top' || side === 'left' ? -1 : 1
    const inset = insets[side]
    return inset === 0 ? 0 : sign * (Math.round(start[side] + sign * inset) - start[side])
  })
}

function withSides(insets: Insets, changed: readonly Side[], length: (side: Side) => number): Insets {
  const of = (side: Side): number =>
    changed.includes(side) ? Math.min(mostInset, Math.max(0, length(side))) : insets[side]
  return { top: of('top'), right: of('right'), bottom: of('bottom'), left: of('left') }
}
