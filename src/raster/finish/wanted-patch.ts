import type { Size } from '../../core/size'
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
  const at: number[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (kept[y * width + x] === 1) at.push(y * width + x)
    }
  }
  if (at.length < leastKept * width * height) {
    return null
  }
  const own = soften(template, width, height)
  const cells = Int32Array.from(at)
  const flatten = planeRemover(cells, width)
  return {
    width,
    height,
    cells,
    flatten,
    wanted: flatten(Float64Array.from(cells, (cell) => own[cell] ?? 0))
  }
}
