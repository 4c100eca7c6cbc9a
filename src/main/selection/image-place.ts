import { type AffineMap, compose, invert, stretchAndMove } from '../../core/geometry/affine'

/**
 * Maps the unit square of a layer's export to the own units of `around` (the layer itself, or one that it is in): an
 * export shows the upright box around the layer on the page, however both are turned.
 */
export function imagePlaceIn(around: DimensionAndPositionMixin, node: DimensionAndPositionMixin): AffineMap {
  const bounds = node.absoluteBoundingBox ?? { x: 0, y: 0, width: 0, height: 0 }
  return compose(
    invert(around.absoluteTransform),
    stretchAndMove(bounds.width, bounds.height, bounds.x, bounds.y)
  )
}
