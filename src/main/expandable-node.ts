/** The kinds of layer that can grow and take an image fill themselves. */
const kinds = {
  FRAME: 'frame',
  COMPONENT: 'component',
  RECTANGLE: 'shape',
  ELLIPSE: 'shape',
  POLYGON: 'shape',
  STAR: 'shape'
} as const

export type ExpandableNode = FrameNode | ComponentNode | RectangleNode | EllipseNode | PolygonNode | StarNode

export function isExpandable(node: BaseNode): node is ExpandableNode {
  return node.type in kinds
}

/** The word of the design for this kind of layer. */
export function kindOf(node: ExpandableNode): 'frame' | 'component' | 'shape' {
  return kinds[node.type]
}

/** The layers inside, bottom first; none for a shape. */
export function childrenOf(node: ExpandableNode): readonly SceneNode[] {
  return 'children' in node ? node.children : []
}
