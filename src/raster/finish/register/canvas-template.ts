import type { Size } from '../../../core/geometry/size'
import type { Box } from '../../canvas/box'
import { choosePatches } from './choose-patches'
import { type CutPatch, cutPatches, type KnownCellsAt, patchSide } from './cut-patches'
import type { GreyImage, GreySource } from './grey-image'

/** What was sent, on the canvas's grid, ready to be looked for in the service's picture. */
export interface CanvasTemplate extends CanvasPixels {
  /** Patches at the canvas's own size, cut once for each side of a cell, canvas px. */
  readonly patchesAt: (step: number) => readonly CutPatch[]
}

export interface CanvasPixels {
  readonly size: Size
  /** A reduced copy, which of its cells are kept (1), and the canvas itself. */
  readonly reduced: GreyImage
  readonly keptReduced: Uint8Array
  readonly full: GreySource
  /** For patches at the canvas's own size. */
  readonly keptAt: KnownCellsAt
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
  { size, reduced, keptReduced, full, keptAt }: CanvasPixels,
  step: number
): readonly CutPatch[] {
  const across = reduced.width / size.width
  const down = reduced.height / size.height
  const side = Math.max(8, Math.round(patchSide * step * across))
  const places = choosePatches(reduced, keptReduced, side).map(({ x, y }) => ({ x: x / across, y: y / down }))
  return cutPatches(full, keptAt, places, step)
}
