import type { Params, Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/document-failure'
import { fail, succeed, type Outcome } from '../core/outcome'
import { createFill } from './create-fill'
import { documentError } from './document-error'
import { findExpandable } from './find-expandable'
import { findObstacle } from './find-obstacle'
import { growNode } from './grow-node'

/** A size that differs by less is the same size, document units. */
const sizeTolerance = 0.01

/**
 * Lays the image over the layer as its topmost fill and grows the layer by the insets. A layer that was resized since
 * the plan was made keeps its size and place: the image covers it. One undo step; on failure nothing is changed.
 */
export async function placeResult({
  nodeId,
  image,
  subject,
  insets
}: Params<'place-result'>): Promise<Outcome<Reply<'place-result'>, DocumentFailure>> {
  const found = await findExpandable(nodeId)
  if (!found.ok) {
    return found
  }
  const node = found.value
  const { fills } = node
  if (fills === figma.mixed) {
    return fail({ kind: 'node-changed' })
  }
  const created = createFill(image)
  if (!created.ok) {
    return created
  }
  const isAsPlanned =
    Math.abs(node.width - subject.width) < sizeTolerance &&
    Math.abs(node.height - subject.height) < sizeTolerance
  const grows = isAsPlanned && findObstacle(node) === null

  figma.commitUndo()
  let restoreGeometry: (() => void) | null = null
  try {
    restoreGeometry = grows ? growNode(node, insets) : null
    node.fills = [...fills, created.value]
  } catch (error) {
    restoreGeometry?.()
    return fail({ kind: 'cannot-write', detail: documentError(error) })
  }
  figma.commitUndo()
  return succeed({ geometry: grows ? 'grown' : 'kept' })
}
