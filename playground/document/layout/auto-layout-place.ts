import { setRelativeTransform } from '../geometry'
import type { DocumentNode } from '../node'
import { baselineOf } from '../text-lines'
import { hasAutoLayout, isSpread, linesOf, padding, primaryAxisOf, roomOf, sum } from './auto-layout-flow'

/** Places the children of a frame whose sizes are settled. */
export function place(frame: DocumentNode, flow: readonly DocumentNode[]): void {
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
export function moveBy(node: DocumentNode, x: number, y: number): void {
  if (x !== 0 || y !== 0) {
    const [[a, c, e], [b, d, f]] = node.relativeTransform
    setRelativeTransform(node, [
      [a, c, e + x],
      [b, d, f + y]
    ])
  }
}
