import type { Size } from '../../core/geometry/size'
import { planeRemover } from './plane-remover'
import { soften } from './soften'

/** A patch that is looked for: the values of the counted cells, without their mean and slope. */
export interface WantedPatch extends Size {
  readonly wanted: Float64Array
  /** Indices of the counted cells; none at the patch's edge. */
  readonly cells: Int32Array
  readonly flatten: (values: Float64Array) => Float64Array
}

/** A patch of which less than this share is kept tells too little. */
const leastKept = 0.25

/** Makes a patch ready to be looked for. Only cells with `kept` = 1 count; null where they are too few. */
export function wantedPatch(
  template: Float32Array,
  kept: Uint8Array,
  { width, height }: Size
): WantedPatch | null {
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
