import type { WantedPatch } from './wanted-patch'

/** A patch that correlates by more than this where it was looked for is there, but for a fraction of a cell. */
const sureScore = 0.97

/** Finds the shift of whole cells at which a patch correlates best; null where it correlates nowhere. */
export function bestWholeShift(
  patch: WantedPatch,
  other: Float32Array,
  wide: number,
  margin: number
): { readonly dx: number; readonly dy: number } | null {
  // Two cells are left for the interpolation.
  const reach = Math.max(0, margin - 2)
  if (scoreAt(patch, other, wide, margin, margin) > sureScore) {
    return { dx: 0, dy: 0 }
  }
  let best: { dx: number; dy: number } | null = null
  let bestScore = 0
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const score = scoreAt(patch, other, wide, margin + dx, margin + dy)
      // Of places that are equally good, the nearer one.
      const rated = score - 0.0005 * (dx * dx + dy * dy)
      if (rated > bestScore) {
        bestScore = rated
        best = { dx, dy }
      }
    }
  }
  return best
}

/** Normalised correlation at a shift of whole cells. */
function scoreAt(
  { wanted, cells, width, flatten }: WantedPatch,
  other: Float32Array,
  wide: number,
  shiftX: number,
  shiftY: number
): number {
  const values = new Float64Array(cells.length)
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? 0
    const y = Math.floor(cell / width)
    values[index] = other[(y + shiftY) * wide + (cell - y * width) + shiftX] ?? 0
  }
  flatten(values)
  let tt = 0
  let ss = 0
  let st = 0
  for (let index = 0; index < cells.length; index++) {
    const value = values[index] ?? 0
    const own = wanted[index] ?? 0
    ss += value * value
    tt += own * own
    st += value * own
  }
  return st / Math.sqrt(ss * tt + 1e-6)
}
