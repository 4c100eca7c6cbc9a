import type { LayerPlacement } from '../../core/expansion/placement'
import { apply } from '../../core/geometry/affine'
import { addRectangle, middleOfView } from './add-rectangle'
import { canvasBox } from './canvas-box'

/** Distance between the removed layer's canvas and the image, document units. */
const gap = 40

/**
 * Places the image of a removed layer upright on the layer's page, right of the canvas; in the middle of the view if the page
 * was removed too. Selects the image on its page. Throws and changes nothing if the platform refuses.
 */
export function placeBeside(page: PageNode, fill: ImagePaint, placement: LayerPlacement): RectangleNode {
  const box = canvasBox(placement)
  const isOrigin = page.id === placement.origin.pageId
  return addRectangle(page, fill, box, isOrigin ? rightOf(box, placement.origin.place) : middleOfView(box))
}

function rightOf({ x, y, width, height }: Rect, place: LayerPlacement['origin']['place']): Vector {
  const corners = [
    apply(place, x, y),
    apply(place, x + width, y),
    apply(place, x + width, y + height),
    apply(place, x, y + height)
  ]
  return {
    x: Math.max(...corners.map((corner) => corner.x)) + gap,
    y: Math.min(...corners.map((corner) => corner.y))
  }
}
