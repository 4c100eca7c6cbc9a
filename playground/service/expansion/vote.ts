import type { PatchField } from './patch-field'
import type { Known, Raster } from './raster'

/** The confidence that is left after each step away from what is known. */
const fading = 0.93

/**
 * Repaints the unknown pixels of `raster` in place: each is the mean of what the matches of all patches over it say,
 * likelier patches and those nearer to the known counting more (Wexler et al. 2007).
 */
export function vote(raster: Raster, known: Known, field: PatchField, distance: Int32Array): void {
  const { width, data } = raster
  const { radius, targets, match, cost } = field
  let total = 0
  for (const target of targets) total += cost[target] ?? 0
  const spread = total / Math.max(1, targets.length) + 1
  const sums = new Float32Array(known.length * 4)
  for (const target of targets) {
    const source = match[target] ?? 0
    const likeness = Math.exp(-(cost[target] ?? 0) / spread)
    const weight = likeness * fading ** Math.min(60, distance[target] ?? 0) + 1e-6
    for (let row = -radius; row <= radius; row += 1) {
      let to = target + row * width - radius
      let from = (source + row * width - radius) * 3
      for (let k = 0; k <= 2 * radius; k += 1, to += 1, from += 3) {
        if (known[to] !== 0) continue
        const at = to * 4
        sums[at] = (sums[at] ?? 0) + weight * (data[from] ?? 0)
        sums[at + 1] = (sums[at + 1] ?? 0) + weight * (data[from + 1] ?? 0)
        sums[at + 2] = (sums[at + 2] ?? 0) + weight * (data[from + 2] ?? 0)
        sums[at + 3] = (sums[at + 3] ?? 0) + weight
      }
    }
  }
  for (let i = 0; i < known.length; i += 1) {
    const weight = sums[i * 4 + 3] ?? 0
    if (known[i] !== 0 || weight === 0) continue
    for (let c = 0; c < 3; c += 1) data[i * 3 + c] = (sums[i * 4 + c] ?? 0) / weight + 0.5
  }
}
