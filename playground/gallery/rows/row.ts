import type { Insets } from '../../../src/core/geometry/insets'
import type { Layer } from './layer'

/** What comes of pressing Expand on a layer: it grows, or the image goes behind it, or the window says why not. */
export type Outcome = 'grows' | 'behind' | 'obstacle'

/** In a list of what is sent: the picture's fills without anything that is on it, instead of a layer as it is seen. */
export const ownPaints = 'its own paints'

/** One kind of layer or setting, with what the sides mode does to it: a row of the table in `docs/layers.md`, a test, a picture. */
export interface Row {
  readonly name: string
  /** The page's layers, bottom first; the one called “Picture” is expanded. */
  readonly layers: readonly Layer[]
  readonly insets: Insets
  /** What is chosen to be sent; the window's own choice where nothing is said. */
  readonly content?: 'everything'
  /** The names of the layers that are sent as they are seen, bottom first; its own paints where nothing is said. */
  readonly sends?: readonly string[]
  readonly expect: Outcome
  /** What happens, in one sentence. */
  readonly says: string
  /** Of an obstacle: a part of what the window says. */
  readonly sentence?: string
  /** A part of what else the window says before Expand is pressed. */
  readonly notice?: string
  /** The document's second page holds the layers; it is the one shown, but for `left`: it is left after Expand. */
  readonly page?: 'second' | 'left'
  /** A frame that hugged its content is of a fixed size from then on. */
  readonly endsHugging?: true
  /** What is kept is drawn anew rather than pixel for pixel: between an image's pixels, or text over its own picture. */
  readonly isRedrawn?: true
  /** How far from the layer's edge its stroke, inner shadow or blur reaches inward: what moves with the edge, px. */
  readonly rim?: number
  /** How far around the canvas the layer's strokes and shadows reach, px. */
  readonly reach?: number
  /** The least share of the new area that is painted: less for shapes that do not fill their box, or are clipped. */
  readonly painted?: number
}
