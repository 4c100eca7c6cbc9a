import { absoluteBoundingBox, hasInk } from '../document/geometry'
import type { DocumentNode } from '../document/node'
import { blurOf } from './effects'
import { drawSilhouette, type Source } from './ink'
import { combine, compose, type Layer, layerLike, openLayer, type Surface } from './surface'

/**
 * Blurs what is already on the surface where a node's own shape is; it is seen through fills that are not opaque. A
 * node that is drawn alone has nothing behind it. What lies behind a layer that is put together apart is not blurred.
 */
export function drawBackgroundBlur(surface: Surface, node: DocumentNode, source: Source): void {
  const effect = node.effects.find((each) => each.type === 'BACKGROUND_BLUR' && each.visible)
  if (effect?.type !== 'BACKGROUND_BLUR' || effect.radius <= 0 || !hasInk(node)) {
    return
  }
  const layer = openLayer(surface, absoluteBoundingBox(node))
  if (layer === null) {
    return
  }
  copyBlurred(surface, layer, blurOf(surface, effect.radius))
  const shape = layerLike(layer)
  drawSilhouette(shape, node, source)
  combine(layer, shape, { operation: 'destination-in' })
  compose(surface, layer)
}

function copyBlurred(surface: Surface, layer: Layer, blur: number): void {
  const { context } = layer
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.filter = `blur(${blur}px)`
  context.drawImage(surface.context.canvas, -layer.x, -layer.y)
  context.restore()
}
