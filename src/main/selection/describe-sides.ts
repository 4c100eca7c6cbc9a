import { compose, invert } from '../../core/geometry/affine'
import { ellipseOutline, type Outline, polygonOutline, starOutline } from '../../core/geometry/outline'
import type { ClippingFrame, Found, Obstacle, SidesTarget } from '../../core/plan/target'
import { canGrow } from '../growth/can-grow'
import { type ExpandableNode, isExpandable, kindOf } from '../nodes/expandable-node'
import { pagePositionOf } from '../nodes/page-position-of'
import { findObstacle } from './find-obstacle'
import { subjectContents } from './subject-contents'

/** Finds the layer whose edges can be expanded, or the obstacle. */
export async function describeSides([node, ...others]: readonly SceneNode[]): Promise<Found<SidesTarget>> {
  if (node === undefined) {
    return blocked({ kind: 'nothing-selected' })
  }
  if (others.length > 0) {
    return blocked({ kind: 'several-selected', count: others.length + 1 })
  }
  if (!isExpandable(node)) {
    return blocked({ kind: 'not-expandable', name: node.name, nodeType: node.type })
  }
  const obstacle = findObstacle(node)
  return obstacle === null ? { kind: 'target', target: await describeTarget(node) } : blocked(obstacle)
}

function blocked(obstacle: Obstacle): Found<SidesTarget> {
  return { kind: 'obstacle', obstacle }
}

async function describeTarget(node: ExpandableNode): Promise<SidesTarget> {
  // Reads the layer before awaiting anything, since it may be removed meanwhile.
  const seen = {
    nodeId: node.id,
    name: node.name,
    kind: kindOf(node),
    origin: pagePositionOf(node),
    placing: canGrow(node) ? ('grow' as const) : ('behind' as const),
    outline: outlineOf(node),
    clip: clippingFrame(node),
    width: node.width,
    height: node.height
  }
  return { ...seen, contents: await subjectContents(node) }
}

/** Finds the nearest frame that clips a layer; null if none does. */
function clippingFrame(node: SceneNode): ClippingFrame | null {
  for (let at = node.parent; at !== null; at = at.parent) {
    if ('clipsContent' in at && at.clipsContent) {
      return {
        name: at.name,
        width: at.width,
        height: at.height,
        place: compose(invert(at.absoluteTransform), node.absoluteTransform)
      }
    }
  }
  return null
}

/** Returns the outline of a shape within its box; the box for all other layers. */
function outlineOf(node: SceneNode): Outline {
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
