import type { Known, Raster } from './raster'
import { type Field, smoothFill } from './smooth-fill'

/** 1 for the known pixels that have an unknown one within `reach` px along either axis or across. */
export function rimOf(known: Known, width: number, height: number, reach: number): Known {
  const across = new Uint8Array(known.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [from, to] = [Math.max(0, x - reach), Math.min(width - 1, x + reach)]
      for (let u = from; u <= to; u += 1) if (known[y * width + u] === 0) across[y * width + x] = 1
    }
  }
  const rim = new Uint8Array(known.length)
  for (let y = 0; y < height; y += 1) {
    const [from, to] = [Math.max(0, y - reach), Math.min(height - 1, y + reach)]
    for (let x = 0; x < width; x += 1) {
      if (known[y * width + x] === 0) continue
      for (let v = from; v <= to; v += 1) if (across[v * width + x] === 1) rim[y * width + x] = 1
    }
  }
  return rim
}

/**
 * The first guess: the known pixels as they are, and the unknown filled smoothly with the colours of the rim alone, so
 * that what lies inside the picture does not bleed out of it.
 */
export function continueRim({ width, height, data }: Raster, known: Known): Raster {
  const rim = rimOf(known, width, height, 2)
  const field: Field = { width, height, values: new Float32Array(width * height * 4) }
  for (let i = 0; i < rim.length; i += 1) {
    if (rim[i] === 0) continue
    for (let c = 0; c < 3; c += 1) field.values[i * 4 + c] = data[i * 3 + c] ?? 0
    field.values[i * 4 + 3] = 1
  }
  smoothFill(field)
  const continued = Uint8Array.from(data)
  for (let i = 0; i < known.length; i += 1) {
    if (known[i] !== 0) continue
    for (let c = 0; c < 3; c += 1) continued[i * 3 + c] = (field.values[i * 4 + c] ?? 0) + 0.5
  }
  return { width, height, data: continued }
}
