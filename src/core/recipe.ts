import type { Insets } from './insets'
import type { Order } from './order'

/** What is needed to make an expansion again, and how well it went; kept on the layer that shows it. Plain data. */
export interface Recipe {
  readonly version: 1
  readonly mode: 'frame' | 'sides'
  /** Document units; null in the frame mode. */
  readonly insets: Insets | null
  readonly prompt: string
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
  { placement, prompt, maskIsInverted, matchSeam }: Order,
  seam: Recipe['seam']
): Recipe {
  return {
    version: 1,
    mode: placement.kind === 'fill' ? 'frame' : 'sides',
    insets: placement.kind === 'fill' ? null : placement.insets,
    prompt,
    maskIsInverted,
    matchSeam,
    seam
  }
}
