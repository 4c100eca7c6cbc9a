import type { DocumentNode } from '../node'
import { setSize, smallestSide } from '../resize'
import {
  type Axis,
  fills,
  flowOf,
  hugs,
  isSpread,
  linesOf,
  padding,
  primaryAxisOf,
  roomOf,
  sum
} from './auto-layout-flow'
import { place } from './auto-layout-place'

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
    filling.forEach((child) => {
      setSide(child, axis, clampSide(child, axis, inner))
    })
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

function wrappedHeight(frame: DocumentNode, flow: readonly DocumentNode[]): number {
  const lines = linesOf(frame, flow)
  return (
    sum(lines.map((line) => Math.max(0, ...line.map((child) => roomOf(child).height)))) +
    Math.max(0, lines.length - 1) * frame.counterAxisSpacing
  )
}

/** A side within the node's least and greatest, px. */
export function clampSide(node: DocumentNode, axis: Axis, side: number): number {
  const least = (axis === 'width' ? node.minWidth : node.minHeight) ?? smallestSide
  const most = (axis === 'width' ? node.maxWidth : node.maxHeight) ?? Infinity
  return Math.max(Math.min(side, most), least)
}

/** Gives a node another width or height; what is in it follows its constraints. */
export function setSide(node: DocumentNode, axis: Axis, side: number): void {
  setSize(node, axis === 'width' ? side : node.width, axis === 'height' ? side : node.height, true)
}
