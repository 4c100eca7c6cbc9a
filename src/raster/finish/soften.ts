/** A light blur (1 2 1 on both axes): takes out what a single pixel's noise or another resampling makes. */
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
