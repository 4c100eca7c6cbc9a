import type { Size } from '../../core/geometry/size'
import type { PatchPlace } from './choose-patches'
import type { GreySource } from './grey-source'
import type { ResultMap } from './result-map'
import { samplePatch } from './sample-patch'
import { wantedPatch, type WantedPatch } from './wanted-patch'

/** A patch of the template, and where its top left corner lies there, template px. */
export interface CutPatch extends WantedPatch {
  readonly x0: number
  readonly y0: number
}

/** Tells which cells of a patch are kept (1): from its corner and the side of its cells, template px. */
export type KeptCellsAt = (x0: number, y0: number, step: number, size: Size) => Uint8Array

/** Side of a patch, in cells. */
export const patchSide = 40

const size: Size = { width: patchSide, height: patchSide }

/** The side of a patch's cells, template px: a pixel of the coarser of template and picture. */
export function cellSide({ scaleX }: Pick<ResultMap, 'scaleX'>): number {
  return Math.max(1, 1 / scaleX)
}

/** Cuts patches around `places` (px of the template) out of it; cells have a side of `step` px. */
export function cutPatches(
  template: GreySource,
  keptAt: KeptCellsAt,
  places: readonly PatchPlace[],
  step: number
): readonly CutPatch[] {
  const cut: CutPatch[] = []
  for (const { x, y } of places) {
    const x0 = x - (patchSide / 2) * step
    const y0 = y - (patchSide / 2) * step
    const own = samplePatch(template, x0, y0, step, step, size)
    const patch = wantedPatch(own, keptAt(x0, y0, step, size), size)
    if (patch !== null) cut.push({ ...patch, x0, y0 })
  }
  return cut
}
