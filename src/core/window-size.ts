import type { Size } from './geometry/size'

/** The plugin's window as it first opens, px: Figma's usual panel width, and tall enough for the whole form. */
export const firstWindowSize: Size = { width: 320, height: 720 }

/** Narrower, and the fields of the form would be cut. */
export const leastWindowSize: Size = { width: 280, height: 320 }

/** Larger, and it would cover the canvas that it is there for. */
const most: Size = { width: 720, height: 1000 }

/** Computes the size nearest to this one that the window may have, whole px. */
export function allowedWindowSize({ width, height }: Size): Size {
  const within = (length: number, min: number, max: number): number =>
    Math.round(Math.min(max, Math.max(min, length)))
  return {
    width: within(width, leastWindowSize.width, most.width),
    height: within(height, leastWindowSize.height, most.height)
  }
}

/** Its title bar and a little air, px: both are added to the window's own height. */
const frameHeight = 56

/** Computes the part of a window's size that fits into the editor's view of the canvas, px. */
export function sizeWithin({ width, height }: Size, view: Size): Size {
  return { width: Math.min(width, view.width), height: Math.min(height, view.height - frameHeight) }
}
