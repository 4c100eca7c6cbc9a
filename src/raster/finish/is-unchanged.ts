import type { Size } from '../../core/geometry/size'
import { fillTransparent } from '../canvas/fill-transparent'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { knownCells, type KnownMask, knownWindow } from './original/known-mask'
import type { OriginalImage } from './original/original-image'
import { resizedCopy, resizedOriginal } from './original/resized-original'
import type { Tone } from './seam/boundary-sample'

/** A small patch of what was generated. */
interface GeneratedPatch {
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

/** What was sent around the subject is smooth: a picture of which more patches are rougher than this was painted. */
const roughness = 1.2

const mostRough = 0.15

/** A surrounding that is the same as what was sent, to within this, is what was sent; levels, mean. */
const sameLevels = 2

/** A blur that was made from a reduced copy differs from the one that was sent by less than this, levels, mean. */
const nearlySameLevels = 10

/** And on small patches by less than this: they are few, and where they lie the reduced copy is coarser, levels, mean. */
const nearlySamePatchLevels = 20

/** Unless it has next to no colour of its own: the right answer for a plain background is that background; levels. */
const leastVariety = 5

/** Long side of the copies that are compared, px. */
const comparedSide = 160

/** Makes a small copy of about what was sent: the original, and around it a blur of it. */
export function roughUpload(original: OriginalImage, mask: KnownMask): ReadableCanvas {
  const rough = resizedOriginal(original, comparedSize(mask))
  fillTransparent(rough)
  return rough
}

function comparedSize({ width, height }: Size): Size {
  const factor = Math.min(1, comparedSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/**
 * Tells whether the surroundings in the service's picture (on the canvas) are the blur that was sent around the subject.
 * `rough` gives the small copy of what was sent; most pictures are told without it.
 */
export function isUnchanged(
  picture: ReadableCanvas,
  original: OriginalImage,
  mask: KnownMask,
  rough: () => ReadableCanvas
): boolean {
  const patches = generatedPatches(picture, mask)
  if (patches.filter((patch) => patch.roughness > roughness).length > mostRough * patches.length) {
    return false
  }
  if (patchDifference(rough(), patches, mask) > nearlySamePatchLevels) {
    return false
  }
  const size = comparedSize(mask)
  const kept = knownCells(mask, size)
  const after = resizedCopy(picture.canvas, size)
  if (compare(rough(), after, kept, size).difference > nearlySameLevels) {
    return false
  }
  // The blur depends on the size at which it is made: the same to the level only at the size at which it was sent.
  const sent = resizedOriginal(original, mask)
  fillTransparent(sent)
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

/** Mean difference of patches to where they lie on a reduced copy of the canvas, levels; 0 where there are none. */
function patchDifference(
  { canvas, context }: ReadableCanvas,
  patches: readonly GeneratedPatch[],
  { width, height }: Size
): number {
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const differences = patches.flatMap(({ x, y, mean }) => {
    const column = Math.floor((x / width) * canvas.width)
    const at = (Math.floor((y / height) * canvas.height) * canvas.width + column) * 4
    return mean.map((level, c) => Math.abs(level - (data[at + c] ?? 0)))
  })
  return differences.reduce((sum, difference) => sum + difference, 0) / Math.max(1, differences.length)
}

/** Looks at small patches spread over what was generated. */
function generatedPatches({ context }: ReadableCanvas, mask: KnownMask): readonly GeneratedPatch[] {
  const seen: GeneratedPatch[] = []
  const size = { width: side, height: side }
  for (let row = 0; row < patches; row++) {
    for (let column = 0; column < patches; column++) {
      const left = Math.floor(((column + 0.5) / patches) * (mask.width - side))
      const top = Math.floor(((row + 0.5) / patches) * (mask.height - side))
      if (left >= 0 && top >= 0 && !knownWindow(mask, left, top, size, 0).includes(1)) {
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
