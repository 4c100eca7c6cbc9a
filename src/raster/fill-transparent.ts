import { makeCanvas } from './canvas'

/**
 * Makes a canvas opaque: whatever is see-through takes the colour of what is seen around it, ever smoother with the
 * distance. What is opaque stays exactly as it is.
 *
 * Works as a pyramid: the picture is halved until one pixel is left, which averages the seen colours weighted by how
 * much they are seen; then every level is laid beneath the next finer one.
 */
export function fillTransparent(canvas: OffscreenCanvas, context: OffscreenCanvasRenderingContext2D): void {
  const levels = [canvas]
  for (let level = canvas; level.width > 1 || level.height > 1;) {
    level = halve(level)
    levels.push(level)
  }
  for (let index = levels.length - 1; index > 0; index--) {
    const coarse = levels[index]
    const fine = levels[index - 1]
    if (coarse !== undefined && fine !== undefined) {
      saturateAlpha(coarse)
      const target = index === 1 ? context : contextOf(fine)
      target.save()
      target.globalCompositeOperation = 'destination-over'
      target.imageSmoothingEnabled = true
      target.imageSmoothingQuality = 'medium'
      target.drawImage(coarse, 0, 0, fine.width, fine.height)
      target.restore()
    }
  }
}

function halve(source: OffscreenCanvas): OffscreenCanvas {
  const width = Math.max(1, Math.ceil(source.width / 2))
  const height = Math.max(1, Math.ceil(source.height / 2))
  const { canvas, context } = makeCanvas({ width, height })
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'medium'
  context.drawImage(source, 0, 0, width, height)
  return canvas
}

/**
 * Drawing a half-seen pixel onto itself again and again makes it opaque and keeps its colour; eight times bring every
 * pixel that is seen by at least 1/32 above 254/255.
 */
function saturateAlpha(canvas: OffscreenCanvas): void {
  const context = contextOf(canvas)
  for (let round = 0; round < 8; round++) {
    context.drawImage(canvas, 0, 0)
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) {
    throw new Error('the canvas lost its context')
  }
  return context
}
