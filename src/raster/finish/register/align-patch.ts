import type { WantedPatch } from './cut-patches'
import { soften } from './sample-patch'

/** From this correlation at the expected place on, the patch is there, up to a fraction of a cell. */
const sureScore = 0.97

/** A patch's offset from its expected place, cells. */
export interface PatchShift {
  readonly dx: number
  readonly dy: number
  /** Inverse variance of each offset, up to one factor for all patches of an image. */
  readonly weightX: number
  readonly weightY: number
  /** Zero-mean normalised correlation at the offset, −1 to 1. */
  readonly score: number
}

/** Most Gauss-Newton steps. */
const iterations = 8

/** Least texture of a patch (mean square of a cell, levels²): less cannot be told from noise. */
const leastTexture = 0.6

/**
 * Finds a patch in `image`, which is larger by `margin` cells on each side. Brightness and contrast may differ. Searches
 * whole cells by normalised correlation first, then refines the shift by Gauss-Newton, with the gain fitted in each step.
 * Null if the patch has no texture or nothing similar is found.
 */
export function alignPatch(patch: WantedPatch, image: Float32Array, margin: number): PatchShift | null {
  const wide = patch.width + 2 * margin
  const other = soften(image, wide, patch.height + 2 * margin)
  const place = bestWholeShift(patch, other, wide, margin)
  if (place === null) {
    return null
  }
  let { dx, dy } = place
  const limit = margin - 1
  let last: Normal | null = null
  for (let round = 0; round < iterations; round++) {
    const normal = normalEquations(patch, other, wide, margin + dx, margin + dy)
    const step = solve2(normal)
    if (step === null) return null
    last = normal
    dx += Math.max(-0.7, Math.min(0.7, step[0]))
    dy += Math.max(-0.7, Math.min(0.7, step[1]))
    if (Math.abs(dx) > limit || Math.abs(dy) > limit) return null
    if (Math.abs(step[0]) < 0.002 && Math.abs(step[1]) < 0.002) break
  }
  if (last === null || last.texture < leastTexture) {
    return null
  }
  const noise = last.residual + 0.05
  return {
    dx,
    dy,
    weightX: Math.max(0, last.xx - (last.xy * last.xy) / (last.yy + 1e-9)) / noise,
    weightY: Math.max(0, last.yy - (last.xy * last.xy) / (last.xx + 1e-9)) / noise,
    score: last.score
  }
}

/** Sums of a Gauss-Newton step for the shift, without mean, slope and contrast. */
interface Normal {
  readonly xx: number
  readonly xy: number
  readonly yy: number
  readonly xr: number
  readonly yr: number
  /** Mean squares of the residual and of the template's own texture, levels². */
  readonly residual: number
  readonly texture: number
  readonly score: number
}

function normalEquations(
  { wanted, cells, width, height, flatten }: WantedPatch,
  other: Float32Array,
  wide: number,
  shiftX: number,
  shiftY: number
): Normal {
  const count = cells.length
  const value = new Float64Array(count)
  const slopeX = new Float64Array(count)
  const slopeY = new Float64Array(count)
  const moved = movedBy(other, wide, shiftX, shiftY, width, height)
  for (let index = 0; index < count; index++) {
    const cell = cells[index] ?? 0
    value[index] = moved[cell] ?? 0
    slopeX[index] = ((moved[cell + 1] ?? 0) - (moved[cell - 1] ?? 0)) / 2
    slopeY[index] = ((moved[cell + width] ?? 0) - (moved[cell - width] ?? 0)) / 2
  }
  flatten(value)
  flatten(slopeX)
  flatten(slopeY)
  let oo = 0
  let tt = 0
  let ot = 0
  for (let index = 0; index < count; index++) {
    const own = wanted[index] ?? 0
    const found = value[index] ?? 0
    oo += found * found
    tt += own * own
    ot += found * own
  }
  const gain = Math.min(2, Math.max(0.5, ot / (oo + 1e-6)))
  let xx = 0
  let xy = 0
  let yy = 0
  let xr = 0
  let yr = 0
  let residual = 0
  for (let index = 0; index < count; index++) {
    const left = (wanted[index] ?? 0) - gain * (value[index] ?? 0)
    const gx = gain * (slopeX[index] ?? 0)
    const gy = gain * (slopeY[index] ?? 0)
    xx += gx * gx
    xy += gx * gy
    yy += gy * gy
    xr += gx * left
    yr += gy * left
    residual += left * left
  }
  return {
    xx,
    xy,
    yy,
    xr,
    yr,
    residual: residual / count,
    texture: tt / count,
    score: ot / Math.sqrt(oo * tt + 1e-6)
  }
}

function solve2({ xx, xy, yy, xr, yr }: Normal): readonly [number, number] | null {
  const ridge = 1e-3 * (xx + yy) + 1e-6
  const a = xx + ridge
  const d = yy + ridge
  const determinant = a * d - xy * xy
  return determinant <= 0 ? null : [(d * xr - xy * yr) / determinant, (a * yr - xy * xr) / determinant]
}

/** Reads cells of an image `wide` cells across at a fractional offset, by bilinear interpolation. */
function movedBy(
  other: Float32Array,
  wide: number,
  shiftX: number,
  shiftY: number,
  width: number,
  height: number
): Float64Array {
  const wholeX = Math.floor(shiftX)
  const wholeY = Math.floor(shiftY)
  const fx = shiftX - wholeX
  const fy = shiftY - wholeY
  const moved = new Float64Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y + wholeY) * wide + x + wholeX
      const top = (other[at] ?? 0) * (1 - fx) + (other[at + 1] ?? 0) * fx
      const bottom = (other[at + wide] ?? 0) * (1 - fx) + (other[at + wide + 1] ?? 0) * fx
      moved[y * width + x] = top * (1 - fy) + bottom * fy
    }
  }
  return moved
}

/** Finds the shift of whole cells with the best correlation; null if none is positive. */
function bestWholeShift(
  patch: WantedPatch,
  other: Float32Array,
  wide: number,
  margin: number
): { readonly dx: number; readonly dy: number } | null {
  // Two cells of the margin are left for the interpolation.
  const reach = Math.max(0, margin - 2)
  if (scoreAt(patch, other, wide, margin, margin) > sureScore) {
    return { dx: 0, dy: 0 }
  }
  let best: { dx: number; dy: number } | null = null
  let bestScore = 0
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const score = scoreAt(patch, other, wide, margin + dx, margin + dy)
      // Prefers the nearer of two equally good places.
      const rated = score - 0.0005 * (dx * dx + dy * dy)
      if (rated > bestScore) {
        bestScore = rated
        best = { dx, dy }
      }
    }
  }
  return best
}

/** Computes the normalised correlation at a shift of whole cells. */
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
