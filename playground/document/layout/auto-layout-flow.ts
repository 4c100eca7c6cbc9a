import { transformedBox } from '../geometry'
import type { DocumentNode } from '../node'

/** One of a frame's two directions; `width` and `height` are also the names of a node's sides. */
export type Axis = 'width' | 'height'

/** Whether a node's children are placed by auto-layout: in a row, a column or a grid. */
export function hasAutoLayout(node: DocumentNode): boolean {
  return node.layoutMode !== 'NONE'
}

/** The children that take part: those that are shown and not positioned absolutely. */
export function flowOf(frame: DocumentNode): readonly DocumentNode[] {
  return frame.children.filter((child) => child.visible && child.layoutPositioning === 'AUTO')
}

/** The direction in which the children follow each other; a grid's is taken to be that of its rows. */
export function primaryAxisOf(frame: DocumentNode): Axis {
  return frame.layoutMode === 'VERTICAL' ? 'height' : 'width'
}

/** Whether its parent's auto-layout decides about this side of a node. Only upright nodes can fill. */
export function fills(node: DocumentNode, axis: Axis): boolean {
  const parent = node.parent
  if (parent === null || !hasAutoLayout(parent) || node.layoutPositioning === 'ABSOLUTE') {
    return false
  }
  const [[, c], [b]] = node.relativeTransform
  const wanted = axis === primaryAxisOf(parent) ? node.layoutGrow > 0 : node.layoutAlign === 'STRETCH'
  return wanted && b === 0 && c === 0 && !(axis === 'height' && node.type === 'LINE')
}

/** Whether this side of a frame with auto-layout follows from its content. */
export function hugs(frame: DocumentNode, axis: Axis): boolean {
  const mode = axis === primaryAxisOf(frame) ? frame.primaryAxisSizingMode : frame.counterAxisSizingMode
  return mode === 'AUTO' && !fills(frame, axis)
}

/** What a frame keeps free along an axis, px: before its first child, and in all. */
export function padding(frame: DocumentNode, axis: Axis): { start: number; both: number } {
  return axis === 'width'
    ? { start: frame.paddingLeft, both: frame.paddingLeft + frame.paddingRight }
    : { start: frame.paddingTop, both: frame.paddingTop + frame.paddingBottom }
}

/** The room that a child takes: the axis-aligned box around it. */
export function roomOf(child: DocumentNode): Rect {
  return transformedBox(child.relativeTransform, { x: 0, y: 0, width: child.width, height: child.height })
}

/** The sum of some numbers; 0 of none. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Whether the spare room goes between the children. */
export function isSpread(frame: DocumentNode): boolean {
  return frame.primaryAxisAlignItems === 'SPACE_BETWEEN'
}

/** The children of each line; everything is in one line unless the frame wraps. */
export function linesOf(
  frame: DocumentNode,
  flow: readonly DocumentNode[]
): readonly (readonly DocumentNode[])[] {
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
