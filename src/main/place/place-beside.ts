import type { LayerPlacement } from '../../core/expansion/placement'
import { apply } from '../../core/geometry/affine'
import { addRectangle, middleOfView } from './add-rectangle'
import { canvasBox } from './canvas-box'

/** Between where the image would have been and where it is, document units. */
const gap = 40

/**
 * Puts the image of a layer that is gone on its page, upright, to the right of where it would have been; or, where that
 * page is gone too, in the middle of the view. Selects it on its page. Throws with nothing changed.
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
