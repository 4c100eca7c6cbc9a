import { type AffineMap, compose, invert, stretchAndMove } from '../../core/geometry/affine'

/**
 * Returns the map from the unit square of a layer's export to the units of `around` (the layer or an ancestor). An export shows
 * the layer's upright bounding box on the page, whatever the rotation of both.
 */
export function imagePlaceIn(around: DimensionAndPositionMixin, node: DimensionAndPositionMixin): AffineMap {
  const bounds = node.absoluteBoundingBox ?? { x: 0, y: 0, width: 0, height: 0 }
  return compose(
    invert(around.absoluteTransform),
    stretchAndMove(bounds.width, bounds.height, bounds.x, bounds.y)
  )
}
