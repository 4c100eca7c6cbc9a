import { multiply } from '../../document/geometry'
import { operationOf } from '../blend-modes'
import type { Area, Outline } from '../outline'
import { applyTransform, domMatrix, type Surface } from '../surface'
import { cssColor } from './color'
import { paintGradient } from './gradient'
import { imageArea, imageToNode, pixelToPixel } from './image-fit'
import { type DecodedImages, rimWidth } from './images'

/** What is shown of an image that is not there. */
const missingImage = '#d9d9d9'

/** Fills an area with one paint, mixed with what is beneath it as the paint says. */
export function paintArea(surface: Surface, area: Area, paint: Paint, images: DecodedImages): void {
  const { context } = surface
  context.save()
  context.globalAlpha = paint.opacity ?? 1
  context.globalCompositeOperation = operationOf(paint.blendMode)
  applyTransform(context, area.nodeToPixels)
  switch (paint.type) {
    case 'SOLID':
      context.fillStyle = cssColor(paint.color)
      context.fill(area.outline.path, area.outline.rule)
      break
    case 'GRADIENT_LINEAR':
    case 'GRADIENT_RADIAL':
    case 'GRADIENT_ANGULAR':
    case 'GRADIENT_DIAMOND':
      paintGradient(context, area, paint)
      break
    case 'IMAGE':
      paintImage(surface, area, paint, images)
      break
    default:
      // Video, pattern and shader paints are not imitated.
      break
  }
  context.restore()
}

function paintImage(surface: Surface, area: Area, paint: ImagePaint, images: DecodedImages): void {
  const { context } = surface
  const { path, rule } = area.outline
  const hash = paint.imageHash
  const picture = hash === null ? null : images.filtered(hash, paint.filters)
  if (hash === null || picture === null) {
    context.fillStyle = missingImage
    context.fill(path, rule)
    return
  }
  const toNode = imageToNode(paint, picture, area)
  if (toNode === null) {
    return
  }
  const exact = pixelToPixel(multiply(area.nodeToPixels, toNode), picture)
  context.imageSmoothingEnabled = exact === null
  context.imageSmoothingQuality = 'medium'
  if (paint.scaleMode === 'TILE') {
    const pattern = context.createPattern(picture, 'repeat')
    pattern?.setTransform(domMatrix(toNode))
    fillWith(context, pattern, area.outline)
    return
  }
  if (exact !== null) {
    context.clip(path, rule)
    applyTransform(context, exact)
    context.drawImage(picture, 0, 0)
    return
  }
  const clip = imageArea(toNode, picture, { x: 0, y: 0, width: area.width, height: area.height })
  if (clip !== null) {
    context.clip(clip)
  }
  const rimmed = images.rimmed(hash, paint.filters)
  const pattern = rimmed === null ? null : context.createPattern(rimmed, 'no-repeat')
  pattern?.setTransform(domMatrix(toNode).translate(-rimWidth, -rimWidth))
  fillWith(context, pattern, area.outline)
}

function fillWith(context: Surface['context'], style: CanvasPattern | null, { path, rule }: Outline): void {
  if (style !== null) {
    context.fillStyle = style
    context.fill(path, rule)
  }
}
