/** One value measured at the seam, with its expected standard error; `noise` is infinite if nothing was measured. */
export interface Measured {
  readonly x: number
  readonly y: number
  readonly value: number
  readonly noise: number
}

export interface SmoothOptions {
  /** A trend counts as far as it exceeds so many of its own standard errors. */
  readonly significance: number
  /** Reach of the local means (standard deviation of the bell), in shares of the seam's extent, from coarse to fine. */
  readonly reaches: readonly number[]
}

/** Rounds of robust weighting. */
const rounds = 5

/** Fewest values for a trend. */
const fewest = 3

/** Least scatter, in shares of the values' own noise. */
const leastScatter = 0.5

/**
 * Smooths values along the seam, from coarse to fine: first a robust plane over the canvas, then ever more local means of
 * the residuals. Each step counts only as far as it exceeds the noise, so outliers (edges of the image that lie along the
 * seam) and scatter (texture) come out as about 0.
 */
export function smoothAlongSeam(
  values: readonly Measured[],
  { significance, reaches }: SmoothOptions
): readonly number[] {
  const smooth = values.map(() => 0)
  const left = values.map(({ value }) => value)
  if (values.filter(({ noise }) => noise < Infinity).length < fewest) {
    return smooth
  }
  const subtract = (estimate: readonly number[]): void => {
    estimate.forEach((value, index) => {
      smooth[index] = (smooth[index] ?? 0) + value
      left[index] = (left[index] ?? 0) - value
    })
  }
  const extent = Math.max(1, Math.hypot(span(values.map(({ x }) => x)), span(values.map(({ y }) => y))))
  subtract(planeOf(values, left, extent, significance))
  for (const reach of reaches) {
    subtract(localMeans(values, left, reach * extent, significance))
  }
  return smooth
}

function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

/** Fits a plane over the canvas by weighted least squares; its level and its two slopes are shrunk separately. */
function planeOf(
  values: readonly Measured[],
  left: readonly number[],
  extent: number,
  significance: number
): readonly number[] {
  const known = values.map(({ noise }) => 1 / (noise * noise))
  const total = sumOf(known)
  const middleX = sumOf(values.map(({ x }, index) => x * (known[index] ?? 0))) / total
  const middleY = sumOf(values.map(({ y }, index) => y * (known[index] ?? 0))) / total
  const basis = values.map(({ x, y }) => [1, (x - middleX) / extent, (y - middleY) / extent] as const)
  const estimate = values.map(() => 0)
  const parts = [0, 0, 0]
  let scatter = 1
  let weights: readonly number[] = known
  for (let round = 0; round < rounds; round++) {
    const rest = left.map((value, index) => value - (estimate[index] ?? 0))
    scatter = scatterOf(values, rest)
    weights = robustWeights(values, rest, scatter)
    // About the centroid the three parts are nearly independent, so they are fitted one after the other.
    for (const part of [0, 1, 2] as const) {
      let product = 0
      let square = 0
      basis.forEach((of, index) => {
        const weight = weights[index] ?? 0
        product += weight * of[part] * ((left[index] ?? 0) - (estimate[index] ?? 0))
        square += weight * of[part] * of[part]
      })
      const step = product / (square + 1e-9)
      parts[part] = (parts[part] ?? 0) + step
      basis.forEach((of, index) => {
        estimate[index] = (estimate[index] ?? 0) + step * of[part]
      })
    }
  }
  const [level = 0, across = 0, down = 0] = ([0, 1, 2] as const).map((part) => {
    const square = sumOf(basis.map((of, index) => (weights[index] ?? 0) * of[part] * of[part]))
    return shrink(parts[part] ?? 0, (significance * scatter) / Math.sqrt(square + 1e-9))
  })
  return basis.map(([, x, y]) => level + across * x + down * y)
}

/** Computes the mean about each value, with Gaussian weights; `reach` is their standard deviation, px. */
function localMeans(
  values: readonly Measured[],
  left: readonly number[],
  reach: number,
  significance: number
): readonly number[] {
  const scatter = scatterOf(values, left)
  const weights = robustWeights(values, left, scatter)
  const acrosses = Float64Array.from(values, ({ x }) => x)
  const downs = Float64Array.from(values, ({ y }) => y)
  return values.map(({ x, y }) => {
    let sum = 0
    let total = 0
    let variance = 0
    for (let index = 0; index < acrosses.length; index++) {
      const across = (acrosses[index] ?? 0) - x
      const down = (downs[index] ?? 0) - y
      const away = (across * across + down * down) / (reach * reach)
      if (away < 9) {
        const bell = Math.exp(-away / 2)
        const weight = (weights[index] ?? 0) * bell
        sum += weight * (left[index] ?? 0)
        total += weight
        variance += weight * bell
      }
    }
    return total === 0 ? 0 : shrink(sum / total, (significance * scatter * Math.sqrt(variance)) / total)
  })
}

/** Shrinks a value towards 0: to 0 within the bound, ever less above it. */
function shrink(value: number, bound: number): number {
  return Math.abs(value) <= bound ? 0 : value * (1 - (bound / value) ** 2)
}

/** Computes how much more the values scatter about 0 than their own noise says (median absolute deviation). */
function scatterOf(values: readonly Measured[], left: readonly number[]): number {
  const ratios = values
    .map(({ noise }, index) => Math.abs(left[index] ?? 0) / noise)
    .filter((_, index) => (values[index]?.noise ?? Infinity) < Infinity)
    .sort((one, other) => one - other)
  return Math.max(leastScatter, 1.4826 * (ratios[ratios.length >> 1] ?? 0))
}

/** Computes inverse variances, reduced for outliers by Tukey's bisquare. */
function robustWeights(
  values: readonly Measured[],
  left: readonly number[],
  scatter: number
): readonly number[] {
  return values.map(({ noise }, index) => {
    const ratio = (left[index] ?? 0) / (4.7 * scatter * noise)
    return Math.abs(ratio) < 1 ? (1 - ratio * ratio) ** 2 / (noise * noise) : 0
  })
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
