/// <reference types="@figma/plugin-typings" />

export type NodeKind =
  | 'DOCUMENT'
  | 'PAGE'
  | 'FRAME'
  | 'GROUP'
  | 'COMPONENT'
  | 'COMPONENT_SET'
  | 'INSTANCE'
  | 'SECTION'
  | 'RECTANGLE'
  | 'ELLIPSE'
  | 'POLYGON'
  | 'STAR'
  | 'LINE'
  | 'VECTOR'
  | 'BOOLEAN_OPERATION'
  | 'TEXT'

/** Fields of a node that are bound to variables; what is bound in a paint or an effect is kept there. */
export type NodeVariables = Readonly<
  Partial<Record<VariableBindableNodeField, VariableAlias>> &
    Partial<Record<VariableBindableTextField, VariableAlias[]>>
>

/** A path in SVG notation, in its node's own space, px. */
export interface VectorOutline {
  readonly windingRule: 'NONZERO' | 'EVENODD'
  readonly data: string
}

/**
 * One layer of the playground's document. Plain, mutable data in the words and units of Figma's plugin API; every
 * field is there on every node, with the platform's default, whether or not the kind of node exposes it (which kind
 * exposes what is the API's concern, in `host/`). Values of object type are replaced as a whole, never changed in
 * place, so that a snapshot may share them.
 */
export interface DocumentNode {
  readonly id: string
  readonly type: NodeKind
  name: string
  parent: DocumentNode | null
  /** Bottom layer first. */
  children: DocumentNode[]
  removed: boolean

  visible: boolean
  locked: boolean
  opacity: number
  blendMode: BlendMode
  isMask: boolean
  /** What of a mask counts: its pixels' alpha, its outline alone, or its pixels' brightness. */
  maskType: 'ALPHA' | 'VECTOR' | 'LUMINANCE'
  effects: readonly Effect[]

  /** Relative to the containing frame, component, instance, section or page; a group between does not count. */
  relativeTransform: Transform
  width: number
  height: number
  constraints: Constraints

  fills: readonly Paint[]
  strokes: readonly Paint[]
  /** The styles that fills, strokes, effects, layout grids and text come from; '' is none. */
  fillStyleId: string
  strokeStyleId: string
  effectStyleId: string
  gridStyleId: string
  textStyleId: string
  boundVariables: NodeVariables
  strokeWeight: number
  /** Where the four sides differ; null is `strokeWeight` all around. Rectangles and frames only. */
  individualStrokeWeights: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  } | null
  strokeAlign: 'INSIDE' | 'CENTER' | 'OUTSIDE'
  /** Lengths of dashes and gaps by turns, px; none is a whole line. */
  dashPattern: readonly number[]
  strokeCap: StrokeCap
  strokeJoin: StrokeJoin
  /** Top left, top right, bottom right, bottom left, px. */
  cornerRadii: readonly [number, number, number, number]
  clipsContent: boolean

  layoutMode: 'NONE' | 'HORIZONTAL' | 'VERTICAL' | 'GRID'
  layoutWrap: 'NO_WRAP' | 'WRAP'
  primaryAxisSizingMode: 'FIXED' | 'AUTO'
  counterAxisSizingMode: 'FIXED' | 'AUTO'
  primaryAxisAlignItems: 'MIN' | 'MAX' | 'CENTER' | 'SPACE_BETWEEN'
  counterAxisAlignItems: 'MIN' | 'MAX' | 'CENTER' | 'BASELINE'
  itemSpacing: number
  counterAxisSpacing: number
  paddingLeft: number
  paddingRight: number
  paddingTop: number
  paddingBottom: number
  /** Whether the first layer of an auto-layout frame is drawn on top, and the last at the bottom. */
  itemReverseZIndex: boolean
  layoutPositioning: 'AUTO' | 'ABSOLUTE'
  layoutGrow: number
  layoutAlign: 'MIN' | 'CENTER' | 'MAX' | 'STRETCH' | 'INHERIT'
  minWidth: number | null
  maxWidth: number | null
  minHeight: number | null
  maxHeight: number | null

  /** GRID: its rows from the top and its columns from the left. */
  gridRowSizes: readonly GridTrackSize[]
  gridColumnSizes: readonly GridTrackSize[]
  gridRowGap: number
  gridColumnGap: number
  gridAutoTracks: 'NONE' | 'ROWS'
  gridItemsPositioning: 'MANUAL' | 'ROW_AUTO_FLOW'
  /** In a GRID: the cell of its top left corner, counted from 0, and how many cells it spans. */
  gridRowAnchorIndex: number
  gridColumnAnchorIndex: number
  gridRowSpan: number
  gridColumnSpan: number
  gridChildHorizontalAlign: 'MIN' | 'CENTER' | 'MAX' | 'AUTO'
  gridChildVerticalAlign: 'MIN' | 'CENTER' | 'MAX' | 'AUTO'

  /** TEXT only; a single style for the whole text. */
  characters: string
  fontFamily: string
  fontWeight: number
  fontSize: number
  /** px added after each character. */
  letterSpacingPx: number
  /** px; null is the font's own. */
  lineHeightPx: number | null
  textAlignHorizontal: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFIED'
  textAlignVertical: 'TOP' | 'CENTER' | 'BOTTOM'
  /** Which of its sides the text's box takes from the text; TRUNCATE keeps both, as NONE does. */
  textAutoResize: 'NONE' | 'HEIGHT' | 'WIDTH_AND_HEIGHT' | 'TRUNCATE'

  /** ELLIPSE: radians clockwise from the x axis; inner radius over outer radius. */
  arcData: ArcData
  /** POLYGON and STAR. */
  pointCount: number
  /** STAR: inner radius over outer radius. */
  innerRadius: number
  /** VECTOR and BOOLEAN_OPERATION: SVG path data in the node's own space. */
  vectorPaths: readonly VectorOutline[]
  /** VECTOR: the outline of its stroke, where the file gives one; it is filled with the strokes' paints. */
  strokeGeometry: readonly VectorOutline[]
  /** BOOLEAN_OPERATION: how its children are combined where there are no `vectorPaths`. */
  booleanOperation: 'UNION' | 'INTERSECT' | 'SUBTRACT' | 'EXCLUDE'

  /** INSTANCE: the id of its component. */
  componentId: string | null
  /** COMPONENT and COMPONENT_SET. */
  description: string
  /** Prototype links. */
  reactions: readonly Reaction[]
  layoutGrids: readonly LayoutGrid[]
  exportSettings: readonly ExportSettings[]
  pluginData: Readonly<Record<string, string>>
  relaunchData: Readonly<Record<string, string>>
}
