/** For each step along one axis of a large picture: the two pixels of a small one around it, and how far between. */
export interface Between {
  readonly first: Int32Array
  readonly second: Int32Array
  /** 0 at `first`, 1 at `second`. */
  readonly share: Float32Array
}

/** Lays `large` steps over `small` pixels, those within `margin` of either end left out. */
export function layBetween(large: number, small: number, margin: number): Between {
  const first = new Int32Array(large)
  const second = new Int32Array(large)
  const share = new Float32Array(large)
  for (let k = 0; k < large; k += 1) {
    const at = ((k + 0.5) * small) / large - 0.5
    const low = Math.floor(at)
    first[k] = Math.min(Math.max(low, margin), small - 1 - margin)
    second[k] = Math.min(Math.max(low + 1, margin), small - 1 - margin)
    share[k] = at - low
  }
  return { first, second, share }
}
