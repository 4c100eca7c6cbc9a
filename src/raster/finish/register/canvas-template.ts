import type { Size } from '../../../core/geometry/size'
import type { Box } from '../../canvas/box'
import { choosePatches } from './choose-patches'
import { type CutPatch, cutPatches, type KnownCellsAt, patchSide } from './cut-patches'
import type { GreyImage, GreySource } from './grey-image'

/** What was sent, on the canvas's grid, prepared for the search in the result. */
export interface CanvasTemplate extends CanvasPixels {
  /** Returns patches at the canvas's own size, cut once for each `step` (side of a cell, canvas px). */
  readonly patchesAt: (step: number) => readonly CutPatch[]
}

export interface CanvasPixels {
  readonly size: Size
  /** A reduced copy, its known cells (1), and the canvas itself. */
  readonly reduced: GreyImage
  readonly knownReduced: Uint8Array
  readonly full: GreySource
  /** The known cells of patches at the canvas's own size. */
  readonly knownAt: KnownCellsAt
  readonly subject: Box
}

/** Makes the template of a canvas. */
export function canvasTemplate(pixels: CanvasPixels): CanvasTemplate {
  const cut = new Map<number, readonly CutPatch[]>()
  return {
    ...pixels,
    patchesAt: (step) => {
      const patches = cut.get(step) ?? cutAt(pixels, step)
      cut.set(step, patches)
      return patches
    }
  }
}

function cutAt(
  { size, reduced, knownReduced, full, knownAt }: CanvasPixels,
  step: number
): readonly CutPatch[] {
  const across = reduced.width / size.width
  const down = reduced.height / size.height
  const side = Math.max(8, Math.round(patchSide * step * across))
  const places = choosePatches(reduced, knownReduced, side).map(({ x, y }) => ({
    x: x / across,
    y: y / down
  }))
  return cutPatches(full, knownAt, places, step)
}
