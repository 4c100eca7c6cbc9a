import type { AffineMap } from '../geometry/affine'

/** A layer's paint that can be drawn without the platform, for a thumbnail. Plain data. */
export type DrawablePaint =
  | { readonly kind: 'colour'; readonly css: string; readonly opacity: number }
  | {
      readonly kind: 'image'
      /** The stored file. */
      readonly bytes: Uint8Array
      readonly opacity: number
      readonly scaleMode: 'FILL' | 'FIT' | 'CROP' | 'TILE'
      /** CROP: from the layer's unit square to the image's. Identity for the others. */
      readonly transform: AffineMap
      /** Degrees clockwise, a multiple of 90. */
      readonly rotation: number
      /** TILE: document units for each pixel of the image. */
      readonly tileScale: number
    }
