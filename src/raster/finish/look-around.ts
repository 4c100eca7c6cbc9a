import type { KeptMask } from './kept-mask'
import { keptWindow } from './kept-window'
import type { ReadableCanvas } from '../readable-canvas'
import type { Tone } from './rim-sample'

/** A small patch of what was generated. */
export interface SeenPatch {
  /** Its middle, canvas px. */
  readonly x: number
  readonly y: number
  readonly mean: Tone
  /** Mean size of the second difference of green along rows, levels: 0 on any slope. */
  readonly roughness: number
}

/** Side of a patch, px, and so many are laid across and down the canvas. */
const side = 8
const patches = 8

/** Looks at small patches spread over what was generated. */
export function lookAround({ context }: ReadableCanvas, mask: KeptMask): readonly SeenPatch[] {
  const seen: SeenPatch[] = []
  const size = { width: side, height: side }
  for (let row = 0; row < patches; row++) {
    for (let column = 0; column < patches; column++) {
      const left = Math.floor(((column + 0.5) / patches) * (mask.width - side))
      const top = Math.floor(((row + 0.5) / patches) * (mask.height - side))
      if (left >= 0 && top >= 0 && !keptWindow(mask, left, top, size, 0).includes(1)) {
        const { data } = context.getImageData(left, top, side, side)
        seen.push({ x: left + side / 2, y: top + side / 2, mean: meanOf(data), roughness: roughnessOf(data) })
      }
    }
  }
  return seen
}

function meanOf(pixels: Uint8ClampedArray): Tone {
  const sums: [number, number, number] = [0, 0, 0]
  for (let at = 0; at < pixels.length; at += 4) {
    sums[0] += pixels[at] ?? 0
    sums[1] += pixels[at + 1] ?? 0
    sums[2] += pixels[at + 2] ?? 0
  }
  const count = pixels.length / 4
  return [sums[0] / count, sums[1] / count, sums[2] / count]
}

function roughnessOf(pixels: Uint8ClampedArray): number {
  let sum = 0
  for (let y = 0; y < side; y++) {
    for (let x = 1; x + 1 < side; x++) {
      const at = (y * side + x) * 4 + 1
      sum += Math.abs((pixels[at - 4] ?? 0) - 2 * (pixels[at] ?? 0) + (pixels[at + 4] ?? 0))
    }
  }
  return sum / (side * (side - 2))
}
