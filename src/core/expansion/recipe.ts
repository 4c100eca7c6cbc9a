import type { Growth } from '../growth/growth'
import type { Expansion } from './expansion'
import type { Tuning } from './tuning'

/** What is needed to make an expansion again, and how well it went; kept on the layer that shows it. Plain data. */
export interface Recipe {
  readonly version: 1
  /** Null where a frame was filled. */
  readonly growth: Growth | null
  readonly content: 'background' | 'everything'
  readonly prompt: string
  readonly seed: number
  readonly tuning: Tuning
  readonly maskIsInverted: boolean
  readonly matchSeam: boolean
  /** Mean and worst difference across the rim of the picture, ΔE 2000, as the image came and as placed; null if unknown. */
  readonly seam: { readonly before: SeamFigures; readonly after: SeamFigures } | null
}

interface SeamFigures {
  readonly mean: number
  readonly worst: number
}

/** The recipe of an order whose image goes on with this seam. */
export function recipeOf(
  { growth, placement, prompt, seed, tuning, maskIsInverted, matchSeam }: Expansion,
  seam: Recipe['seam']
): Recipe {
  return {
    version: 1,
    growth,
    content: placement.kind === 'grow' && placement.above === 'images' ? 'background' : 'everything',
    prompt,
    seed,
    tuning,
    maskIsInverted,
    matchSeam,
    seam
  }
}
