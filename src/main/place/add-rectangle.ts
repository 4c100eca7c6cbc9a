import type { Size } from '../../core/geometry/size'

/**
 * Puts a new upright rectangle with a fill on a page, its top left corner at (`x`, `y`), and selects it there. Throws, with
 * nothing added, where the platform refuses.
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

/** Where the top left corner of a box is that is in the middle of the view. */
export function middleOfView({ width, height }: Size): Vector {
  const { x, y } = figma.viewport.center
  return { x: x - width / 2, y: y - height / 2 }
}
