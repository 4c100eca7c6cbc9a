import type { RoundedBox } from '../../core/geometry/rounded-box'

/** Reads a layer's box with its corner radii; `place` maps the layer's own units to the target's. */
export function roundedBoxOf(node: SceneNode, place: RoundedBox['place']): RoundedBox {
  const radii =
    'topLeftRadius' in node
      ? ([node.topLeftRadius, node.topRightRadius, node.bottomRightRadius, node.bottomLeftRadius] as const)
      : ([0, 0, 0, 0] as const)
  return { width: node.width, height: node.height, radii, place }
}
