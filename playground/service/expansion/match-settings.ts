/** How a level of the pyramid is searched. */
export interface LevelSettings {
  /** Half a patch's side, px, without its middle. */
  readonly radius: number
  /** Searches and votes, in turns. */
  readonly rounds: number
  /** What it costs that a source's tone is not that of the first guess, per squared level of one channel and pixel. */
  readonly guidePrice: number
  /** The widest random step of the search, px. */
  readonly reach: number
}

/**
 * Settings by level, 0 being the finest. Coarse levels decide what goes where, and keep to the first guess, so that
 * what stands in the middle of a picture is not set beside it again; fine levels follow the texture.
 */
export function levelSettings(level: number): LevelSettings {
  if (level === 0) return { radius: 2, rounds: 1, guidePrice: 1, reach: 12 }
  if (level === 1) return { radius: 3, rounds: 2, guidePrice: 2, reach: 80 }
  return { radius: 3, rounds: level === 2 ? 4 : 8, guidePrice: 4, reach: Infinity }
}

/** What the way between a patch and its likeness costs, per pixel and squared share of the diagonal: near is better. */
export const wayPrice = 1500
