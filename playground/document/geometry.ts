import type { DocumentNode } from './node'

export const identity: Transform = [
  [1, 0, 0],
  [0, 1, 0]
]

/** The transform that does `second` first and then `first`: first · second. */
export function multiply(first: Transform, second: Transform): Transform {
  const [[a, c, e], [b, d, f]] = first
  const [[g, i, k], [h, j, l]] = second
  return [
    [a * g + c * h, a * i + c * j, a * k + c * l + e],
    [b * g + d * h, b * i + d * j, b * k + d * l + f]
  ]
}

/** The transform that undoes `transform`. A transform that flattens everything to a line has none: null. */
export function invertOrNull(transform: Transform): Transform | null {
  const [[a, c, e], [b, d, f]] = transform
  const determinant = a * d - b * c
  if (!Number.isFinite(1 / determinant)) {
    return null
  }
  // Adding 0 makes 0 of −0.
  return [
    [d / determinant + 0, -c / determinant + 0, (c * f - d * e) / determinant + 0],
    [-b / determinant + 0, a / determinant + 0, (b * e - a * f) / determinant + 0]
  ]
}

/** The transform that undoes `transform`; throws for one that flattens everything to a line. */
export function invert(transform: Transform): Transform {
  const inverse = invertOrNull(transform)
  if (inverse === null) {
    throw new Error('this transform cannot be inverted')
  }
  return inverse
}

/** Where `transform` takes a point. */
export function apply(transform: Transform, point: Vector): { x: number; y: number } {
  const [[a, c, e], [b, d, f]] = transform
  return { x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f }
}

export function translation(x: number, y: number): Transform {
  return [
    [1, 0, x],
    [0, 1, y]
  ]
}

/** The axis-aligned box of a rectangle after `transform`. */
export function transformedBox(transform: Transform, box: Rect): Rect {
  const corners = [
    apply(transform, { x: box.x, y: box.y }),
    apply(transform, { x: box.x + box.width, y: box.y }),
    apply(transform, { x: box.x, y: box.y + box.height }),
    apply(transform, { x: box.x + box.width, y: box.y + box.height })
  ]
  const left = Math.min(...corners.map((corner) => corner.x))
  const top = Math.min(...corners.map((corner) => corner.y))
  const right = Math.max(...corners.map((corner) => corner.x))
  const bottom = Math.max(...corners.map((corner) => corner.y))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The smallest box around both; null counts as nothing. */
export function unionBox(one: Rect | null, other: Rect | null): Rect | null {
  if (one === null || other === null) {
    return one ?? other
  }
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { x, y, width: right - x, height: bottom - y }
}

/** What both boxes share; null where that is nothing. */
export function intersectBox(one: Rect, other: Rect): Rect | null {
  const x = Math.max(one.x, other.x)
  const y = Math.max(one.y, other.y)
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width < 0 || height < 0 ? null : { x, y, width, height }
}

/** Whether the children of this kind of node are placed in its container's space rather than in its own. */
export function isGroupLike(node: DocumentNode): boolean {
  return node.type === 'GROUP' || node.type === 'BOOLEAN_OPERATION'
}

/** The nearest ancestor that is no group or boolean operation: what `relativeTransform` is relative to. */
export function containerOf(node: DocumentNode): DocumentNode | null {
  let ancestor = node.parent
  while (ancestor !== null && isGroupLike(ancestor)) {
    ancestor = ancestor.parent
  }
  return ancestor
}

/** The node's own space (px from its top left corner) → its page. */
export function absoluteTransform(node: DocumentNode): Transform {
  if (node.type === 'PAGE' || node.type === 'DOCUMENT') {
    return identity
  }
  const container = containerOf(node)
  return container === null
    ? node.relativeTransform
    : multiply(absoluteTransform(container), node.relativeTransform)
}

/** The axis-aligned box around the node's own box, in its page's px. */
export function absoluteBoundingBox(node: DocumentNode): Rect {
  return transformedBox(absoluteTransform(node), { x: 0, y: 0, width: node.width, height: node.height })
}

/**
 * Sets a node's place; what is in a group, placed relative to the same container as the group itself, goes along.
 */
export function setRelativeTransform(node: DocumentNode, transform: Transform): void {
  if (isGroupLike(node)) {
    const move = multiply(transform, invert(node.relativeTransform))
    for (const child of node.children) {
      setRelativeTransform(child, multiply(move, child.relativeTransform))
    }
  }
  node.relativeTransform = transform
}

/** A node's children from the bottom of what is seen to its top: in auto-layout the first may be the topmost. */
export function paintOrder(node: DocumentNode): readonly DocumentNode[] {
  return node.layoutMode !== 'NONE' && node.itemReverseZIndex ? [...node.children].reverse() : node.children
}

/** Whether a node cuts off what of its children lies outside its box. */
export function clips(node: DocumentNode): boolean {
  return (
    node.clipsContent &&
    (node.type === 'FRAME' ||
      node.type === 'COMPONENT' ||
      node.type === 'COMPONENT_SET' ||
      node.type === 'INSTANCE')
  )
}

/** The paints that leave a mark. */
export function shownPaints(paints: readonly Paint[]): readonly Paint[] {
  return paints.filter((paint) => paint.visible !== false && (paint.opacity ?? 1) > 0)
}

/** The weight of a node's thickest side, px. */
function greatestStrokeWeight(node: DocumentNode): number {
  const sides = node.individualStrokeWeights
  return sides === null ? node.strokeWeight : Math.max(sides.top, sides.right, sides.bottom, sides.left)
}

/** Whether a node leaves a mark of its own, apart from what is in it. */
export function hasInk(node: DocumentNode): boolean {
  const { type } = node
  if (type === 'DOCUMENT' || type === 'PAGE' || type === 'GROUP') {
    return false
  }
  const hasStrokes = shownPaints(node.strokes).length > 0 && greatestStrokeWeight(node) > 0
  const hasFills = shownPaints(node.fills).length > 0
  if (type === 'VECTOR') {
    return (hasFills && node.vectorPaths.length > 0) || hasStrokes
  }
  if (type === 'TEXT') {
    return node.characters.trim() !== '' && (hasFills || hasStrokes)
  }
  return hasStrokes || (hasFills && type !== 'LINE')
}

/**
 * The axis-aligned box, in the page's px, of everything that a node and what is in it draw, with strokes and effects:
 * as if it were alone, so that no ancestor clips or hides it. Null where nothing is drawn.
 */
export function drawnBounds(node: DocumentNode): Rect | null {
  if (!node.visible || node.opacity <= 0) {
    return null
  }
  let bounds = hasInk(node) ? inkBounds(node) : null
  if (node.type !== 'BOOLEAN_OPERATION') {
    const content = contentBounds(node.children)
    const shown = content !== null && clips(node) ? intersectBox(content, absoluteBoundingBox(node)) : content
    bounds = unionBox(bounds, shown)
  }
  return bounds === null ? null : withEffects(node, bounds)
}

/** What children draw together: what lies over a mask shows only inside it. */
function contentBounds(children: readonly DocumentNode[]): Rect | null {
  let bounds: Rect | null = null
  let mask: Rect | null | undefined
  for (const child of children) {
    const own = drawnBounds(child)
    if (child.isMask && child.visible) {
      mask = own
    } else if (mask === undefined) {
      bounds = unionBox(bounds, own)
    } else if (mask !== null && own !== null) {
      bounds = unionBox(bounds, intersectBox(own, mask))
    }
  }
  return bounds
}

function inkBounds(node: DocumentNode): Rect {
  const hasStrokes = shownPaints(node.strokes).length > 0
  const reach = node.strokeAlign === 'OUTSIDE' ? 1 : node.strokeAlign === 'CENTER' ? 0.5 : 0
  const outset = hasStrokes ? greatestStrokeWeight(node) * reach : 0
  return transformedBox(absoluteTransform(node), {
    x: -outset,
    y: -outset,
    width: node.width + 2 * outset,
    height: node.height + 2 * outset
  })
}

function withEffects(node: DocumentNode, bounds: Rect): Rect {
  const [[a, c], [b, d]] = absoluteTransform(node)
  let box: Rect | null = bounds
  for (const effect of node.effects) {
    if (effect.visible && effect.type === 'DROP_SHADOW') {
      const { offset, radius, spread = 0 } = effect
      const shift = { x: a * offset.x + c * offset.y, y: b * offset.x + d * offset.y }
      box = unionBox(box, grown(bounds, radius + spread, shift))
    } else if (effect.visible && effect.type === 'LAYER_BLUR') {
      box = unionBox(box, grown(bounds, effect.radius, { x: 0, y: 0 }))
    }
  }
  return box ?? bounds
}

function grown(box: Rect, by: number, shift: Vector): Rect {
  const width = Math.max(0, box.width + 2 * by)
  const height = Math.max(0, box.height + 2 * by)
  return { x: box.x - by + shift.x, y: box.y - by + shift.y, width, height }
}

/**
 * The axis-aligned box, in the page's px, of what can be seen of a node where it is: with strokes and effects, clipped
 * by the frames that it is in; null where nothing of it can be seen.
 */
export function absoluteRenderBounds(node: DocumentNode): Rect | null {
  let bounds = drawnBounds(node)
  for (let ancestor = node.parent; ancestor !== null && bounds !== null; ancestor = ancestor.parent) {
    if (!ancestor.visible || ancestor.opacity <= 0) {
      return null
    }
    bounds = clips(ancestor) ? intersectBox(bounds, absoluteBoundingBox(ancestor)) : bounds
  }
  return bounds
}
