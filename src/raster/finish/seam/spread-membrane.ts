import type { Size } from '../../../core/geometry/size'
import type { BoundarySample, Tone } from './boundary-sample'

/** A correction of the canvas's tones on a coarse grid whose outermost points lie on the canvas's edges, levels. */
export interface Membrane {
  readonly columns: number
  readonly rows: number
  /** Red, green and blue of each grid point, row by row. */
  readonly levels: Float32Array
  /** The correction at each piece of the seam from which the membrane was made. */
  readonly atSeam: readonly Tone[]
}

/** Grid cells along the canvas's long side. */
const longSide = 96

/** Distance from the seam at which the correction has fallen to a half, in shares of the canvas's long side. */
const halfReach = 0.4

/**
 * Spreads the differences at the seam over the canvas: near the seam the correction equals them; further off they blend
 * (weights fall with the third power of the distance, about as in mean-value interpolation) and fade.
 */
export function spreadMembrane(
  samples: readonly BoundarySample[],
  differences: readonly Tone[],
  canvas: Size
): Membrane {
  const cell = Math.max(1, Math.max(canvas.width, canvas.height) / longSide)
  const columns = Math.max(2, Math.ceil(canvas.width / cell) + 1)
  const rows = Math.max(2, Math.ceil(canvas.height / cell) + 1)
  const levels = new Float32Array(columns * rows * 3)
  const seam: SeamPieces = {
    x: Float64Array.from(samples, (sample) => sample.x),
    y: Float64Array.from(samples, (sample) => sample.y),
    length: Float64Array.from(samples, (sample) => sample.length),
    tones: Float64Array.from(differences.flat()),
    softness: cell * cell,
    fadeSquared: (halfReach * Math.max(canvas.width, canvas.height)) ** 2
  }
  for (let row = 0; row < rows; row++) {
    const y = (row / (rows - 1)) * canvas.height
    for (let column = 0; column < columns; column++) {
      const x = (column / (columns - 1)) * canvas.width
      levels.set(correctionAt(x, y, seam), (row * columns + column) * 3)
    }
  }
  const grid = { columns, rows, levels }
  return { ...grid, atSeam: samples.map((sample) => membraneAt(grid, canvas, sample.x, sample.y)) }
}

/** The seam's pieces, one value of each (`tones`: three); `softness` and `fadeSquared` are squared distances, px². */
interface SeamPieces {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly length: Float64Array
  readonly tones: Float64Array
  readonly softness: number
  readonly fadeSquared: number
}

function correctionAt(
  px: number,
  py: number,
  { x, y, length, tones, softness, fadeSquared }: SeamPieces
): Tone {
  let weights = 0
  let red = 0
  let green = 0
  let blue = 0
  let nearest = Infinity
  for (let index = 0; index < x.length; index++) {
    const dx = (x[index] ?? 0) - px
    const dy = (y[index] ?? 0) - py
    const squared = dx * dx + dy * dy
    if (squared < nearest) nearest = squared
    const soft = squared + softness
    const weight = (length[index] ?? 0) / (soft * Math.sqrt(soft))
    weights += weight
    red += weight * (tones[index * 3] ?? 0)
    green += weight * (tones[index * 3 + 1] ?? 0)
    blue += weight * (tones[index * 3 + 2] ?? 0)
  }
  const share = weights === 0 ? 0 : 1 / (1 + nearest / fadeSquared) / weights
  return [red * share, green * share, blue * share]
}

/** Interpolates the membrane linearly at a point of the canvas, px. */
function membraneAt(
  { columns, rows, levels }: Pick<Membrane, 'columns' | 'rows' | 'levels'>,
  canvas: Size,
  x: number,
  y: number
): Tone {
  const across = (x / canvas.width) * (columns - 1)
  const down = (y / canvas.height) * (rows - 1)
  const column = Math.min(columns - 2, Math.max(0, Math.floor(across)))
  const row = Math.min(rows - 2, Math.max(0, Math.floor(down)))
  const fx = across - column
  const fy = down - row
  const at = (c: number): number => {
    const from = (row * columns + column) * 3 + c
    const below = from + columns * 3
    return (
      ((levels[from] ?? 0) * (1 - fx) + (levels[from + 3] ?? 0) * fx) * (1 - fy) +
      ((levels[below] ?? 0) * (1 - fx) + (levels[below + 3] ?? 0) * fx) * fy
    )
  }
  return [at(0), at(1), at(2)]
}
