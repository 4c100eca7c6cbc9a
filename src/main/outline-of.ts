import { ellipseOutline, polygonOutline, starOutline, type Outline } from '../core/geometry/outline'

/** The outline within its box of a layer that is its own shape; of all others, the box. */
export function outlineOf(node: SceneNode): Outline {
  switch (node.type) {
    case 'ELLIPSE':
      return ellipseOutline()
    case 'POLYGON':
      return polygonOutline(node.pointCount)
    case 'STAR':
      return starOutline(node.pointCount, node.innerRadius)
    default:
      return { kind: 'box' }
  }
}
