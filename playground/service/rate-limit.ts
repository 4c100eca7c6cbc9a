/** The span over which requests are counted, ms: the limit is per second. */
const windowMs = 1000

/**
 * A sliding window for each key: at most `perSecond` requests in any 1000 ms (facts: "2 requests a second for a key by
 * default, else 429. Polls probably count."). Refused requests are not counted.
 */
export class RateLimit {
  readonly #perSecond: number
  readonly #admitted = new Map<string, readonly number[]>()

  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  /** Whether a request of this key that arrived at `nowMs` is taken. */
  admits(key: string, nowMs: number): boolean {
    const recent = (this.#admitted.get(key) ?? []).filter((atMs) => nowMs - atMs < windowMs)
    const admitted = recent.length < this.#perSecond
    this.#admitted.set(key, admitted ? [...recent, nowMs] : recent)
    return admitted
  }

  reset(): void {
    this.#admitted.clear()
  }
}
