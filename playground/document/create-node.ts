import { identity } from './geometry'
import { flexibleTrack } from './layout/grid-tracks'
import type { DocumentNode, NodeKind } from './node'

/** A solid paint with every field that the platform hands out. */
function solidPaint(r: number, g: number, b: number): SolidPaint {
  return { type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r, g, b } }
}

/** The grey of a new shape, #D9D9D9. */
const newShapeGrey = 217 / 255

const names: Readonly<Record<NodeKind, string>> = {
  DOCUMENT: 'Document',
  PAGE: 'Page',
  FRAME: 'Frame',
  GROUP: 'Group',
  COMPONENT: 'Component',
  COMPONENT_SET: 'Component set',
  INSTANCE: 'Instance',
  SECTION: 'Section',
  RECTANGLE: 'Rectangle',
  ELLIPSE: 'Ellipse',
  POLYGON: 'Polygon',
  STAR: 'Star',
  LINE: 'Line',
  VECTOR: 'Vector',
  BOOLEAN_OPERATION: 'Union',
  TEXT: 'Text'
}

/**
 * A detached node with the platform's defaults for its kind: 100 × 100 px (a line has no height, text has the size of
 * its characters), the fills and strokes that `figma.create…` gives.
 */
export function createNodeData(id: string, type: NodeKind): DocumentNode {
  const paints = defaultPaints(type)
  const size = defaultSize(type)
  return {
    id,
    type,
    name: names[type],
    parent: null,
    children: [],
    removed: false,
    visible: true,
    locked: false,
    opacity: 1,
    blendMode: 'PASS_THROUGH',
    isMask: false,
    maskType: 'ALPHA',
    effects: [],
    relativeTransform: identity,
    width: size.width,
    height: size.height,
    constraints: { horizontal: 'MIN', vertical: 'MIN' },
    fills: paints.fills,
    strokes: paints.strokes,
    fillStyleId: '',
    strokeStyleId: '',
    effectStyleId: '',
    gridStyleId: '',
    textStyleId: '',
    boundVariables: {},
    strokeWeight: 1,
    individualStrokeWeights: null,
    strokeAlign: type === 'TEXT' ? 'OUTSIDE' : type === 'LINE' || type === 'VECTOR' ? 'CENTER' : 'INSIDE',
    dashPattern: [],
    strokeCap: 'NONE',
    strokeJoin: 'MITER',
    cornerRadii: [0, 0, 0, 0],
    clipsContent: type === 'FRAME',
    layoutMode: 'NONE',
    layoutWrap: 'NO_WRAP',
    primaryAxisSizingMode: 'AUTO',
    counterAxisSizingMode: 'FIXED',
    primaryAxisAlignItems: 'MIN',
    counterAxisAlignItems: 'MIN',
    itemSpacing: 0,
    counterAxisSpacing: 0,
    paddingLeft: 0,
    paddingRight: 0,
    paddingTop: 0,
    paddingBottom: 0,
    itemReverseZIndex: false,
    layoutPositioning: 'AUTO',
    layoutGrow: 0,
    layoutAlign: 'INHERIT',
    minWidth: null,
    maxWidth: null,
    minHeight: null,
    maxHeight: null,
    gridRowSizes: [flexibleTrack],
    gridColumnSizes: [flexibleTrack],
    gridRowGap: 0,
    gridColumnGap: 0,
    gridAutoTracks: 'NONE',
    gridItemsPositioning: 'MANUAL',
    gridRowAnchorIndex: 0,
    gridColumnAnchorIndex: 0,
    gridRowSpan: 1,
    gridColumnSpan: 1,
    gridChildHorizontalAlign: 'AUTO',
    gridChildVerticalAlign: 'AUTO',
    characters: '',
    fontFamily: 'Inter',
    fontWeight: 400,
    fontSize: 12,
    letterSpacingPx: 0,
    lineHeightPx: null,
    textAlignHorizontal: 'LEFT',
    textAlignVertical: 'TOP',
    textAutoResize: 'WIDTH_AND_HEIGHT',
    arcData: { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 },
    pointCount: type === 'STAR' ? 5 : 3,
    innerRadius: 0.382,
    vectorPaths: [],
    strokeGeometry: [],
    booleanOperation: 'UNION',
    componentId: null,
    description: '',
    reactions: [],
    layoutGrids: [],
    exportSettings: [],
    pluginData: {},
    relaunchData: {}
  }
}

function defaultPaints(type: NodeKind): { fills: readonly Paint[]; strokes: readonly Paint[] } {
  switch (type) {
    case 'PAGE':
      return { fills: [solidPaint(0.96, 0.96, 0.96)], strokes: [] }
    case 'FRAME':
    case 'SECTION':
      return { fills: [solidPaint(1, 1, 1)], strokes: [] }
    case 'RECTANGLE':
    case 'ELLIPSE':
    case 'POLYGON':
    case 'STAR':
    case 'BOOLEAN_OPERATION':
      return { fills: [solidPaint(newShapeGrey, newShapeGrey, newShapeGrey)], strokes: [] }
    case 'TEXT':
      return { fills: [solidPaint(0, 0, 0)], strokes: [] }
    case 'LINE':
    case 'VECTOR':
      return { fills: [], strokes: [solidPaint(0, 0, 0)] }
    default:
      return { fills: [], strokes: [] }
  }
}

function defaultSize(type: NodeKind): { width: number; height: number } {
  switch (type) {
    case 'DOCUMENT':
    case 'PAGE':
    case 'GROUP':
      return { width: 0, height: 0 }
    case 'LINE':
      return { width: 100, height: 0 }
    case 'TEXT':
      return { width: 0, height: 15 }
    default:
      return { width: 100, height: 100 }
  }
}
