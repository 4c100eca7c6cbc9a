import type { Size } from './size'

/** The most common ratios of designs, width : height, by their usual name. */
export const ratios: Readonly<Record<string, Size>> = {
  '1:1': { width: 1, height: 1 },
  '4:5': { width: 4, height: 5 },
  '3:2': { width: 3, height: 2 },
  '16:9': { width: 16, height: 9 },
  '21:9': { width: 21, height: 9 },
  '9:16': { width: 9, height: 16 },
  '1.91:1': { width: 1.91, height: 1 }
}

/** Greatest deviation of a canvas of whole units from a ratio, document units. */
const tolerance = 0.51

/**
 * Tells whether a canvas (document units) has the shape of `ratio`, up to `within` document units of its lengths.
 */
export function hasRatio(canvas: Size, ratio: Size, within = tolerance): boolean {
  const scale = Math.max(canvas.width / ratio.width, canvas.height / ratio.height)
  return (
    ratio.width * scale - canvas.width <= within * Math.max(1, ratio.width / ratio.height) &&
    ratio.height * scale - canvas.height <= within * Math.max(1, ratio.height / ratio.width)
  )
}

/** Finds the name of a canvas's ratio; null if the canvas (document units) has none of `ratios`. */
export function ratioNameOf(canvas: Size): string | null {
  return Object.entries(ratios).find(([, ratio]) => hasRatio(canvas, ratio))?.[0] ?? null
}
