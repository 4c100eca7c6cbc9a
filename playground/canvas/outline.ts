import type { DocumentNode } from '../document/node'

/** An area in a node's own space, px. */
export interface Outline {
  readonly path: Path2D
  readonly rule: CanvasFillRule
}

/** Where a paint goes: a node's space, and the box there that gradients and images are fitted to. */
export interface Area {
  readonly nodeToPixels: Transform
  readonly width: number
  readonly height: number
  readonly outline: Outline
}

/** How far an area reaches beyond the node's box on each side, px; negative is inside it. */
export interface Outset {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export function evenOutset(by: number): Outset {
  return { top: by, right: by, bottom: by, left: by }
}

/** Whether a node's shape is its box with rounded corners. */
export function isBoxShaped(node: DocumentNode): boolean {
  switch (node.type) {
    case 'FRAME':
    case 'COMPONENT':
    case 'COMPONENT_SET':
    case 'INSTANCE':
    case 'SECTION':
    case 'RECTANGLE':
      return true
    default:
      return false
  }
}

/** Whether a node's shape is a whole ellipse, without a gap or a hole. */
export function isWholeEllipse(node: DocumentNode): boolean {
  const { startingAngle, endingAngle, innerRadius } = node.arcData
  return (
    node.type === 'ELLIPSE' &&
    innerRadius === 0 &&
    Math.abs(endingAngle - startingAngle) >= 2 * Math.PI - 1e-6
  )
}

/** The area that a node's fills cover. */
export function outlineOf(node: DocumentNode): Outline {
  const path = new Path2D()
  if (isBoxShaped(node)) {
    addBox(path, node, evenOutset(0))
  } else if (node.type === 'ELLIPSE') {
    addEllipse(path, node)
  } else if (node.type === 'POLYGON' || node.type === 'STAR') {
    addPoints(path, cornersOf(node))
  } else if (node.type === 'LINE') {
    path.moveTo(0, 0)
    path.lineTo(node.width, 0)
  } else {
    for (const outline of node.vectorPaths) {
      path.addPath(new Path2D(outline.data))
    }
    const evenOdd = node.vectorPaths.some((outline) => outline.windingRule === 'EVENODD')
    return { path, rule: evenOdd ? 'evenodd' : 'nonzero' }
  }
  return { path, rule: 'nonzero' }
}

/** Adds a node's box, moved outward; a round corner stays concentric, a sharp one sharp. */
export function addBox(path: Path2D, node: DocumentNode, outset: Outset): void {
  const width = node.width + outset.left + outset.right
  const height = node.height + outset.top + outset.bottom
  if (width <= 0 || height <= 0) {
    return
  }
  const [topLeft, topRight, bottomRight, bottomLeft] = fittedRadii(node)
  if (topLeft + topRight + bottomRight + bottomLeft === 0) {
    path.rect(-outset.left, -outset.top, width, height)
    return
  }
  const corner = (radius: number, x: number, y: number): DOMPointInit =>
    radius === 0 ? { x: 0, y: 0 } : { x: Math.max(0, radius + x), y: Math.max(0, radius + y) }
  path.roundRect(-outset.left, -outset.top, width, height, [
    corner(topLeft, outset.left, outset.top),
    corner(topRight, outset.right, outset.top),
    corner(bottomRight, outset.right, outset.bottom),
    corner(bottomLeft, outset.left, outset.bottom)
  ])
}

/** The corner radii, made smaller together where two do not fit on a side. */
function fittedRadii(node: DocumentNode): readonly [number, number, number, number] {
  const [topLeft, topRight, bottomRight, bottomLeft] = node.cornerRadii
  const share = Math.min(
    1,
    node.width / Math.max(topLeft + topRight, bottomLeft + bottomRight, 1e-9),
    node.height / Math.max(topLeft + bottomLeft, topRight + bottomRight, 1e-9)
  )
  return [topLeft * share, topRight * share, bottomRight * share, bottomLeft * share]
}

/** Adds a whole ellipse in a node's box, moved outward. */
export function addWholeEllipse(path: Path2D, node: DocumentNode, outset: number): void {
  const [x, y] = [node.width / 2, node.height / 2]
  path.ellipse(x, y, Math.max(0, x + outset), Math.max(0, y + outset), 0, 0, 2 * Math.PI)
  path.closePath()
}

function addEllipse(path: Path2D, node: DocumentNode): void {
  const { startingAngle, endingAngle, innerRadius } = node.arcData
  if (isWholeEllipse(node)) {
    addWholeEllipse(path, node, 0)
    return
  }
  const [x, y] = [node.width / 2, node.height / 2]
  const backwards = endingAngle < startingAngle
  path.ellipse(x, y, x, y, 0, startingAngle, endingAngle, backwards)
  if (innerRadius === 0) {
    path.lineTo(x, y)
  } else {
    path.ellipse(x, y, x * innerRadius, y * innerRadius, 0, endingAngle, startingAngle, !backwards)
  }
  path.closePath()
}

/** The corners of a polygon or star in the ellipse of its box, from the top, clockwise. */
function cornersOf(node: DocumentNode): readonly Vector[] {
  const count = node.type === 'STAR' ? node.pointCount * 2 : node.pointCount
  return Array.from({ length: count }, (_, index) => {
    const radius = node.type === 'STAR' && index % 2 === 1 ? node.innerRadius : 1
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2
    return {
      x: (node.width / 2) * (1 + radius * Math.cos(angle)),
      y: (node.height / 2) * (1 + radius * Math.sin(angle))
    }
  })
}

function addPoints(path: Path2D, points: readonly Vector[]): void {
  for (const [index, { x, y }] of points.entries()) {
    if (index === 0) {
      path.moveTo(x, y)
    } else {
      path.lineTo(x, y)
    }
  }
  path.closePath()
}
