/** The types of layers that can grow and get an image fill. */
const growing = {
  FRAME: 'frame',
  COMPONENT: 'component',
  RECTANGLE: 'shape',
  ELLIPSE: 'shape',
  POLYGON: 'shape',
  STAR: 'shape'
} as const

/** The types of layers that stay as they are and get the image in a new layer behind them. */
const staying = ['INSTANCE', 'GROUP', 'SECTION', 'TEXT', 'VECTOR', 'BOOLEAN_OPERATION'] as const

export type GrowingNode = FrameNode | ComponentNode | RectangleNode | EllipseNode | PolygonNode | StarNode

export type ExpandableNode =
  GrowingNode | InstanceNode | GroupNode | SectionNode | TextNode | VectorNode | BooleanOperationNode

export function isOfGrowingKind(node: BaseNode): node is GrowingNode {
  return node.type in growing
}

export function isExpandable(node: BaseNode): node is ExpandableNode {
  const { type } = node
  return type in growing || staying.some((each) => each === type)
}

/** Returns the kind of target that a layer is. */
export function kindOf(node: ExpandableNode): 'frame' | 'component' | 'shape' | 'text' | 'other' {
  if (isOfGrowingKind(node)) {
    return growing[node.type]
  }
  return node.type === 'TEXT' ? 'text' : 'other'
}

/** Returns a layer's children, bottom first; none for a shape. */
export function childrenOf(node: BaseNode): readonly SceneNode[] {
  return 'children' in node && node.type !== 'DOCUMENT' ? node.children.filter(isScene) : []
}

function isScene(node: BaseNode): node is SceneNode {
  return node.type !== 'PAGE'
}
