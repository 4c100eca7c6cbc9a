import { absoluteTransform, hasInk, multiply } from '../document/geometry'
import type { DocumentNode } from '../document/node'
import { operationOf } from './blend-modes'
import { drawFills, drawSilhouette, drawStrokes, type Source } from './ink'
import { addBox, addWholeEllipse, evenOutset, isBoxShaped, isWholeEllipse } from './outline'
import { cssColor } from './paints/color'
import {
  applyTransform,
  combine,
  compose,
  flood,
  type Layer,
  layerLike,
  openLayer,
  scaleOf,
  type Surface
} from './surface'

type Shadow = DropShadowEffect | InnerShadowEffect

/** How far, in pixels, what is outside of the surface can reach into it through a node's effects. */
export function effectReach(surface: Surface, node: DocumentNode): number {
  const scale = scaleOf(multiply(surface.pageToPixels, absoluteTransform(node)))
  const reaches = node.effects.map((effect) => {
    if (!effect.visible) {
      return 0
    }
    switch (effect.type) {
      case 'DROP_SHADOW':
      case 'INNER_SHADOW':
        return (
          Math.max(Math.abs(effect.offset.x), Math.abs(effect.offset.y)) +
          effect.radius * 2 +
          Math.abs(effect.spread ?? 0)
        )
      case 'LAYER_BLUR':
        return effect.radius * 2
      default:
        return 0
    }
  })
  return Math.ceil(Math.max(0, ...reaches) * scale)
}

/** Standard deviation, pixels, of the blur that the platform gives a radius (as CSS gives to box-shadow's). */
export function blurOf(surface: Surface, radius: number): number {
  return (radius / 2) * scaleOf(surface.pageToPixels)
}

/**
 * Draws a node's drop shadows, the first effect topmost. The shadow is that of the node's fills and strokes; a node
 * without any throws that of what is in it, which `drawContent` draws.
 */
export function drawDropShadows(
  surface: Surface,
  node: DocumentNode,
  box: Rect,
  source: Source,
  drawContent: (surface: Surface) => void
): void {
  for (const effect of [...node.effects].reverse()) {
    if (effect.type !== 'DROP_SHADOW' || !effect.visible) {
      continue
    }
    const shape = openLayer(surface, box, effectReach(surface, node))
    if (shape === null) {
      continue
    }
    if (!hasInk(node)) {
      drawContent(shape)
    } else if (!drawSpread(shape, node, effect.spread ?? 0)) {
      drawFills(shape, node, source)
      drawStrokes(shape, node, source)
    }
    flood(shape, cssColor(effect.color, effect.color.a), 'source-in')
    const shadow = layerLike(shape)
    const placement = { blur: blurOf(surface, effect.radius), shift: shiftOf(surface, node, effect) }
    combine(shadow, shape, placement)
    if (effect.showShadowBehindNode !== true && hasInk(node)) {
      const cutOut = layerLike(shape)
      drawSilhouette(cutOut, node, source)
      combine(shadow, cutOut, { operation: 'destination-out' })
    }
    compose(surface, shadow, { operation: operationOf(effect.blendMode) })
  }
}

/** Draws a node's inner shadows over its fills: the blurred shape of what is around it, cut off along its own shape. */
export function drawInnerShadows(surface: Surface, node: DocumentNode, box: Rect, source: Source): void {
  for (const effect of [...node.effects].reverse()) {
    if (effect.type !== 'INNER_SHADOW' || !effect.visible || !hasInk(node)) {
      continue
    }
    const shape = openLayer(surface, box, effectReach(surface, node))
    if (shape === null) {
      continue
    }
    drawFills(shape, node, source)
    const hole = layerLike(shape)
    if (!drawSpread(hole, node, -(effect.spread ?? 0))) {
      drawFills(hole, node, source)
    }
    const shadow = layerLike(shape)
    flood(shadow, cssColor(effect.color, effect.color.a), 'source-over')
    combine(shadow, hole, {
      operation: 'destination-out',
      blur: blurOf(surface, effect.radius),
      shift: shiftOf(surface, node, effect)
    })
    combine(shadow, shape, { operation: 'destination-in' })
    compose(surface, shadow, { operation: operationOf(effect.blendMode) })
  }
}

/** The offset turns with the node. */
function shiftOf(surface: Surface, node: DocumentNode, { offset }: Shadow): Vector {
  const [[a, c], [b, d]] = multiply(surface.pageToPixels, absoluteTransform(node))
  return { x: a * offset.x + c * offset.y, y: b * offset.x + d * offset.y }
}

/** Draws a node's shape grown by a spread; false where there is none, or the shape knows none (only boxes and ellipses do). */
function drawSpread(layer: Layer, node: DocumentNode, spread: number): boolean {
  if (spread === 0 || !(isBoxShaped(node) || isWholeEllipse(node))) {
    return false
  }
  const path = new Path2D()
  if (isBoxShaped(node)) {
    addBox(path, node, evenOutset(spread))
  } else {
    addWholeEllipse(path, node, spread)
  }
  layer.context.save()
  applyTransform(layer.context, multiply(layer.pageToPixels, absoluteTransform(node)))
  layer.context.fillStyle = '#000'
  layer.context.fill(path)
  layer.context.restore()
  return true
}
