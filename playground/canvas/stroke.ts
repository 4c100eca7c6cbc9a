import type { DocumentNode } from '../document/node'
import {
  addBox,
  addWholeEllipse,
  evenOutset,
  isBoxShaped,
  isWholeEllipse,
  type Outline,
  outlineOf,
  type Outset
} from './outline'
import type { Context2D } from './surface'

/** A node's stroke: an area to fill, or a mark to make with the context's stroke style, in the node's space. */
export type Stroke =
  | { readonly kind: 'area'; readonly outline: Outline }
  | { readonly kind: 'mark'; readonly reach: number; readonly draw: (context: Context2D) => void }

/**
 * The stroke of a shape; null where it has no weight. A dashed one has the weight of all sides, and its dashes begin
 * where the outline does; arrow heads and the like are not drawn.
 */
export function strokeOf(node: DocumentNode): Stroke | null {
  const weight = node.strokeWeight
  const weights = node.individualStrokeWeights ?? evenOutset(weight)
  if (Math.max(weights.top, weights.right, weights.bottom, weights.left) <= 0) {
    return null
  }
  if (node.dashPattern.some((length) => length > 0) && node.strokeGeometry.length === 0) {
    return strokeMark(node)
  }
  const outward = node.strokeAlign === 'OUTSIDE' ? 1 : node.strokeAlign === 'CENTER' ? 0.5 : 0
  if (isBoxShaped(node)) {
    const path = new Path2D()
    addBox(path, node, times(weights, outward))
    addBox(path, node, times(weights, outward - 1))
    return { kind: 'area', outline: { path, rule: 'evenodd' } }
  }
  if (isWholeEllipse(node)) {
    const path = new Path2D()
    addWholeEllipse(path, node, weight * outward)
    if (Math.min(node.width, node.height) / 2 > weight * (1 - outward)) {
      addWholeEllipse(path, node, weight * (outward - 1))
    }
    return { kind: 'area', outline: { path, rule: 'evenodd' } }
  }
  if (node.strokeGeometry.length > 0) {
    const path = new Path2D()
    node.strokeGeometry.forEach(({ data }) => {
      path.addPath(new Path2D(data))
    })
    return { kind: 'area', outline: { path, rule: 'nonzero' } }
  }
  return strokeMark(node)
}

function strokeMark(node: DocumentNode): Stroke {
  return {
    kind: 'mark',
    reach: node.strokeWeight,
    draw: (context) => {
      strokePath(context, node)
    }
  }
}

function times(weights: Outset, factor: number): Outset {
  return {
    top: weights.top * factor,
    right: weights.right * factor,
    bottom: weights.bottom * factor,
    left: weights.left * factor
  }
}

/** A stroke that lies on one side of a path is one of twice the weight, cut off along the path. */
function strokePath(context: Context2D, node: DocumentNode): void {
  const { path, rule } = outlineOf(node)
  const align = node.type === 'LINE' ? 'CENTER' : node.strokeAlign
  context.save()
  if (align === 'INSIDE') {
    context.clip(path, rule)
  } else if (align === 'OUTSIDE') {
    const outside = new Path2D()
    const far = node.strokeWeight * 20 + node.width + node.height
    outside.rect(-far, -far, node.width + 2 * far, node.height + 2 * far)
    outside.addPath(path)
    context.clip(outside, 'evenodd')
  }
  context.setLineDash([...node.dashPattern])
  context.lineCap = node.strokeCap === 'ROUND' ? 'round' : node.strokeCap === 'SQUARE' ? 'square' : 'butt'
  context.lineJoin = node.strokeJoin === 'ROUND' ? 'round' : node.strokeJoin === 'BEVEL' ? 'bevel' : 'miter'
  context.lineWidth = node.strokeWeight * (align === 'CENTER' ? 1 : 2)
  context.stroke(path)
  context.restore()
}
