import { setRelativeTransform, transformedBox } from './geometry'
import type { DocumentNode } from './node'
import { setSize, smallestSide } from './resize'
import { baselineOf } from './text-lines'

/** One of a frame's two directions; `width` and `height` are also the names of a node's sides. */
type Axis = 'width' | 'height'

/** Whether a node's children are placed by auto-layout. Grids are not imitated: their cells stay as the file has them. */
export function hasAutoLayout(node: DocumentNode): boolean {
  return node.layoutMode === 'HORIZONTAL' || node.layoutMode === 'VERTICAL'
}

/** The children that take part: those that are shown and not positioned absolutely. */
function flowOf(frame: DocumentNode): readonly DocumentNode[] {
  return frame.children.filter((child) => child.visible && child.layoutPositioning === 'AUTO')
}

function primaryAxisOf(frame: DocumentNode): Axis {
  return frame.layoutMode === 'HORIZONTAL' ? 'width' : 'height'
}

/** Whether its parent's auto-layout decides about this side of a node. Only upright nodes can fill. */
function fills(node: DocumentNode, axis: Axis): boolean {
  const parent = node.parent
  if (parent === null || !hasAutoLayout(parent) || node.layoutPositioning === 'ABSOLUTE') {
    return false
  }
  const [[, c], [b]] = node.relativeTransform
  const wanted = axis === primaryAxisOf(parent) ? node.layoutGrow > 0 : node.layoutAlign === 'STRETCH'
  return wanted && b === 0 && c === 0 && !(axis === 'height' && node.type === 'LINE')
}

/** Whether this side of a frame with auto-layout follows from its content. */
function hugs(frame: DocumentNode, axis: Axis): boolean {
  const mode = axis === primaryAxisOf(frame) ? frame.primaryAxisSizingMode : frame.counterAxisSizingMode
  return mode === 'AUTO' && !fills(frame, axis)
}

function padding(frame: DocumentNode, axis: Axis): { start: number; both: number } {
  return axis === 'width'
    ? { start: frame.paddingLeft, both: frame.paddingLeft + frame.paddingRight }
    : { start: frame.paddingTop, both: frame.paddingTop + frame.paddingBottom }
}

function clampSide(node: DocumentNode, axis: Axis, side: number): number {
  const least = (axis === 'width' ? node.minWidth : node.minHeight) ?? smallestSide
  const most = (axis === 'width' ? node.maxWidth : node.maxHeight) ?? Infinity
  return Math.max(Math.min(side, most), least)
}

function setSide(node: DocumentNode, axis: Axis, side: number): void {
  setSize(node, axis === 'width' ? side : node.width, axis === 'height' ? side : node.height, true)
}

/** The room that a child takes: the axis-aligned box around it. */
function roomOf(child: DocumentNode): Rect {
  return transformedBox(child.relativeTransform, { x: 0, y: 0, width: child.width, height: child.height })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/**
 * Sizes and places the children of a frame with auto-layout, and the frame itself where it hugs them. Widths come
 * first, since the height of text follows from its width; `layChild` lays out a child anew whose size was changed.
 */
export function arrange(frame: DocumentNode, layChild: (child: DocumentNode) => void): void {
  const flow = flowOf(frame)
  for (const axis of ['width', 'height'] as const) {
    const sides = flow.map((child) => child[axis])
    sizeAxis(frame, flow, axis)
    flow.forEach((child, index) => {
      if (child[axis] !== sides[index]) {
        layChild(child)
      }
    })
  }
  place(frame, flow)
}

function sizeAxis(frame: DocumentNode, flow: readonly DocumentNode[], axis: Axis): void {
  const isPrimary = axis === primaryAxisOf(frame)
  const wraps = frame.layoutWrap === 'WRAP' && frame.layoutMode === 'HORIZONTAL'
  const content = wraps && !isPrimary ? wrappedHeight(frame, flow) : contentSide(frame, flow, axis, isPrimary)
  if (hugs(frame, axis)) {
    setSide(frame, axis, clampSide(frame, axis, content + padding(frame, axis).both))
  } else {
    const side = clampSide(frame, axis, frame[axis])
    if (side !== frame[axis]) {
      setSide(frame, axis, side)
    }
  }
  const inner = frame[axis] - padding(frame, axis).both
  const filling = flow.filter((child) => fills(child, axis))
  if (wraps || filling.length === 0) {
    return
  }
  if (!isPrimary) {
    filling.forEach((child) => setSide(child, axis, clampSide(child, axis, inner)))
  } else if (!hugs(frame, axis)) {
    shareOut(frame, flow, filling, axis, inner)
  }
}

/** What the children need along an axis, without padding. Ones that fill across do not ask for room of their own. */
function contentSide(
  frame: DocumentNode,
  flow: readonly DocumentNode[],
  axis: Axis,
  isPrimary: boolean
): number {
  if (isPrimary) {
    const gaps = Math.max(0, flow.length - 1) * (isSpread(frame) ? 0 : frame.itemSpacing)
    return sum(flow.map((child) => roomOf(child)[axis])) + gaps
  }
  const asking = flow.filter((child) => !fills(child, axis))
  return Math.max(0, ...(asking.length > 0 ? asking : flow).map((child) => roomOf(child)[axis]))
}

function isSpread(frame: DocumentNode): boolean {
  return frame.primaryAxisAlignItems === 'SPACE_BETWEEN'
}

/** Gives what is left to the children that fill, in equal parts; one at its least or greatest leaves its part to the rest. */
function shareOut(
  frame: DocumentNode,
  flow: readonly DocumentNode[],
  filling: readonly DocumentNode[],
  axis: Axis,
  inner: number
): void {
  const gaps = Math.max(0, flow.length - 1) * (isSpread(frame) ? 0 : frame.itemSpacing)
  const fixed = flow.filter((child) => !filling.includes(child))
  let left = inner - gaps - sum(fixed.map((child) => roomOf(child)[axis]))
  let open = [...filling]
  while (open.length > 0) {
    const part = left / open.length
    const bounded = open.filter((child) => clampSide(child, axis, part) !== part)
    const settled = bounded.length > 0 ? bounded : open
    for (const child of settled) {
      const side = clampSide(child, axis, part)
      setSide(child, axis, side)
      left -= bounded.length > 0 ? side : 0
    }
    open = bounded.length > 0 ? open.filter((child) => !bounded.includes(child)) : []
  }
}

/** The children of each line; everything is in one line unless the frame wraps. */
function linesOf(frame: DocumentNode, flow: readonly DocumentNode[]): readonly (readonly DocumentNode[])[] {
  if (frame.layoutWrap !== 'WRAP' || frame.layoutMode !== 'HORIZONTAL') {
    return [flow]
  }
  const inner = frame.width - padding(frame, 'width').both
  const gap = isSpread(frame) ? 0 : frame.itemSpacing
  const lines: DocumentNode[][] = []
  let line: DocumentNode[] = []
  let used = 0
  for (const child of flow) {
    const width = roomOf(child).width
    if (line.length > 0 && used + gap + width > inner + 1e-6) {
      lines.push(line)
      line = []
      used = 0
    }
    used += (line.length > 0 ? gap : 0) + width
    line.push(child)
  }
  return [...lines, line]
}

function wrappedHeight(frame: DocumentNode, flow: readonly DocumentNode[]): number {
  const lines = linesOf(frame, flow)
  return (
    sum(lines.map((line) => Math.max(0, ...line.map((child) => roomOf(child).height)))) +
    Math.max(0, lines.length - 1) * frame.counterAxisSpacing
  )
}

function place(frame: DocumentNode, flow: readonly DocumentNode[]): void {
  const primary = primaryAxisOf(frame)
  const counter = primary === 'width' ? 'height' : 'width'
  const inner = {
    primary: frame[primary] - padding(frame, primary).both,
    counter: frame[counter] - padding(frame, counter).both
  }
  const lines = linesOf(frame, flow)
  const wraps = frame.layoutWrap === 'WRAP' && frame.layoutMode === 'HORIZONTAL'
  const depths = lines.map((line) =>
    wraps ? Math.max(0, ...line.map((child) => roomOf(child)[counter])) : inner.counter
  )
  const block = sum(depths) + Math.max(0, lines.length - 1) * (wraps ? frame.counterAxisSpacing : 0)
  let across =
    padding(frame, counter).start + share(frame.counterAxisAlignItems) * (wraps ? inner.counter - block : 0)
  lines.forEach((line, index) => {
    const depth = depths[index] ?? 0
    placeLine(frame, line, inner.primary, across, depth)
    across += depth + frame.counterAxisSpacing
  })
}

/** How much of the spare room lies before what is aligned. */
function share(alignment: DocumentNode['counterAxisAlignItems'] | 'SPACE_BETWEEN'): number {
  return alignment === 'CENTER' ? 0.5 : alignment === 'MAX' ? 1 : 0
}

function placeLine(
  frame: DocumentNode,
  line: readonly DocumentNode[],
  innerPrimary: number,
  across: number,
  depth: number
): void {
  const primary = primaryAxisOf(frame)
  const counter = primary === 'width' ? 'height' : 'width'
  const used = sum(line.map((child) => roomOf(child)[primary]))
  const spread = isSpread(frame)
  const gap =
    spread && line.length > 1 ? Math.max(0, (innerPrimary - used) / (line.length - 1)) : frame.itemSpacing
  const spare = innerPrimary - used - Math.max(0, line.length - 1) * gap
  const baseline = Math.max(0, ...line.map(baselineIn))
  let along = padding(frame, primary).start + share(spread ? 'MIN' : frame.primaryAxisAlignItems) * spare
  for (const child of line) {
    const room = roomOf(child)
    const aligned =
      frame.counterAxisAlignItems === 'BASELINE' && primary === 'width'
        ? across + baseline - baselineIn(child)
        : across + share(frame.counterAxisAlignItems) * (depth - room[counter])
    const target = primary === 'width' ? { x: along, y: aligned } : { x: aligned, y: along }
    moveBy(child, target.x - room.x, target.y - room.y)
    along += room[primary] + gap
  }
}

/** From a child's top to its first line's baseline, px; what has no text stands on its lower edge. */
function baselineIn(node: DocumentNode): number {
  if (node.type === 'TEXT') {
    return baselineOf(node)
  }
  const first = hasAutoLayout(node) ? node.children.find((child) => child.visible) : undefined
  return first === undefined ? node.height : first.relativeTransform[1][2] + baselineIn(first)
}

/** Moves a child (with what is in it, if it is a group) by a distance in its container's px. */
function moveBy(node: DocumentNode, x: number, y: number): void {
  if (x !== 0 || y !== 0) {
    const [[a, c, e], [b, d, f]] = node.relativeTransform
    setRelativeTransform(node, [
      [a, c, e + x],
      [b, d, f + y]
    ])
  }
}
