import type { KeptMask } from './kept-mask'
import { toTone } from './luma-chroma'
import type { RimBlur } from './rim-blur'
import type { LumaChroma, Tone } from './rim-sample'
import { membraneAt, type Membrane } from './spread-membrane'

/** Eases a part of one row: `pixels` are RGBA of the canvas's row `y` from column `left` on. */
export type RowEaser = (pixels: Uint32Array, left: number, y: number) => void

/**
 * Makes the function that eases a correction next to the rim. A step at the rim that the service's picture was coded or
 * enlarged with is none any more: right at the rim half of it is left, all of it only beyond the blur. What is missing of
 * it must not be taken away again. `steps` is the part of the correction that is such a step, as luma and chroma (see
 * `toLumaChroma`).
 */
export function rimEaser(steps: Membrane, mask: KeptMask, blur: RimBlur): RowEaser {
  const reach = Math.ceil(Math.max(blur.luma, blur.chroma))
  return (pixels, left, y) => {
    const right = left + pixels.length
    const ease = (from: number, to: number): void => {
      for (let x = Math.max(left, from); x < Math.min(right, to); x++) {
        const away = distanceFrom(mask, x, y, reach)
        if (away < reach) {
          const [luma, blue, red] = membraneAt(steps, mask, x + 0.5, y + 0.5)
          pixels[x - left] = less(pixels[x - left] ?? 0, missingTone([luma, blue, red], away, blur))
        }
      }
    }
    const row = mask.rows[y] ?? []
    const other = otherRows(mask, y, reach)
    let start = 0
    for (let at = 0; at <= row.length; at += 2) {
      const end = row[at] ?? mask.width
      if (other === null) {
        ease(start, Math.min(end, start + reach))
        ease(Math.max(start + reach, end - reach), end)
      } else {
        ease(Math.max(start, other.from - reach), Math.min(end, other.to + reach))
      }
      start = row[at + 1] ?? mask.width
    }
  }
}

/** What is missing of a step at so many px from the rim: half of it at the rim, nothing beyond the blur. */
export function missingTone([luma, blue, red]: LumaChroma, away: number, blur: RimBlur): Tone {
  const inLuma = missingShare(away, blur.luma)
  const inChroma = missingShare(away, blur.chroma)
  return toTone([luma * inLuma, blue * inChroma, red * inChroma])
}

/** What is added to the outer ring (2 px wide, see `scoreSeam`) of a correction that is eased, at each piece of the rim. */
export function easedAtRim(
  added: readonly Tone[],
  steps: readonly LumaChroma[],
  blur: RimBlur
): readonly Tone[] {
  return added.map(([red, green, blue], index): Tone => {
    const step = steps[index] ?? [0, 0, 0]
    const near = missingTone(step, 0.5, blur)
    const far = missingTone(step, 1.5, blur)
    return [red - (near[0] + far[0]) / 2, green - (near[1] + far[1]) / 2, blue - (near[2] + far[2]) / 2]
  })
}

function missingShare(away: number, blur: number): number {
  return away < blur ? (1 - away / blur) / 2 : 0
}

/** The columns between which rows within reach are kept that are not kept alike; null where all are. */
function otherRows(
  { rows, height }: KeptMask,
  y: number,
  reach: number
): { readonly from: number; readonly to: number } | null {
  const own = rows[y] ?? []
  let from = Infinity
  let to = -Infinity
  for (let near = Math.max(0, y - reach); near <= Math.min(height - 1, y + reach); near++) {
    const row = rows[near] ?? []
    if (row !== own && (row.length !== own.length || row.some((column, at) => column !== own[at]))) {
      from = Math.min(from, row[0] ?? Infinity)
      to = Math.max(to, row[row.length - 1] ?? -Infinity)
    }
  }
  return from < to ? { from, to } : null
}

/** How far a pixel's middle lies from what is kept, px, where that is within reach. */
function distanceFrom({ rows, height }: KeptMask, x: number, y: number, reach: number): number {
  let least = Infinity
  for (let near = Math.max(0, y - reach); near <= Math.min(height - 1, y + reach); near++) {
    const row = rows[near] ?? []
    const down = Math.max(0, Math.abs(near - y) - 0.5)
    for (let at = 0; at + 1 < row.length; at += 2) {
      const across = Math.max(0, (row[at] ?? 0) - x - 0.5, x + 0.5 - (row[at + 1] ?? 0))
      least = Math.min(least, across * across + down * down)
    }
  }
  return Math.sqrt(least)
}

/** A pixel with so much less of each channel. */
function less(pixel: number, [red, green, blue]: Tone): number {
  const level = (shift: number, by: number): number =>
    Math.min(255, Math.max(0, Math.round(((pixel >>> shift) & 255) - by))) << shift
  return 0xff000000 | level(0, red) | level(8, green) | level(16, blue)
}
