import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { errorMessage } from '../nodes/error-message'
import { addRectangle, middleOfView } from '../place/add-rectangle'
import { createFill } from '../place/create-fill'
import { imageSize } from '../place/image-size'
import { notePlacing } from '../placed/placed-images'
import type { Session } from '../placed/session'
import { unhideImages } from '../placed/show-original'

/**
 * Places the image in the middle of the view as a new rectangle of the canvas's size, or of its own, and selects it. One undo
 * step; changes nothing on failure.
 */
export function placeApart(
  { image, ref, canvas, runId, variant }: Params<'place-apart'>,
  session: Session
): Outcome<Reply<'place-apart'>, DocumentFailure> {
  const size = canvas ?? imageSize(image)
  const created = createFill(image, size)
  if (!created.ok) {
    return created
  }
  unhideImages(session)
  figma.commitUndo()
  try {
    const { id } = addRectangle(figma.currentPage, created.value, size, middleOfView(size))
    const { imageHash } = created.value
    notePlacing(session, runId, {
      variant,
      image: ref,
      where: 'apart',
      layerId: id,
      imageHash,
      subjectId: null,
      run: null
    })
  } catch (error) {
    return fail({ kind: 'cannot-write', detail: errorMessage(error) })
  }
  figma.commitUndo()
  void session.journal.mark(ref, 'placed')
  return succeed(null)
}
