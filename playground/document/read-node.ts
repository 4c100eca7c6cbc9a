import type { DocumentNode } from './node'
import { readConstraints } from './scene/scene-constraints'
import { readEffects } from './scene/scene-effects'
import { readExtras } from './scene/scene-extras'
import { readGrid } from './scene/scene-grid'
import { type ImageHashOf, readPaints } from './scene/scene-paints'
import { playgroundPluginId, type SceneNodeData } from './scene/scene-schema'

/** Gives a node the values that a scene has for it, but for its place; what the scene leaves out has REST's default. */
export function readNode(node: DocumentNode, data: SceneNodeData, path: string, hashOf: ImageHashOf): void {
  node.name = data.name
  node.visible = data.visible ?? true
  node.locked = data.locked ?? false
  node.opacity = data.opacity ?? 1
  node.blendMode = data.blendMode ?? 'PASS_THROUGH'
  node.isMask = data.isMask ?? false
  node.maskType = data.maskType ?? 'ALPHA'
  node.effects = readEffects(data.effects ?? [])
  node.constraints =
    data.constraints === undefined
      ? { horizontal: 'MIN', vertical: 'MIN' }
      : readConstraints(data.constraints)
  readAppearance(node, data, path, hashOf)
  if (node.type !== 'DOCUMENT' && node.type !== 'PAGE') {
    readLayout(node, data)
    readGrid(node, data)
  }
  if (node.type === 'TEXT') {
    readText(node, data)
  }
  node.arcData = data.arcData ?? node.arcData
  node.pointCount = data.pointCount ?? node.pointCount
  node.innerRadius = data.innerRadius ?? node.innerRadius
  if (node.type === 'VECTOR' || node.type === 'BOOLEAN_OPERATION') {
    node.vectorPaths = readOutlines(data.fillGeometry)
    node.strokeGeometry = readOutlines(data.strokeGeometry)
  }
  node.booleanOperation = data.booleanOperation ?? 'UNION'
  node.componentId = data.componentId ?? null
  readExtras(node, data)
  node.pluginData = readPluginData(data.pluginData?.[playgroundPluginId])
  node.relaunchData = data.relaunchData ?? {}
}

function readAppearance(node: DocumentNode, data: SceneNodeData, path: string, hashOf: ImageHashOf): void {
  const { backgroundColor, cornerRadius } = data
  node.fills = readPaints(data.fills ?? [], `${path}.fills`, hashOf)
  if (node.type === 'PAGE' && data.fills === undefined && backgroundColor !== undefined) {
    const { r, g, b, a } = backgroundColor
    node.fills = [{ type: 'SOLID', visible: true, opacity: a, blendMode: 'NORMAL', color: { r, g, b } }]
  }
  node.strokes = readPaints(data.strokes ?? [], `${path}.strokes`, hashOf)
  node.strokeWeight = data.strokeWeight ?? node.strokeWeight
  node.individualStrokeWeights = data.individualStrokeWeights ?? null
  node.strokeAlign = data.strokeAlign ?? node.strokeAlign
  node.dashPattern = data.strokeDashes ?? []
  node.strokeCap = data.strokeCap ?? 'NONE'
  node.strokeJoin = data.strokeJoin ?? 'MITER'
  node.cornerRadii =
    data.rectangleCornerRadii ??
    (cornerRadius === undefined ? [0, 0, 0, 0] : [cornerRadius, cornerRadius, cornerRadius, cornerRadius])
  node.clipsContent = data.clipsContent ?? false
}

function readLayout(node: DocumentNode, data: SceneNodeData): void {
  node.layoutMode = data.layoutMode ?? 'NONE'
  node.layoutWrap = data.layoutWrap ?? 'NO_WRAP'
  node.primaryAxisSizingMode = data.primaryAxisSizingMode ?? 'AUTO'
  node.counterAxisSizingMode = data.counterAxisSizingMode ?? 'AUTO'
  node.primaryAxisAlignItems = data.primaryAxisAlignItems ?? 'MIN'
  node.counterAxisAlignItems = data.counterAxisAlignItems ?? 'MIN'
  node.itemSpacing = data.itemSpacing ?? 0
  node.counterAxisSpacing = data.counterAxisSpacing ?? 0
  node.paddingLeft = data.paddingLeft ?? 0
  node.paddingRight = data.paddingRight ?? 0
  node.paddingTop = data.paddingTop ?? 0
  node.paddingBottom = data.paddingBottom ?? 0
  node.itemReverseZIndex = data.itemReverseZIndex ?? false
  node.layoutPositioning = data.layoutPositioning ?? 'AUTO'
  node.layoutGrow = data.layoutGrow ?? 0
  node.layoutAlign = data.layoutAlign ?? 'INHERIT'
  node.minWidth = data.minWidth ?? null
  node.maxWidth = data.maxWidth ?? null
  node.minHeight = data.minHeight ?? null
  node.maxHeight = data.maxHeight ?? null
}

function readText(node: DocumentNode, data: SceneNodeData): void {
  const style = data.style ?? {}
  node.characters = data.characters ?? ''
  node.fontFamily = style.fontFamily ?? 'Inter'
  node.fontWeight = style.fontWeight ?? 400
  node.fontSize = style.fontSize ?? 12
  node.letterSpacingPx = style.letterSpacing ?? 0
  // REST gives the computed px for the font's own line height as well.
  node.lineHeightPx = style.lineHeightUnit === 'INTRINSIC_%' ? null : (style.lineHeightPx ?? null)
  node.textAlignHorizontal = style.textAlignHorizontal ?? 'LEFT'
  node.textAlignVertical = style.textAlignVertical ?? 'TOP'
  node.textAutoResize = style.textTruncation === 'ENDING' ? 'TRUNCATE' : (style.textAutoResize ?? 'NONE')
}

function readOutlines(outlines: SceneNodeData['fillGeometry']): DocumentNode['vectorPaths'] {
  return (outlines ?? []).map(({ windingRule, path }) => ({ windingRule, data: path }))
}

function readPluginData(data: unknown): Readonly<Record<string, string>> {
  if (typeof data !== 'object' || data === null) {
    return {}
  }
  const entries: [string, unknown][] = Object.entries(data)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
}
