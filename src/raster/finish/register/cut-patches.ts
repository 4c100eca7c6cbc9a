import type { Size } from '../../../core/geometry/size'
import type { PatchPlace } from './choose-patches'
import type { GreySource } from './grey-image'
import type { Registration } from './registration'
import { samplePatch, soften } from './sample-patch'

/** A patch that is looked for: the values of the counted cells, without their mean and slope. */
export interface WantedPatch extends Size {
  readonly wanted: Float64Array
  /** Indices of the counted cells; none at the patch's edge. */
  readonly cells: Int32Array
  readonly flatten: (values: Float64Array) => Float64Array
}

/** A patch of which less than this share is kept tells too little. */
const leastKept = 0.25

/** A patch of the template, and where its top left corner lies there, template px. */
export interface CutPatch extends WantedPatch {
  readonly x0: number
  readonly y0: number
}

/** Tells which cells of a patch are kept (1): from its corner and the side of its cells, template px. */
export type KnownCellsAt = (x0: number, y0: number, step: number, size: Size) => Uint8Array

/** Side of a patch, in cells. */
export const patchSide = 40

const size: Size = { width: patchSide, height: patchSide }

/** The side of a patch's cells, template px: a pixel of the coarser of template and picture. */
export function cellSide({ scaleX }: Pick<Registration, 'scaleX'>): number {
  return Math.max(1, 1 / scaleX)
}

/** Cuts patches around `places` (px of the template) out of it; cells have a side of `step` px. */
export function cutPatches(
  template: GreySource,
  keptAt: KnownCellsAt,
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

/** Makes a patch ready to be looked for. Only cells with `kept` = 1 count; null where they are too few. */
function wantedPatch(template: Float32Array, kept: Uint8Array, { width, height }: Size): WantedPatch | null {
  const own = soften(template, width, height)
  const cells = new Int32Array(width * height)
  const values = new Float64Array(width * height)
  let count = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      if (kept[at] === 1) {
        cells[count] = at
        values[count] = own[at] ?? 0
        count++
      }
    }
  }
  if (count < leastKept * width * height) {
    return null
  }
  const counted = cells.slice(0, count)
  const flatten = planeRemover(counted, width)
  return { width, height, cells: counted, flatten, wanted: flatten(values.slice(0, count)) }
}

/**
 * Makes the function that takes mean and slope out of the values of some cells, in place: a smooth slope looks alike
 * wherever it is laid. By three directions at right angles to each other.
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
