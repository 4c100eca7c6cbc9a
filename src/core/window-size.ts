import type { Size } from './geometry/size'

/** Size of the plugin's window when it opens, px: Figma's usual panel width, and tall enough for the whole form. */
export const firstWindowSize: Size = { width: 320, height: 720 }

/** Least size, px: in a narrower window the form's fields would be cut. */
export const leastWindowSize: Size = { width: 280, height: 320 }

/** Greatest size, px: a larger window would cover the canvas. */
const most: Size = { width: 720, height: 1000 }

/** Computes the nearest allowed size of the window, whole px. */
export function allowedWindowSize({ width, height }: Size): Size {
  const within = (length: number, min: number, max: number): number =>
    Math.round(Math.min(max, Math.max(min, length)))
  return {
    width: within(width, leastWindowSize.width, most.width),
    height: within(height, leastWindowSize.height, most.height)
  }
}

/** Height of the title bar plus a margin, px, which the view needs beside the window's own height. */
const frameHeight = 56

/** Limits a window's size to the editor's view of the canvas, px. */
export function sizeWithin({ width, height }: Size, view: Size): Size {
  return { width: Math.min(width, view.width), height: Math.min(height, view.height - frameHeight) }
}
