import { invertOrNull, multiply, transformedBox } from '../geometry'
import type { SceneNodeData } from './scene-schema'

export interface Placement {
  /** Relative to the containing frame or page, never to a group. */
  readonly relativeTransform: Transform
  readonly width: number
  readonly height: number
}

/**
 * Where a node of a scene lies. `relativeTransform` and `size` are taken where the scene has them (REST gives them
 * only with `geometry=paths`), else they follow from `absoluteBoundingBox` and `rotation`.
 *
 * `container` is the containing frame's own space → the page; `group` is the relative transform of the group that the
 * node is directly in, if it is. Whether a child of a group is placed relative to the group is undocumented for REST:
 * where `absoluteBoundingBox` is there, the reading that agrees with it is taken.
 */
export function placementOf(node: SceneNodeData, container: Transform, group: Transform | null): Placement {
  const { relativeTransform, absoluteBoundingBox: box } = node
  if (relativeTransform === undefined) {
    return fromBox(node, container)
  }
  const size = sizeOf(node, multiply(container, relativeTransform))
  const asContained = { relativeTransform, ...size }
  if (group === null || box === null || box === undefined) {
    return asContained
  }
  const asGrouped = { relativeTransform: multiply(group, relativeTransform), ...size }
  return distance(asContained, container, box) <= distance(asGrouped, container, box) + 1e-3
    ? asContained
    : asGrouped
}

/** How far the corner of a placed node's box is from the box that the scene gives, px. */
function distance(placement: Placement, container: Transform, box: Rect): number {
  const { width, height } = placement
  const placed = transformedBox(multiply(container, placement.relativeTransform), {
    x: 0,
    y: 0,
    width,
    height
  })
  return Math.abs(placed.x - box.x) + Math.abs(placed.y - box.y)
}

/*
 * A box of w × h, turned by an angle with cosine c and sine s, fills W × H:
 *
 *   W = w·|c| + h·|s|        so that        w = (W·|c| − H·|s|) ÷ (c² − s²)
 *   H = w·|s| + h·|c|                       h = (H·|c| − W·|s|) ÷ (c² − s²)
 *
 * At 45° all boxes of one w + h fill the same square; a square is assumed.
 */
function sizeOf(node: SceneNodeData, toPage: Transform): { width: number; height: number } {
  if (node.size !== undefined) {
    return { width: node.size.x, height: node.size.y }
  }
  const { width, height } = node.absoluteBoundingBox ?? { width: 0, height: 0 }
  const cosine = Math.abs(toPage[0][0])
  const sine = Math.abs(toPage[1][0])
  if (sine < 1e-9) {
    return { width, height }
  }
  const spread = cosine * cosine - sine * sine
  if (Math.abs(spread) < 1e-6) {
    return { width: width / (cosine + sine), height: height / (cosine + sine) }
  }
  return {
    width: Math.max(0, (width * cosine - height * sine) / spread),
    height: Math.max(0, (height * cosine - width * sine) / spread)
  }
}

/** `rotation` is in radians, counter-clockwise, as the matrices of the REST reference have it. */
function fromBox(node: SceneNodeData, container: Transform): Placement {
  const angle = node.rotation ?? 0
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const turned: Transform =
    angle === 0
      ? [
          [1, 0, 0],
          [0, 1, 0]
        ]
      : [
          [cosine, sine, 0],
          [-sine, cosine, 0]
        ]
  const toPage = multiply(container, turned)
  const size = sizeOf(node, toPage)
  const placed = transformedBox(toPage, { x: 0, y: 0, ...size })
  const box = node.absoluteBoundingBox ?? placed
  const shift: Transform = [
    [1, 0, box.x - placed.x],
    [0, 1, box.y - placed.y]
  ]
  const fromPage = invertOrNull(container)
  const moved = multiply(shift, toPage)
  return { relativeTransform: fromPage === null ? moved : multiply(fromPage, moved), ...size }
}
