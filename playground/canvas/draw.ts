import type { PlaygroundDocument } from '../document/document'
import {
  absoluteTransform,
  clips,
  drawnBounds,
  identity,
  multiply,
  paintOrder,
  transformedBox
} from '../document/geometry'
import type { DocumentNode } from '../document/node'
import { drawBackgroundBlur } from './background-blur'
import { operationOf } from './blend-modes'
import { blurOf, drawDropShadows, drawInnerShadows, effectReach } from './effects'
import { drawFills, drawSilhouette, drawStrokes, type Source } from './ink'
import { outlineOf } from './outline'
import type { DecodedImages } from './paints/images'
import { brightnessToAlpha } from './paints/luminance'
import {
  applyTransform,
  combine,
  compose,
  type Context2D,
  layerLike,
  openLayer,
  type Surface
} from './surface'

export type { Context2D } from './surface'

/**
 * Draws a node with all that is in it (of a page: everything on it, without the page's own colour) as if it were
 * alone: no ancestor clips, fades or hides it. `pageToCanvas` maps the page's px to the canvas's pixels. What the
 * canvas held stays beneath; its state is left as it was.
 */
export function drawNode(
  context: Context2D,
  document: PlaygroundDocument,
  node: DocumentNode,
  images: DecodedImages,
  pageToCanvas: Transform = identity
): void {
  const { width, height } = context.canvas
  drawLayer({ context, pageToPixels: pageToCanvas, width, height }, node, { document, images })
}

/** Draws a node; one that is more than the sum of its parts is put together on a layer first. */
function drawLayer(surface: Surface, node: DocumentNode, source: Source): void {
  const bounds = drawnBounds(node)
  if (bounds === null) {
    return
  }
  drawBackgroundBlur(surface, node, source)
  if (!isPutTogether(node)) {
    if (isInSight(surface, bounds)) {
      drawParts(surface, node, bounds, source)
    }
    return
  }
  const layer = openLayer(surface, bounds, effectReach(surface, node))
  if (layer === null) {
    return
  }
  drawParts(layer, node, bounds, source)
  const blur = node.effects.find((effect) => effect.type === 'LAYER_BLUR' && effect.visible)
  compose(surface, layer, {
    opacity: node.opacity,
    operation: operationOf(node.blendMode),
    blur: blur?.type === 'LAYER_BLUR' ? blurOf(surface, blur.radius) : 0
  })
}

/** Whether a node has to be drawn apart before it goes onto what is beneath it. */
function isPutTogether(node: DocumentNode): boolean {
  return (
    node.opacity < 1 ||
    operationOf(node.blendMode) !== 'source-over' ||
    node.effects.some((effect) => effect.type === 'LAYER_BLUR' && effect.visible) ||
    (node.blendMode === 'NORMAL' && node.children.some(mixesWithBackdrop))
  )
}

/** Whether something in a node would mix with what is beneath the node, were it not drawn apart. */
function mixesWithBackdrop(node: DocumentNode): boolean {
  return operationOf(node.blendMode) !== 'source-over' || node.children.some(mixesWithBackdrop)
}

function isInSight(surface: Surface, bounds: Rect): boolean {
  const box = transformedBox(surface.pageToPixels, bounds)
  return box.x < surface.width && box.y < surface.height && box.x + box.width > 0 && box.y + box.height > 0
}

function drawParts(surface: Surface, node: DocumentNode, bounds: Rect, source: Source): void {
  if (node.effects.length > 0) {
    drawDropShadows(surface, node, bounds, source, (layer) => {
      drawContent(layer, node, source)
    })
  }
  drawFills(surface, node, source)
  if (node.effects.length > 0) {
    drawInnerShadows(surface, node, bounds, source)
  }
  drawContent(surface, node, source)
  drawStrokes(surface, node, source)
}

/** Draws what is in a node, clipped by its shape where it clips. What a boolean operation is made of is its own shape. */
function drawContent(surface: Surface, node: DocumentNode, source: Source): void {
  if (node.children.length === 0 || node.type === 'BOOLEAN_OPERATION') {
    return
  }
  const { context } = surface
  context.save()
  if (clips(node)) {
    const { path, rule } = outlineOf(node)
    applyTransform(context, multiply(surface.pageToPixels, absoluteTransform(node)))
    context.clip(path, rule)
  }
  drawChildren(surface, paintOrder(node), source)
  context.restore()
}

/** Draws siblings from the bottom up. A mask is not seen itself: it cuts out what lies over it, up to the next mask. */
function drawChildren(surface: Surface, children: readonly DocumentNode[], source: Source): void {
  let mask: DocumentNode | null = null
  let masked: DocumentNode[] = []
  const drawRun = (): void => {
    if (mask === null) {
      masked.forEach((child) => {
        drawLayer(surface, child, source)
      })
    } else {
      drawMasked(surface, mask, masked, source)
    }
  }
  for (const child of children) {
    if (child.isMask && child.visible) {
      drawRun()
      mask = child
      masked = []
    } else {
      masked.push(child)
    }
  }
  drawRun()
}

function drawMasked(
  surface: Surface,
  mask: DocumentNode,
  masked: readonly DocumentNode[],
  source: Source
): void {
  const bounds = drawnBounds(mask)
  const layer = bounds === null || masked.length === 0 ? null : openLayer(surface, bounds)
  if (layer === null) {
    return
  }
  masked.forEach((child) => {
    drawLayer(layer, child, source)
  })
  const shape = layerLike(layer)
  if (mask.maskType === 'VECTOR') {
    drawSilhouette(shape, mask, source)
  } else {
    drawLayer(shape, mask, source)
  }
  if (mask.maskType === 'LUMINANCE') {
    brightnessToAlpha(shape)
  }
  combine(layer, shape, { operation: 'destination-in' })
  compose(surface, layer)
}
