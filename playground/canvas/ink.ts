import type { PlaygroundDocument } from '../document/document'
import { absoluteTransform, multiply, shownPaints, transformedBox } from '../document/geometry'
import type { DocumentNode } from '../document/node'
import { operationOf } from './blend-modes'
import { combineChildren } from './boolean'
import { outlineOf } from './outline'
import { cssColor } from './paints/color'
import type { DecodedImages } from './paints/images'
import { paintArea } from './paints/paint'
import { type Stroke, strokeOf } from './stroke'
import {
  applyTransform,
  combine,
  compose,
  type Context2D,
  type Layer,
  layerLike,
  openLayer,
  type Surface
} from './surface'
import { drawText } from './text'

/** What is drawn from: the document and its pictures. */
export interface Source {
  readonly document: PlaygroundDocument
  readonly images: DecodedImages
}

/** A mark that is made with the context's fill and stroke styles, in the node's space: text, lines. */
type Mark = (context: Context2D) => void

const black: RGB = { r: 0, g: 0, b: 0 }
const opaque: readonly Paint[] = [{ type: 'SOLID', color: black }]

/** Fills a node's own shape with its paints, or with other ones. */
export function drawFills(surface: Surface, node: DocumentNode, source: Source, paints = node.fills): void {
  const shown = shownPaints(paints)
  if (shown.length === 0 || node.type === 'LINE' || node.type === 'GROUP') {
    return
  }
  if (node.type === 'TEXT') {
    const mark: Mark = (context) => {
      drawText(context, node, source.document.textWidth, 'fill')
    }
    shown.forEach((paint) => {
      paintMark(surface, node, paint, mark, 0, source)
    })
    return
  }
  if (node.type === 'BOOLEAN_OPERATION' && node.vectorPaths.length === 0) {
    shown.forEach((paint) => {
      paintBoolean(surface, node, paint, source)
    })
    return
  }
  const outline = outlineOf(node)
  const nodeToPixels = multiply(surface.pageToPixels, absoluteTransform(node))
  for (const paint of shown) {
    const { width, height } = node
    paintArea(surface, { nodeToPixels, width, height, outline }, paint, source.images)
  }
}

/** Draws a node's strokes with its paints, or with other ones. */
export function drawStrokes(
  surface: Surface,
  node: DocumentNode,
  source: Source,
  paints = node.strokes
): void {
  const shown = shownPaints(paints)
  if (shown.length === 0 || node.type === 'GROUP') {
    return
  }
  const stroke: Stroke | null =
    node.type === 'TEXT'
      ? {
          kind: 'mark',
          reach: node.strokeWeight,
          draw: (context) => {
            drawText(context, node, source.document.textWidth, 'stroke')
          }
        }
      : strokeOf(node)
  if (stroke === null) {
    return
  }
  for (const paint of shown) {
    if (stroke.kind === 'area') {
      const nodeToPixels = multiply(surface.pageToPixels, absoluteTransform(node))
      const { width, height } = node
      paintArea(surface, { nodeToPixels, width, height, outline: stroke.outline }, paint, source.images)
    } else {
      paintMark(surface, node, paint, stroke.draw, stroke.reach, source)
    }
  }
}

/** Draws the shape of a node's fills and strokes in plain black: what of it is there at all. */
export function drawSilhouette(surface: Surface, node: DocumentNode, source: Source): void {
  if (shownPaints(node.fills).length > 0) {
    drawFills(surface, node, source, opaque)
  }
  if (shownPaints(node.strokes).length > 0) {
    drawStrokes(surface, node, source, opaque)
  }
}

/** Makes a mark with a paint: directly where it is one colour, else by cutting the mark out of the painted box. */
function paintMark(
  surface: Surface,
  node: DocumentNode,
  paint: Paint,
  mark: Mark,
  reach: number,
  source: Source
): void {
  const nodeToPixels = multiply(surface.pageToPixels, absoluteTransform(node))
  const draw = (target: Surface, color: string, nodeTransform: Transform): void => {
    target.context.save()
    applyTransform(target.context, nodeTransform)
    target.context.fillStyle = color
    target.context.strokeStyle = color
    mark(target.context)
    target.context.restore()
  }
  if (paint.type === 'SOLID') {
    surface.context.save()
    surface.context.globalAlpha = paint.opacity ?? 1
    surface.context.globalCompositeOperation = operationOf(paint.blendMode)
    draw(surface, cssColor(paint.color), nodeToPixels)
    surface.context.restore()
    return
  }
  paintCutOut(surface, node, paint, reach, source, (target) => {
    draw(target, '#000', multiply(target.pageToPixels, absoluteTransform(node)))
  })
}

function paintBoolean(surface: Surface, node: DocumentNode, paint: Paint, source: Source): void {
  paintCutOut(surface, node, paint, 0, source, (target) => {
    combineChildren(target, node, (child, layer) => {
      drawSilhouette(layer, child, source)
    })
  })
}

/** Paints a node's box on a layer, keeps of it what `drawShape` covers, and puts that onto the surface. */
function paintCutOut(
  surface: Surface,
  node: DocumentNode,
  paint: Paint,
  reach: number,
  source: Source,
  drawShape: (target: Layer) => void
): void {
  const toPage = absoluteTransform(node)
  const margin = reach + Math.max(node.fontSize, 1)
  const path = new Path2D()
  const box = { x: -margin, y: -margin, width: node.width + 2 * margin, height: node.height + 2 * margin }
  path.rect(box.x, box.y, box.width, box.height)
  const layer = openLayer(surface, transformedBox(toPage, box))
  if (layer === null) {
    return
  }
  const shape = layerLike(layer)
  drawShape(shape)
  const nodeToPixels = multiply(layer.pageToPixels, toPage)
  const area = {
    nodeToPixels,
    width: node.width,
    height: node.height,
    outline: { path, rule: 'nonzero' as const }
  }
  paintArea(layer, area, { ...paint, blendMode: 'NORMAL' }, source.images)
  combine(layer, shape, { operation: 'destination-in' })
  compose(surface, layer, { operation: operationOf(paint.blendMode) })
}
