import type { Size } from '../../../core/geometry/size'
import type { PatchPlace } from './choose-patches'
import type { GreySource } from './grey-image'
import type { Registration } from './registration'
import { samplePatch, soften } from './sample-patch'

/** A patch to be found: the values of its known cells, without their mean and slope. */
export interface WantedPatch extends Size {
  readonly wanted: Float64Array
  /** Indices of the known cells; none at the patch's edge. */
  readonly cells: Int32Array
  readonly flatten: (values: Float64Array) => Float64Array
}

/** Least share of a patch's cells that are known. */
const leastKnown = 0.25

/** A patch of the template and its top left corner, template px. */
export interface CutPatch extends WantedPatch {
  readonly x0: number
  readonly y0: number
}

/** Returns the known cells (1) of a patch, from its corner and the side of its cells, template px. */
export type KnownCellsAt = (x0: number, y0: number, step: number, size: Size) => Uint8Array

/** Side of a patch, in cells. */
export const patchSide = 40

const size: Size = { width: patchSide, height: patchSide }

/** Computes the side of a patch's cells, template px: a pixel of the coarser of template and image. */
export function cellSide({ scaleX }: Pick<Registration, 'scaleX'>): number {
  return Math.max(1, 1 / scaleX)
}

/** Cuts patches around `places` (template px) with cells of `step` px; drops those with too few known cells. */
export function cutPatches(
  template: GreySource,
  knownAt: KnownCellsAt,
  places: readonly PatchPlace[],
  step: number
): readonly CutPatch[] {
  const cut: CutPatch[] = []
  for (const { x, y } of places) {
    const x0 = x - (patchSide / 2) * step
    const y0 = y - (patchSide / 2) * step
    const own = samplePatch(template, x0, y0, step, step, size)
    const patch = wantedPatch(own, knownAt(x0, y0, step, size), size)
    if (patch !== null) cut.push({ ...patch, x0, y0 })
  }
  return cut
}

/** Prepares a patch from its known cells (`known` = 1); null if they are too few. */
function wantedPatch(template: Float32Array, known: Uint8Array, { width, height }: Size): WantedPatch | null {
  const own = soften(template, width, height)
  const cells = new Int32Array(width * height)
  const values = new Float64Array(width * height)
  let count = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      if (known[at] === 1) {
        cells[count] = at
        values[count] = own[at] ?? 0
        count++
      }
    }
  }
  if (count < leastKnown * width * height) {
    return null
  }
  const counted = cells.slice(0, count)
  const flatten = planeRemover(counted, width)
  return { width, height, cells: counted, flatten, wanted: flatten(values.slice(0, count)) }
}

/**
 * Returns the function that removes mean and slope from the values of some cells, in place: a smooth slope correlates at any
 * offset. Projects on three orthogonal directions (Gram-Schmidt).
 */
function planeRemover(cells: Int32Array, width: number): (values: Float64Array) => Float64Array {
  const directions: Float64Array[] = []
  const takeOut = (values: Float64Array): Float64Array => {
    for (const direction of directions) {
      let share = 0
      for (let at = 0; at < values.length; at++) share += (values[at] ?? 0) * (direction[at] ?? 0)
      for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) - share * (direction[at] ?? 0)
    }
    return values
  }
  const planes = [
    (): number => 1,
    (cell: number): number => (cell % width) - width / 2,
    (cell: number): number => Math.floor(cell / width) - width / 2
  ]
  for (const plane of planes) {
    const direction = new Float64Array(cells.length)
    for (let at = 0; at < cells.length; at++) direction[at] = plane(cells[at] ?? 0)
    takeOut(direction)
    const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0))
    if (length > 1e-6) directions.push(direction.map((value) => value / length))
  }
  return takeOut
}
