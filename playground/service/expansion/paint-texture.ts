import { layBetween } from './between'
import type { PatchField } from './patch-field'
import type { Draw, Known, Raster } from './raster'
import type { Toning } from './toning'

/** How far each small pixel's match lies from it, in pixels of the large picture. */
function measureShifts({ width, height, match }: PatchField, picture: Raster): Int32Array {
  const shifts = new Int32Array(match.length)
  for (let i = 0; i < match.length; i += 1) {
    const source = match[i] ?? i
    const dx = ((source % width) - (i % width)) * (picture.width / width)
    const dy = (Math.floor(source / width) - Math.floor(i / width)) * (picture.height / height)
    shifts[i] = Math.round(dy) * picture.width + Math.round(dx)
  }
  return shifts
}

/** The differences of a grain of one level, drawn once and read round and round: a draw for each pixel costs more. */
function drawGrain(draw: Draw): Float32Array {
  return Float32Array.from({ length: grainLength }, () => draw(3) - 0.5)
}

/** A prime, so that no row repeats the one above. */
const grainLength = 65_521

function clamp(level: number): number {
  return level < 0 ? 0 : level > 255 ? 255 : level
}

/**
 * Paints the unknown pixels of `picture` in place with its own texture at full size: each is copied from where the small
 * picture's matches say, blended where the four matches around it differ, toned, with a grain of one
 * level. A pixel without a match takes the small picture's colour.
 */
export function paintTexture(
  picture: Raster,
  known: Known,
  small: Raster,
  field: PatchField,
  { keep, add }: Toning,
  draw: Draw
): void {
  const { width, height, data } = picture
  const shifts = measureShifts(field, picture)
  const grain = drawGrain(draw)
  const columns = layBetween(width, small.width, field.radius)
  const rows = layBetween(height, small.height, field.radius)
  const sums = new Float32Array(3)
  const cells = new Int32Array(4)
  const weights = new Float32Array(4)
  for (let y = 0; y < height; y += 1) {
    const upper = (rows.first[y] ?? 0) * small.width
    const lower = (rows.second[y] ?? 0) * small.width
    const v = rows.share[y] ?? 0
    for (let x = 0, to = y * width; x < width; x += 1, to += 1) {
      if (known[to] !== 0) continue
      const u = columns.share[x] ?? 0
      const left = columns.first[x] ?? 0
      const right = columns.second[x] ?? 0
      cells[0] = upper + left
      cells[1] = upper + right
      cells[2] = lower + left
      cells[3] = lower + right
      weights[0] = (1 - u) * (1 - v)
      weights[1] = u * (1 - v)
      weights[2] = (1 - u) * v
      weights[3] = u * v
      sums.fill(0)
      let total = 0
      for (let k = 0; k < 4; k += 1) {
        const cell = cells[k] ?? 0
        const from = to + (shifts[cell] ?? 0)
        if (known[from] !== 1) continue
        const weight = weights[k] ?? 0
        const kept = keep[cell] ?? 1
        for (let c = 0; c < 3; c += 1) {
          sums[c] = (sums[c] ?? 0) + weight * ((data[from * 3 + c] ?? 0) * kept + (add[cell * 3 + c] ?? 0))
        }
        total += weight
      }
      const noise = grain[to % grainLength] ?? 0
      const fallback = cells[0] * 3
      for (let c = 0; c < 3; c += 1) {
        const level = total > 0 ? (sums[c] ?? 0) / total : (small.data[fallback + c] ?? 0)
        data[to * 3 + c] = clamp(level + noise)
      }
    }
  }
}
