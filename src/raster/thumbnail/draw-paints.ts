import { invert } from '../../core/geometry/affine'
import type { Size } from '../../core/geometry/size'
import type { DrawablePaint } from '../../core/plan/drawable-paint'
import { decode } from '../canvas/decode'

/**
 * Draws paints over a box of `size` pixels at the context's origin, bottom first, as the platform lays them (scale modes:
 * plugin-api.d.ts, `ImagePaint`); `scale` is the box's pixels for each document unit. Without the images' filters.
 */
export async function drawPaints(
  context: OffscreenCanvasRenderingContext2D,
  paints: readonly DrawablePaint[],
  size: Size,
  scale: number
): Promise<void> {
  for (const paint of paints) {
    context.save()
    context.globalAlpha = paint.opacity
    context.imageSmoothingQuality = 'high'
    if (paint.kind === 'colour') {
      context.fillStyle = paint.css
      context.fillRect(0, 0, size.width, size.height)
    } else {
      const bitmap = await decode(paint.bytes)
      drawImage(context, bitmap, paint, size, scale)
      bitmap.close()
    }
    context.restore()
  }
}

function drawImage(
  context: OffscreenCanvasRenderingContext2D,
  bitmap: ImageBitmap,
  { scaleMode, transform, rotation, tileScale }: DrawablePaint & { kind: 'image' },
  { width, height }: Size,
  scale: number
): void {
  context.beginPath()
  context.rect(0, 0, width, height)
  context.clip()
  if (scaleMode === 'CROP') {
    const [[a, b, x], [c, d, y]] = invert(transform)
    context.transform(a * width, c * height, b * width, d * height, x * width, y * height)
    context.drawImage(bitmap, 0, 0, 1, 1)
    return
  }
  const isLying = (rotation / 90) % 2 !== 0
  const across = isLying ? bitmap.height : bitmap.width
  const down = isLying ? bitmap.width : bitmap.height
  if (scaleMode === 'TILE') {
    const factor = tileScale * scale
    for (let top = 0; top < height; top += down * factor) {
      for (let left = 0; left < width; left += across * factor) {
        drawTurned(context, bitmap, rotation, factor, left + (across * factor) / 2, top + (down * factor) / 2)
      }
    }
    return
  }
  const fit = scaleMode === 'FILL' ? Math.max : Math.min
  drawTurned(context, bitmap, rotation, fit(width / across, height / down), width / 2, height / 2)
}

/** Draws an image about its middle. */
function drawTurned(
  context: OffscreenCanvasRenderingContext2D,
  bitmap: ImageBitmap,
  rotation: number,
  factor: number,
  x: number,
  y: number
): void {
  context.save()
  context.translate(x, y)
  context.rotate((rotation / 180) * Math.PI)
  context.scale(factor, factor)
  context.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2)
  context.restore()
}
