import type { Raster } from './raster'

function blurLines(
  from: Uint8Array,
  to: Uint8Array,
  lines: number,
  length: number,
  jump: number,
  step: number,
  reach: number
) {
  for (let line = 0; line < lines; line += 1) {
    for (let c = 0; c < 3; c += 1) {
      const base = line * jump + c
      const at = (k: number) => from[base + Math.min(Math.max(k, 0), length - 1) * step] ?? 0
      let sum = 0
      for (let k = -reach; k <= reach; k += 1) sum += at(k)
      for (let k = 0; k < length; k += 1) {
        to[base + k * step] = sum / (2 * reach + 1) + 0.5
        sum += at(k + reach + 1) - at(k - reach)
      }
    }
  }
}

/** The mean over squares of `2 · reach + 1` px; past the border the border's pixels count on. */
export function boxBlur({ width, height, data }: Raster, reach: number): Raster {
  const across = new Uint8Array(data.length)
  const both = new Uint8Array(data.length)
  blurLines(data, across, height, width, width * 3, 3, reach)
  blurLines(across, both, width, height, 3, width * 3, reach)
  return { width, height, data: both }
}
