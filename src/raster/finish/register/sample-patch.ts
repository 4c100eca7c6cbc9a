import type { Size } from '../../../core/geometry/size'
import type { GreySource } from './grey-image'

/** Margin for the four taps of the interpolation, source px. */
const reach = 2

/**
 * Samples a grid of `size` cells from a source: cell (i, j) is the mean over a box of `stepX` × `stepY` source px whose
 * centre lies at (`x0` + (i + ½) · `stepX`, …), px from the source's corner. Each sample is interpolated by a cubic
 * (Catmull-Rom). The source's edge continues beyond the source.
 */
export function samplePatch(
  source: GreySource,
  x0: number,
  y0: number,
  stepX: number,
  stepY: number,
  { width, height }: Size
): Float32Array {
  const across = axisSamples(x0, stepX, width, source.width)
  const down = axisSamples(y0, stepY, height, source.height)
  const box = { width: across.to - across.from, height: down.to - down.from }
  const { data } = source.read(across.from, down.from, box)
  const between = new Float32Array(width * box.height)
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      const end = (x + 1) * across.taps
      for (let tap = x * across.taps; tap < end; tap++) {
        sum += (across.weights[tap] ?? 0) * (data[y * box.width + (across.columns[tap] ?? 0)] ?? 0)
      }
      between[y * width + x] = sum
    }
  }
  const patch = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * down.taps
    for (let tap = y * down.taps; tap < end; tap++) {
      const weight = down.weights[tap] ?? 0
      const row = (down.columns[tap] ?? 0) * width
      for (let x = 0; x < width; x++) {
        patch[y * width + x] = (patch[y * width + x] ?? 0) + weight * (between[row + x] ?? 0)
      }
    }
  }
  return patch
}

interface AxisSamples {
  readonly from: number
  readonly to: number
  /** Values of the source for each cell. */
  readonly taps: number
  readonly columns: Int32Array
  readonly weights: Float32Array
}

function axisSamples(x0: number, step: number, count: number, length: number): AxisSamples {
  const clamp = (index: number): number => Math.min(length - 1, Math.max(0, index))
  const from = clamp(Math.floor(x0) - reach)
  const to = clamp(Math.ceil(x0 + count * step) + reach) + 1
  const parts = Math.max(1, Math.ceil(step))
  const columns = new Int32Array(count * parts * 4)
  const weights = new Float32Array(count * parts * 4)
  for (let sample = 0; sample < count * parts; sample++) {
    const place = x0 + ((sample + 0.5) / parts) * step - 0.5
    const first = Math.floor(place)
    const t = place - first
    const at = sample * 4
    for (let tap = 0; tap < 4; tap++) columns[at + tap] = clamp(first - 1 + tap) - from
    weights[at] = (((-t + 2) * t - 1) * t * 0.5) / parts
    weights[at + 1] = (((3 * t - 5) * t * t + 2) * 0.5) / parts
    weights[at + 2] = (((-3 * t + 4) * t + 1) * t * 0.5) / parts
    weights[at + 3] = ((t - 1) * t * t * 0.5) / parts
  }
  return { from, to, taps: parts * 4, columns, weights }
}

/** Blurs lightly (1 2 1 on both axes): removes the noise of single pixels and the effect of another resampling. */
export function soften(data: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(data.length)
  const soft = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const left = x > 0 ? at - 1 : at
      const right = x < width - 1 ? at + 1 : at
      across[at] = ((data[left] ?? 0) + 2 * (data[at] ?? 0) + (data[right] ?? 0)) / 4
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const up = y > 0 ? at - width : at
      const below = y < height - 1 ? at + width : at
      soft[at] = ((across[up] ?? 0) + 2 * (across[at] ?? 0) + (across[below] ?? 0)) / 4
    }
  }
  return soft
}
