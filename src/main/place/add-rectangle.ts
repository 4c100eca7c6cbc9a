import type { Size } from '../../core/geometry/size'

/**
 * Adds an upright rectangle with a fill to a page, its top left corner at (`x`, `y`), and selects it. Throws and adds nothing
 * if the platform refuses.
 */
export function addRectangle(
  page: PageNode,
  fill: ImagePaint,
  { width, height }: Size,
  { x, y }: Vector,
  name = 'Expanded image'
): RectangleNode {
  const rectangle = figma.createRectangle()
  try {
    rectangle.name = name
    page.appendChild(rectangle)
    rectangle.resize(width, height)
    rectangle.x = Math.round(x)
    rectangle.y = Math.round(y)
    rectangle.fills = [fill]
    page.selection = [rectangle]
    return rectangle
  } catch (error) {
    rectangle.remove()
    throw error
  }
}

/** Computes the top left corner of a box in the middle of the view. */
export function middleOfView({ width, height }: Size): Vector {
  const { x, y } = figma.viewport.center
  return { x: x - width / 2, y: y - height / 2 }
}
