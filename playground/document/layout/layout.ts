import { unbind } from '../bound-variables'
import type { DocumentNode } from '../node'
import { fitGroup, setSize } from '../resize'
import { textSize, type TextWidth } from '../text-lines'
import { arrange } from './auto-layout'
import { hasAutoLayout } from './auto-layout-flow'
import { arrangeGrid } from './grid-layout'

/**
 * What each node was last laid out for. Only what differs from it is laid out anew, so that a file drawn by Figma,
 * which knows more of layout than this imitation, keeps its places until something in a frame really changes.
 */
export type LayoutMemory = WeakMap<DocumentNode, string>

/** What layout needs of a document. */
export interface LaidOut {
  readonly root: DocumentNode
  readonly layoutMemory: LayoutMemory
  readonly textWidth: TextWidth
}

/** Brings the whole document to rest: sizes of text, auto-layout, boxes of groups. */
export function runLayout(document: LaidOut): void {
  layTree(document, document.root)
}

/** Takes the document as laid out as it stands, which is right for one that was just opened or restored. */
export function settleLayout(document: LaidOut): void {
  const visit = (node: DocumentNode): void => {
    document.layoutMemory.set(node, layoutKey(node))
    node.children.forEach(visit)
  }
  visit(document.root)
}

/**
 * Resizes a node as `resize` (`constraints: true`) and `resizeWithoutConstraints` of the plugin API do: the top left
 * corner stays, hugging and filling end on both sides, and so do bindings of width and height to variables. The caller calls `document.changed()` when it is done.
 */
export function resizeNode(
  node: DocumentNode,
  width: number,
  height: number,
  options: { readonly constraints: boolean }
): void {
  if (hasAutoLayout(node)) {
    node.primaryAxisSizingMode = 'FIXED'
    node.counterAxisSizingMode = 'FIXED'
  }
  if (node.parent !== null && hasAutoLayout(node.parent)) {
    node.layoutGrow = 0
    node.layoutAlign = node.layoutAlign === 'STRETCH' ? 'INHERIT' : node.layoutAlign
  }
  unbind(node, 'width', 'height')
  setSize(node, width, height, options.constraints)
}

/** What is resized from above may need to be laid out again inside; more rounds than this change nothing any more. */
const mostRounds = 8

function layTree(document: LaidOut, node: DocumentNode): void {
  for (let round = 0; round < mostRounds; round += 1) {
    for (const child of node.children) {
      layTree(document, child)
    }
    if (document.layoutMemory.get(node) === layoutKey(node)) {
      return
    }
    if (node.type === 'TEXT') {
      fitText(document, node)
    } else if (node.type === 'GROUP') {
      fitGroup(node)
    } else if (hasAutoLayout(node)) {
      const arrangeChildren = node.layoutMode === 'GRID' ? arrangeGrid : arrange
      arrangeChildren(node, (child) => {
        layTree(document, child)
      })
    }
    document.layoutMemory.set(node, layoutKey(node))
  }
}

/** Everything that the layout inside a node depends on, as one comparable text; '' where there is nothing to lay out. */
function layoutKey(node: DocumentNode): string {
  if (node.type === 'TEXT') {
    const { characters, fontFamily, fontWeight, fontSize, letterSpacingPx, lineHeightPx } = node
    const style = [fontFamily, fontWeight, fontSize, letterSpacingPx, lineHeightPx, node.textAutoResize]
    return JSON.stringify([characters, ...style, node.width, node.height])
  }
  if (node.type === 'GROUP') {
    return JSON.stringify([node.relativeTransform, node.width, node.height, node.children.map(placeOf)])
  }
  if (!hasAutoLayout(node)) {
    return ''
  }
  const own = [
    [node.width, node.height, node.minWidth, node.maxWidth, node.minHeight, node.maxHeight],
    [node.layoutMode, node.layoutWrap, node.primaryAxisSizingMode, node.counterAxisSizingMode],
    [node.primaryAxisAlignItems, node.counterAxisAlignItems, node.itemSpacing, node.counterAxisSpacing],
    [node.paddingLeft, node.paddingRight, node.paddingTop, node.paddingBottom],
    [node.layoutGrow, node.layoutAlign, node.layoutPositioning, node.parent?.layoutMode],
    [node.gridRowSizes, node.gridColumnSizes, node.gridRowGap, node.gridColumnGap],
    [node.gridAutoTracks, node.gridItemsPositioning]
  ]
  const flow = node.children.map((child) => [
    [child.visible, child.layoutPositioning, child.layoutGrow, child.layoutAlign],
    [child.minWidth, child.maxWidth, child.minHeight, child.maxHeight],
    [child.gridRowAnchorIndex, child.gridColumnAnchorIndex, child.gridRowSpan, child.gridColumnSpan],
    [child.gridChildHorizontalAlign, child.gridChildVerticalAlign],
    placeOf(child)
  ])
  return JSON.stringify([own, flow])
}

function placeOf(node: DocumentNode): readonly unknown[] {
  return [node.id, node.relativeTransform, node.width, node.height]
}

/** Gives a text the size of what it says. Outside auto-layout the edge that it is aligned to stays where it is. */
function fitText(document: LaidOut, node: DocumentNode): void {
  const size = textSize(node, document.textWidth)
  const inFlow = node.parent !== null && hasAutoLayout(node.parent) && node.layoutPositioning === 'AUTO'
  if (!inFlow && node.width > 0) {
    const { textAlignHorizontal: alignment } = node
    const share = alignment === 'RIGHT' ? 1 : alignment === 'CENTER' ? 0.5 : 0
    const shift = (node.width - size.width) * share
    const [[a, c, e], [b, d, f]] = node.relativeTransform
    if (shift !== 0) {
      node.relativeTransform = [
        [a, c, e + a * shift],
        [b, d, f + b * shift]
      ]
    }
  }
  node.width = size.width
  node.height = size.height
}
