import type { AffineMap } from '../geometry/affine'

/** Where a layer was when its expansion was started: an image whose layer is gone by then goes beside it. */
export interface PagePosition {
  readonly pageId: string
  /** Maps the layer's own units to its page's. */
  readonly place: AffineMap
}
