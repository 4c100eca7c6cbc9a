/** Four numbers a pixel: three values, each times the weight, and the weight (0 to 1). */
export interface Field {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

function halve({ width, height, values }: Field): Field {
  const half: Field = {
    width: Math.ceil(width / 2),
    height: Math.ceil(height / 2),
    values: new Float32Array(Math.ceil(width / 2) * Math.ceil(height / 2) * 4)
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = ((y >> 1) * half.width + (x >> 1)) * 4
      const from = (y * width + x) * 4
      for (let c = 0; c < 4; c += 1)
        half.values[to + c] = (half.values[to + c] ?? 0) + (values[from + c] ?? 0)
    }
  }
  for (let i = 0; i < half.values.length; i += 4) {
    const weight = half.values[i + 3] ?? 0
    if (weight <= 1) continue
    for (let c = 0; c < 4; c += 1) half.values[i + c] = (half.values[i + c] ?? 0) / weight
  }
  return half
}

/** Adds to every pixel what it lacks of weight 1, from the coarser field between its pixels. */
function fillFrom({ width, height, values }: Field, coarse: Field): void {
  for (let y = 0; y < height; y += 1) {
    const v = Math.min(Math.max(y / 2 - 0.25, 0), coarse.height - 1)
    const j = Math.floor(v)
    const below = j + 1 < coarse.height ? coarse.width * 4 : 0
    for (let x = 0; x < width; x += 1) {
      const to = (y * width + x) * 4
      const missing = 1 - (values[to + 3] ?? 0)
      if (missing <= 0) continue
      const u = Math.min(Math.max(x / 2 - 0.25, 0), coarse.width - 1)
      const i = Math.floor(u)
      const right = i + 1 < coarse.width ? 4 : 0
      const at = (j * coarse.width + i) * 4
      for (let c = 0; c < 4; c += 1) {
        const high =
          (coarse.values[at + c] ?? 0) * (1 - u + i) + (coarse.values[at + right + c] ?? 0) * (u - i)
        const low =
          (coarse.values[at + below + c] ?? 0) * (1 - u + i) +
          (coarse.values[at + below + right + c] ?? 0) * (u - i)
        values[to + c] = (values[to + c] ?? 0) + missing * (high * (1 - v + j) + low * (v - j))
      }
    }
  }
}

/**
 * Fills, in place, what has no weight smoothly from all sides with what has (push-pull over a pyramid): the nearer, the
 * stronger; the farther, the softer. Nothing changes where the weight is 1, nor where nothing has any.
 */
export function smoothFill(field: Field): void {
  const levels: Field[] = [field]
  for (let top = field; top.width > 1 || top.height > 1;) {
    top = halve(top)
    levels.push(top)
  }
  for (let index = levels.length - 2; index >= 0; index -= 1) {
    const [level, coarse] = [levels[index], levels[index + 1]]
    if (level !== undefined && coarse !== undefined) fillFrom(level, coarse)
  }
}
