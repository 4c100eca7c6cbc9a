import type { Known } from './raster'

/**
 * Where each patch of a picture finds its likeness among the known patches. Centres keep `radius` px from the picture's
 * border, so that every patch lies inside.
 */
export interface PatchField {
  readonly width: number
  readonly height: number
  readonly radius: number
  /** Centres whose patch holds an unknown pixel, in reading order: those that are searched for. */
  readonly targets: Int32Array
  /** Centres whose patch is wholly known: those that can be found. */
  readonly sources: Int32Array
  /** 1 for each centre in `sources`. */
  readonly isSource: Uint8Array
  /** The source found for each target, −1 for none yet; for every other pixel, itself. */
  readonly match: Int32Array
  /** How unlike the two are; what it holds is told by `patch-search.ts`. */
  readonly cost: Float32Array
}

/** How many unknown pixels lie in each centre's patch: sums along rows, then columns. */
function countUnknown(known: Known, width: number, height: number, radius: number): Int32Array {
  const rows = new Int32Array(width * height)
  const counts = new Int32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = radius; x < width - radius; x += 1) {
      let sum = 0
      for (let d = -radius; d <= radius; d += 1) sum += known[y * width + x + d] === 0 ? 1 : 0
      rows[y * width + x] = sum
    }
  }
  for (let y = radius; y < height - radius; y += 1) {
    for (let x = radius; x < width - radius; x += 1) {
      let sum = 0
      for (let d = -radius; d <= radius; d += 1) sum += rows[(y + d) * width + x] ?? 0
      counts[y * width + x] = sum
    }
  }
  return counts
}

/** Sorts the centres into targets and sources; no target has a match yet. */
export function layPatches(known: Known, width: number, height: number, radius: number): PatchField {
  const counts = countUnknown(known, width, height, radius)
  const targets: number[] = []
  const sources: number[] = []
  const isSource = new Uint8Array(width * height)
  const match = Int32Array.from({ length: width * height }, (_, i) => i)
  for (let y = radius; y < height - radius; y += 1) {
    for (let x = radius; x < width - radius; x += 1) {
      const i = y * width + x
      if (counts[i] === 0) {
        sources.push(i)
        isSource[i] = 1
      } else {
        targets.push(i)
        match[i] = -1
      }
    }
  }
  const cost = new Float32Array(width * height).fill(Infinity)
  return {
    width,
    height,
    radius,
    targets: Int32Array.from(targets),
    sources: Int32Array.from(sources),
    isSource,
    match,
    cost
  }
}

/** Takes over the matches of the next coarser level, where they still lead to a source. */
export function inheritMatches(field: PatchField, coarse: PatchField): void {
  const { width, height, match, isSource } = field
  const column = (x: number) =>
    Math.min(
      Math.max(Math.floor((x * coarse.width) / width), coarse.radius),
      coarse.width - coarse.radius - 1
    )
  const row = (y: number) =>
    Math.min(
      Math.max(Math.floor((y * coarse.height) / height), coarse.radius),
      coarse.height - coarse.radius - 1
    )
  for (const target of field.targets) {
    const x = target % width
    const y = Math.floor(target / width)
    const [u, v] = [column(x), row(y)]
    const found = coarse.match[v * coarse.width + u] ?? -1
    if (found < 0) continue
    const sx = x + Math.round((((found % coarse.width) - u) * width) / coarse.width)
    const sy = y + Math.round(((Math.floor(found / coarse.width) - v) * height) / coarse.height)
    const source = sy * width + sx
    if (sx >= 0 && sx < width && isSource[source] === 1) match[target] = source
  }
}
