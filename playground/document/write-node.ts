import { absoluteBoundingBox, absoluteRenderBounds } from './geometry'
import type { DocumentNode } from './node'
import { writeConstraints } from './scene/scene-constraints'
import { writeEffects } from './scene/scene-effects'
import { writeExtras } from './scene/scene-extras'
import { writeGrid } from './scene/scene-grid'
import { writePaints } from './scene/scene-paints'
import { playgroundPluginId } from './scene/scene-schema'

/** A node of a scene; the fields are those of `scene-schema.ts`. */
export interface SceneNode {
  readonly id: string
  readonly name?: string
  readonly type: string
  readonly children?: readonly SceneNode[]
  readonly [field: string]: unknown
}

/** A node with all that is in it as the REST answer has it: every field, in one order. */
export function writeNode(node: DocumentNode): SceneNode {
  const head = { id: node.id, name: node.name, type: restKind(node) }
  const children = node.children.map(writeNode)
  if (node.type === 'DOCUMENT') {
    return { ...head, ...writeData(node), children }
  }
  if (node.type === 'PAGE') {
    const fills = writePaints(node.fills)
    const solid = fills.find((paint) => paint.type === 'SOLID' && 'color' in paint)
    const backgroundColor = solid !== undefined && 'color' in solid ? { backgroundColor: solid.color } : {}
    return { ...head, visible: node.visible, ...backgroundColor, fills, ...writeData(node), children }
  }
  return {
    ...head,
    ...writeAppearance(node),
    ...writePlace(node),
    ...writeLayout(node),
    ...writeShape(node),
    ...writeText(node),
    componentId: node.componentId,
    ...writeExtras(node),
    ...writeData(node),
    children
  }
}

function restKind(node: DocumentNode): string {
  return node.type === 'PAGE' ? 'CANVAS' : node.type === 'POLYGON' ? 'REGULAR_POLYGON' : node.type
}

function writeAppearance(node: DocumentNode) {
  const { visible, locked, opacity, blendMode, isMask, maskType, individualStrokeWeights: weights } = node
  return {
    ...{ visible, locked, opacity, blendMode, isMask, maskType },
    fills: writePaints(node.fills),
    strokes: writePaints(node.strokes),
    strokeWeight: node.strokeWeight,
    individualStrokeWeights: weights === null ? null : sides(weights),
    strokeAlign: node.strokeAlign,
    ...(node.dashPattern.length === 0 ? {} : { strokeDashes: node.dashPattern }),
    strokeCap: node.strokeCap,
    strokeJoin: node.strokeJoin,
    effects: writeEffects(node.effects),
    rectangleCornerRadii: node.cornerRadii,
    clipsContent: node.clipsContent
  }
}

function sides({ top, right, bottom, left }: NonNullable<DocumentNode['individualStrokeWeights']>) {
  return { top, right, bottom, left }
}

function writePlace(node: DocumentNode) {
  return {
    absoluteBoundingBox: absoluteBoundingBox(node),
    absoluteRenderBounds: absoluteRenderBounds(node),
    relativeTransform: node.relativeTransform,
    size: { x: node.width, y: node.height },
    constraints: writeConstraints(node.constraints)
  }
}

function writeLayout(node: DocumentNode) {
  const { layoutMode, layoutWrap, primaryAxisSizingMode, counterAxisSizingMode } = node
  const { primaryAxisAlignItems, counterAxisAlignItems, itemSpacing, counterAxisSpacing } = node
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = node
  const { layoutPositioning, layoutGrow, layoutAlign, minWidth, maxWidth, minHeight, maxHeight } = node
  return {
    ...{ layoutMode, layoutWrap, primaryAxisSizingMode, counterAxisSizingMode },
    ...{ primaryAxisAlignItems, counterAxisAlignItems, itemSpacing, counterAxisSpacing },
    ...{ paddingLeft, paddingRight, paddingTop, paddingBottom },
    itemReverseZIndex: node.itemReverseZIndex,
    ...{ layoutPositioning, layoutGrow, layoutAlign, minWidth, maxWidth, minHeight, maxHeight },
    ...(node.layoutMode === 'GRID' || node.parent?.layoutMode === 'GRID' ? writeGrid(node) : {})
  }
}

function writeShape(node: DocumentNode) {
  const { startingAngle, endingAngle, innerRadius } = node.arcData
  return {
    arcData: { startingAngle, endingAngle, innerRadius },
    pointCount: node.pointCount,
    innerRadius: node.innerRadius,
    fillGeometry: node.vectorPaths.map(writeOutline),
    strokeGeometry: node.strokeGeometry.map(writeOutline),
    booleanOperation: node.booleanOperation
  }
}

function writeOutline({ windingRule, data }: DocumentNode['vectorPaths'][number]) {
  return { path: data, windingRule }
}

function writeText(node: DocumentNode) {
  if (node.type !== 'TEXT') {
    return {}
  }
  return {
    characters: node.characters,
    style: {
      fontFamily: node.fontFamily,
      fontWeight: node.fontWeight,
      fontSize: node.fontSize,
      letterSpacing: node.letterSpacingPx,
      ...(node.lineHeightPx === null
        ? { lineHeightUnit: 'INTRINSIC_%' }
        : { lineHeightPx: node.lineHeightPx, lineHeightUnit: 'PIXELS' }),
      textAlignHorizontal: node.textAlignHorizontal,
      textAlignVertical: node.textAlignVertical,
      textAutoResize: node.textAutoResize
    }
  }
}

function writeData(node: DocumentNode) {
  return {
    pluginData: { [playgroundPluginId]: sortedByKey(node.pluginData) },
    relaunchData: sortedByKey(node.relaunchData)
  }
}

function sortedByKey(data: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1)))
}
