import type { Params, Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/document-failure'
import { fail, succeed, type Outcome } from '../core/outcome'
import { createFill } from './create-fill'
import { documentError } from './document-error'

/**
 * Puts the image on the current page as a new rectangle of the canvas's size in the middle of the view, and selects it.
 * One undo step; on failure nothing is changed.
 */
export function placeApart({
  image,
  canvas
}: Params<'place-apart'>): Outcome<Reply<'place-apart'>, DocumentFailure> {
  const created = createFill(image, canvas)
  if (!created.ok) {
    return created
  }
  figma.commitUndo()
  const rectangle = figma.createRectangle()
  try {
    rectangle.name = 'Expanded image'
    rectangle.resize(canvas.width, canvas.height)
    rectangle.x = Math.round(figma.viewport.center.x - canvas.width / 2)
    rectangle.y = Math.round(figma.viewport.center.y - canvas.height / 2)
    rectangle.fills = [created.value]
    figma.currentPage.selection = [rectangle]
  } catch (error) {
    rectangle.remove()
    return fail({ kind: 'cannot-write', detail: documentError(error) })
  }
  figma.commitUndo()
  return succeed(null)
}
