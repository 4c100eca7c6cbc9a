import { type LevelSettings, wayPrice } from './match-settings'
import type { PatchField } from './patch-field'
import type { Draw } from './raster'

/** What a search looks at: three arrays of the picture's size, three bytes a pixel. */
export interface SearchGround {
  /** The picture as it stands. */
  readonly data: Uint8Array
  /** The known pixels, softened: their tone. */
  readonly tone: Uint8Array
  /** The first guess, whose tone is asked for. */
  readonly guide: Uint8Array
}

/**
 * PatchMatch (Barnes et al. 2009) over one field. The cost of a match: the squared differences of the two patches,
 * summed; how far the source's tone is from the guide's; and the way between the two.
 */
export class PatchSearch {
  readonly #field: PatchField
  readonly #ground: SearchGround
  readonly #settings: LevelSettings
  readonly #draw: Draw

  constructor(field: PatchField, ground: SearchGround, settings: LevelSettings, draw: Draw) {
    this.#field = field
    this.#ground = ground
    this.#settings = settings
    this.#draw = draw
  }

  /** Prices all matches anew, after the picture has changed, and draws one for each target that has none. */
  reprice(): void {
    const { targets, sources, match, cost } = this.#field
    for (const target of targets) {
      const matched = match[target] ?? -1
      const source = matched >= 0 ? matched : (sources[this.#draw(sources.length)] ?? 0)
      match[target] = source
      cost[target] = this.#price(target, source, Infinity)
    }
  }

  /**
   * One sweep: every target tries the matches of its neighbours, moved along, and random sources ever nearer to its own.
   * Forwards, or from the last target to the first.
   */
  sweep(forwards: boolean): void {
    const { width, height, radius, targets, match } = this.#field
    const step = forwards ? 1 : -1
    const widest = Math.min(this.#settings.reach, Math.max(width, height))
    for (let k = 0; k < targets.length; k += 1) {
      const target = targets[forwards ? k : targets.length - 1 - k] ?? 0
      this.#try(target, (match[target - step] ?? 0) + step)
      this.#try(target, (match[target - step * width] ?? 0) + step * width)
      for (let reach = widest; reach >= 1; reach = Math.floor(reach / 3)) {
        const best = match[target] ?? 0
        const x = (best % width) + this.#draw(2 * reach + 1) - reach
        const y = Math.floor(best / width) + this.#draw(2 * reach + 1) - reach
        const inside = x >= radius && x < width - radius && y >= radius && y < height - radius
        if (inside) this.#try(target, y * width + x)
      }
    }
  }

  #try(target: number, source: number): void {
    const { isSource, match, cost } = this.#field
    if (isSource[source] !== 1 || match[target] === source) return
    const limit = cost[target] ?? Infinity
    const price = this.#price(target, source, limit)
    if (price >= limit) return
    match[target] = source
    cost[target] = price
  }

  /** The cost of taking `source` for `target`; anything at or over `limit` once that is passed. */
  #price(target: number, source: number, limit: number): number {
    const { width, height, radius } = this.#field
    const { data, tone, guide } = this.#ground
    const area = (2 * radius + 1) * (2 * radius + 1)
    const dx = (target % width) - (source % width)
    const dy = Math.floor(target / width) - Math.floor(source / width)
    let sum = (wayPrice * area * (dx * dx + dy * dy)) / (width * width + height * height)
    const guidePrice = this.#settings.guidePrice * area
    for (let c = 0; c < 3; c += 1) {
      const difference = (tone[source * 3 + c] ?? 0) - (guide[target * 3 + c] ?? 0)
      sum += difference * difference * guidePrice
    }
    const span = (2 * radius + 1) * 3
    for (let row = -radius; row <= radius && sum < limit; row += 1) {
      let a = (target + row * width - radius) * 3
      let b = (source + row * width - radius) * 3
      let rowSum = 0
      for (let k = 0; k < span; k += 1, a += 1, b += 1) {
        const difference = (data[a] ?? 0) - (data[b] ?? 0)
        rowSum = (rowSum + Math.imul(difference, difference)) | 0
      }
      sum += rowSum
    }
    return sum
  }
}
