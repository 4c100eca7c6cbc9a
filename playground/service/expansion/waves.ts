import type { Draw, Known, Raster } from './raster'

const waveCount = 4
/** The greatest height of one wave, levels. */
const levels = 12
/** The waves have grown to their height at this share of the picture's shorter side from what is known. */
const growth = 0.12

/** One low wave over the whole picture. */
export interface Wave {
  /** Radians from one side of the picture to the other. */
  readonly across: number
  readonly down: number
  readonly phase: number
  /** Levels of red, green, blue. */
  readonly heights: readonly [number, number, number]
}

/** Draws the waves that make each seed's picture another one. */
export function drawWaves(draw: Draw): readonly Wave[] {
  const within = (span: number) => ((draw(2001) - 1000) / 1000) * span
  return Array.from({ length: waveCount }, () => {
    const light = within(levels)
    return {
      across: within(9),
      down: within(9),
      phase: within(Math.PI),
      heights: [light + within(levels / 3), light + within(levels / 3), light + within(levels / 3)]
    }
  })
}

/** Lays waves over the unknown pixels in place, growing with the distance from what is known, so that no edge shows. */
export function layWaves(raster: Raster, known: Known, distance: Int32Array, waves: readonly Wave[]): void {
  const { width, height, data } = raster
  const grown = Math.min(width, height) * growth
  for (let i = 0; i < known.length; i += 1) {
    if (known[i] !== 0) continue
    const share = Math.min(1, (distance[i] ?? 0) / grown)
    const x = (i % width) / width
    const y = Math.floor(i / width) / height
    const added = [0, 0, 0]
    for (const { across, down, phase, heights } of waves) {
      const wave = Math.sin(across * x + down * y + phase) * share
      for (let c = 0; c < 3; c += 1) added[c] = (added[c] ?? 0) + wave * (heights[c] ?? 0)
    }
    for (let c = 0; c < 3; c += 1) {
      data[i * 3 + c] = Math.min(255, Math.max(0, (data[i * 3 + c] ?? 0) + (added[c] ?? 0)))
    }
  }
}
