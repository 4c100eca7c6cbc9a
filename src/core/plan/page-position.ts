import type { AffineMap } from '../geometry/affine'

/** A layer's position at the start of its expansion. If the layer is removed meanwhile, its image is placed beside it. */
export interface PagePosition {
  readonly pageId: string
  /** Maps the layer's own units to its page's. */
  readonly place: AffineMap
}
