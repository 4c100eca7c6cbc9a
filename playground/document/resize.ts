import { apply, invert, isGroupLike, multiply, transformedBox } from './geometry'
import type { DocumentNode } from './node'
import { scaleOutlines } from './path-data'

/** The smallest side that the platform allows, px. */
export const smallestSide = 0.01

/**
 * Gives a node another size; its top left corner stays. What is in a group is scaled. In a frame without auto-layout
 * the children follow their constraints if `constraints` is true, else they stay (in one with auto-layout this goes
 * for the absolute ones; the others are the layout's business).
 */
export function setSize(node: DocumentNode, width: number, height: number, constraints: boolean): void {
  const old = { width: node.width, height: node.height }
  if (width === old.width && height === old.height) {
    return
  }
  if (isGroupLike(node)) {
    scaleContent(node, ratio(width, old.width), ratio(height, old.height))
  }
  scalePaths(node, ratio(width, old.width), ratio(height, old.height))
  if (node.type === 'TEXT') {
    node.textAutoResize = autoResizeAfter(node, height !== old.height)
  }
  node.width = width
  node.height = height
  if (constraints && hasConstrainedChildren(node)) {
    for (const child of constrainedChildren(node)) {
      applyConstraints(child, old, node)
    }
  }
}

/** Scales the paths of a vector or of what comes out of a boolean operation; other nodes have none. */
function scalePaths(node: DocumentNode, scaleX: number, scaleY: number): void {
  node.vectorPaths = scaleOutlines(node.vectorPaths, scaleX, scaleY)
  node.strokeGeometry = scaleOutlines(node.strokeGeometry, scaleX, scaleY)
}

function ratio(now: number, before: number): number {
  return before === 0 ? 1 : now / before
}

/** A text whose width was set by hand keeps it; one whose height was set keeps both. */
function autoResizeAfter(node: DocumentNode, heightChanged: boolean): DocumentNode['textAutoResize'] {
  if (node.textAutoResize === 'TRUNCATE') {
    return 'TRUNCATE'
  }
  return heightChanged ? 'NONE' : node.textAutoResize === 'NONE' ? 'NONE' : 'HEIGHT'
}

function hasConstrainedChildren(node: DocumentNode): boolean {
  return (
    node.type === 'FRAME' ||
    node.type === 'COMPONENT' ||
    node.type === 'COMPONENT_SET' ||
    node.type === 'INSTANCE'
  )
}

/** The nodes whose constraints count in a frame: a group has none, what is in it has. */
function constrainedChildren(frame: DocumentNode): readonly DocumentNode[] {
  const inFlow = frame.layoutMode !== 'NONE'
  const through = (node: DocumentNode): readonly DocumentNode[] =>
    node.type === 'GROUP' ? node.children.flatMap(through) : [node]
  return frame.children.filter((child) => !inFlow || child.layoutPositioning === 'ABSOLUTE').flatMap(through)
}

/*
 *   the group's own axes        Each child keeps its place in units of the group:
 *   o────────▶ × scaleX         its origin is scaled in the group's axes, and so are the
 *   │ ┌──┐                      vectors along its sides; their lengths become its size,
 *   │ └──┘                      their directions its rotation (and skew).
 *   ▼ × scaleY
 */
function scaleContent(group: DocumentNode, scaleX: number, scaleY: number): void {
  const toContainer = group.relativeTransform
  const scale: Transform = [
    [scaleX, 0, 0],
    [0, scaleY, 0]
  ]
  const change = multiply(multiply(toContainer, scale), invert(toContainer))
  const visit = (node: DocumentNode): void => {
    const [[a, c, e], [b, d, f]] = multiply(change, node.relativeTransform)
    const along = Math.hypot(a, b) || 1
    const down = Math.hypot(c, d) || 1
    if (isGroupLike(node)) {
      node.children.forEach(visit)
      scalePaths(node, along, down)
      node.width *= along
      node.height *= down
    } else {
      setSize(node, node.width * along, node.height * down, true)
    }
    node.relativeTransform = [
      [a / along, c / down, e],
      [b / along, d / down, f]
    ]
  }
  group.children.forEach(visit)
}

interface Size {
  readonly width: number
  readonly height: number
}

function applyConstraints(child: DocumentNode, before: Size, after: Size): void {
  const box = childBox(child)
  const [x, width] = constrain(child.constraints.horizontal, box.x, box.width, before.width, after.width)
  const [y, height] = constrain(child.constraints.vertical, box.y, box.height, before.height, after.height)
  const [[a, c], [b, d]] = child.relativeTransform
  const upright = b === 0 && c === 0
  const sideways = a === 0 && d === 0
  if (upright || sideways) {
    const [across, down] = [atLeast(width, box.width), atLeast(height, box.height)]
    const own = upright ? { width: across, height: down } : { width: down, height: across }
    // A box that keeps its size keeps it to the last bit.
    const same = width === box.width && height === box.height
    if (!same) {
      setSize(child, own.width, own.height, true)
    }
    const now = childBox(child)
    moveBy(child, x - now.x, y - now.y)
    return
  }
  // A turned box cannot be stretched along the frame's axes: it keeps its size, its middle goes where it belongs.
  moveBy(child, x + width / 2 - (box.x + box.width / 2), y + height / 2 - (box.y + box.height / 2))
}

function childBox(child: DocumentNode): Rect {
  return transformedBox(child.relativeTransform, { x: 0, y: 0, width: child.width, height: child.height })
}

function moveBy(node: DocumentNode, x: number, y: number): void {
  if (x === 0 && y === 0) {
    return
  }
  const [[a, c, e], [b, d, f]] = node.relativeTransform
  node.relativeTransform = [
    [a, c, e + x],
    [b, d, f + y]
  ]
}

/** Start and length of a child along one axis after its frame went from `before` to `after`, px. */
function constrain(
  constraint: ConstraintType,
  start: number,
  length: number,
  before: number,
  after: number
): readonly [start: number, length: number] {
  const change = after - before
  switch (constraint) {
    case 'MIN':
      return [start, length]
    case 'MAX':
      return [start + change, length]
    case 'CENTER':
      return [start + change / 2, length]
    case 'STRETCH':
      return [start, length === 0 ? 0 : length + change]
    case 'SCALE':
      return [start * ratio(after, before), length * ratio(after, before)]
  }
}

/** The box of a group, from what is in it, in the group's own axes; its rotation stays. */
export function fitGroup(group: DocumentNode): void {
  const toGroup = invert(group.relativeTransform)
  const boxes = group.children.map((child) =>
    transformedBox(multiply(toGroup, child.relativeTransform), {
      x: 0,
      y: 0,
      width: child.width,
      height: child.height
    })
  )
  if (boxes.length === 0) {
    return
  }
  const left = Math.min(...boxes.map((box) => box.x))
  const top = Math.min(...boxes.map((box) => box.y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top
  const drift = Math.max(
    Math.abs(left),
    Math.abs(top),
    Math.abs(width - group.width),
    Math.abs(height - group.height)
  )
  // Less than this is the arithmetic's own noise; a group that fits is left as it is.
  if (drift < 1e-9 * Math.max(1, width, height)) {
    return
  }
  const origin = apply(group.relativeTransform, { x: left, y: top })
  const [[a, c], [b, d]] = group.relativeTransform
  group.relativeTransform = [
    [a, c, origin.x],
    [b, d, origin.y]
  ]
  group.width = width
  group.height = height
}

/** A side that was there does not vanish. */
function atLeast(length: number, before: number): number {
  return before === 0 ? length : Math.max(smallestSide, length)
}
