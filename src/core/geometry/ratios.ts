import type { Size } from './size'

/** The shapes that designs are most often made in; width : height, by the name that people know them under. */
export const ratios: Readonly<Record<string, Size>> = {
  '1:1': { width: 1, height: 1 },
  '4:5': { width: 4, height: 5 },
  '3:2': { width: 3, height: 2 },
  '16:9': { width: 16, height: 9 },
  '21:9': { width: 21, height: 9 },
  '9:16': { width: 9, height: 16 },
  '1.91:1': { width: 1.91, height: 1 }
}

/** A canvas is made of whole units, so that its shape is a ratio's only to about half of one. */
const tolerance = 0.51

/**
 * Tells whether a canvas, in document units, has the shape of `ratio` as nearly as whole units let it: its lengths may be off
 * by `within`.
 */
export function hasRatio(canvas: Size, ratio: Size, within = tolerance): boolean {
  const scale = Math.max(canvas.width / ratio.width, canvas.height / ratio.height)
  return (
    ratio.width * scale - canvas.width <= within * Math.max(1, ratio.width / ratio.height) &&
    ratio.height * scale - canvas.height <= within * Math.max(1, ratio.height / ratio.width)
  )
}

/** Finds the name of the shape that a canvas has, in document units; null where it is none of those with a name. */
export function ratioNameOf(canvas: Size): string | null {
  return Object.entries(ratios).find(([, ratio]) => hasRatio(canvas, ratio))?.[0] ?? null
}
