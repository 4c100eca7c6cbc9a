import type { Size } from '../../core/size'
import { fillTransparent } from '../fill-transparent'
import { keptCells } from './kept-cells'
import type { KeptMask } from './kept-mask'
import { keptWindow } from './kept-window'
import type { ReadableCanvas } from './readable-canvas'
import { resizedCopy } from './resized-copy'
import type { OriginalPicture } from './original-picture'
import { resizedOriginal } from './resized-original'

/** What was sent around the subject is smooth: patches of this side that are rougher were painted, px. */
const patchSide = 8
const patches = 8
const roughness = 1.2
const mostRough = 0.15

/** A surrounding that is the same as what was sent, to within this, is what was sent; levels, mean. */
const sameLevels = 2
/** A blur that was made from a reduced copy differs from the one that was sent by less than this, levels, mean. */
const nearlySameLevels = 10

/** Unless it has next to no colour of its own: the right answer for a plain background is that background; levels. */
const leastVariety = 5

/** Long side of the copies that are compared, px. */
const comparedSide = 160

/** Tells whether the surroundings in the service's picture (on the canvas) are the blur that was sent around the subject. */
export function isAsSent(picture: ReadableCanvas, original: OriginalPicture, mask: KeptMask): boolean {
  if (isRough(picture, mask)) {
    return false
  }
  const factor = Math.min(1, comparedSide / Math.max(mask.width, mask.height))
  const size = {
    width: Math.max(1, Math.round(mask.width * factor)),
    height: Math.max(1, Math.round(mask.height * factor))
  }
  const kept = keptCells(mask, size)
  const after = resizedCopy(picture.canvas, size)
  const rough = resizedOriginal(original, size)
  fillTransparent(rough.canvas, rough.context)
  if (compare(rough, after, kept, size).difference > nearlySameLevels) {
    return false
  }
  // The blur depends on the size at which it is made: the same to the level only at the size at which it was sent.
  const sent = resizedOriginal(original, mask)
  fillTransparent(sent.canvas, sent.context)
  const { difference, variety } = compare(resizedCopy(sent.canvas, size), after, kept, size)
  return difference < sameLevels && variety > leastVariety
}

/** Mean difference of two pictures where nothing is kept, and how much the first varies there (standard deviation), levels. */
function compare(
  first: ReadableCanvas,
  second: ReadableCanvas,
  kept: Uint8Array,
  { width, height }: Size
): { readonly difference: number; readonly variety: number } {
  const before = first.context.getImageData(0, 0, width, height).data
  const after = second.context.getImageData(0, 0, width, height).data
  let cells = 0
  let difference = 0
  const sums = [0, 0, 0]
  const squares = [0, 0, 0]
  for (let at = 0; at < kept.length; at++) {
    if (kept[at] === 1) continue
    cells++
    for (let c = 0; c < 3; c++) {
      const level = before[at * 4 + c] ?? 0
      difference += Math.abs(level - (after[at * 4 + c] ?? 0)) / 3
      sums[c] = (sums[c] ?? 0) + level
      squares[c] = (squares[c] ?? 0) + level * level
    }
  }
  const spread = sums.map((sum, c) => Math.max(0, (squares[c] ?? 0) / cells - (sum / cells) ** 2))
  return {
    difference: cells === 0 ? Infinity : difference / cells,
    variety: Math.sqrt(Math.max(...spread))
  }
}

/** Looks at small patches spread over what was generated: a painted picture has texture, a blur has none. */
function isRough({ context }: ReadableCanvas, mask: KeptMask): boolean {
  let looked = 0
  let rough = 0
  const size = { width: patchSide, height: patchSide }
  for (let row = 0; row < patches; row++) {
    for (let column = 0; column < patches; column++) {
      const left = Math.floor(((column + 0.5) / patches) * (mask.width - patchSide))
      const top = Math.floor(((row + 0.5) / patches) * (mask.height - patchSide))
      if (left >= 0 && top >= 0 && !keptWindow(mask, left, top, size, 0).includes(1)) {
        looked++
        if (roughnessOf(context.getImageData(left, top, patchSide, patchSide).data) > roughness) rough++
      }
    }
  }
  return rough > mostRough * looked
}

/** Mean size of the second difference of green along rows, levels: 0 on any slope. */
function roughnessOf(pixels: Uint8ClampedArray): number {
  let sum = 0
  for (let y = 0; y < patchSide; y++) {
    for (let x = 1; x + 1 < patchSide; x++) {
      const at = (y * patchSide + x) * 4 + 1
      sum += Math.abs((pixels[at - 4] ?? 0) - 2 * (pixels[at] ?? 0) + (pixels[at + 4] ?? 0))
    }
  }
  return sum / (patchSide * (patchSide - 2))
}
