import type { Params, Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/document-failure'
import { growBy } from '../core/insets'
import { fail, succeed, type Outcome } from '../core/outcome'
import type { Placement } from '../core/placement'
import type { Size } from '../core/size'
import { createFill } from './create-fill'
import { documentError } from './document-error'
import { isExpandable } from './expandable-node'
import { findObstacle } from './find-obstacle'
import { growNode } from './grow-node'

/** A size that differs by less is the same size, document units. */
const sizeTolerance = 0.01

type Geometry = Reply<'place-result'>['geometry']

/**
 * Lays the image over a layer as its topmost fill; a layer of the sides mode grows by its insets. A layer that was
 * changed since the plan was made keeps its size and place: the image covers it. One undo step; on failure nothing is
 * changed.
 */
export async function placeResult({
  image,
  placement
}: Params<'place-result'>): Promise<Outcome<Reply<'place-result'>, DocumentFailure>> {
  const node = await figma.getNodeByIdAsync(placement.nodeId)
  if (node === null || node.removed) {
    return fail({ kind: 'node-gone' })
  }
  if (!takesFills(node)) {
    return fail({ kind: 'node-changed' })
  }
  const { fills } = node
  if (fills === figma.mixed) {
    return fail({ kind: 'node-changed' })
  }
  const created = createFill(image, canvasOf(placement))
  if (!created.ok) {
    return created
  }
  if (isTopmost(created.value, fills)) {
    // The answer of an earlier call was late: the image is here already.
    return succeed({ geometry: placement.kind === 'fill' ? 'filled' : 'grown' })
  }
  const geometry = geometryFor(node, placement)

  figma.commitUndo()
  let restoreGeometry: (() => void) | null = null
  try {
    if (geometry === 'grown' && placement.kind === 'grow' && isExpandable(node)) {
      restoreGeometry = growNode(node, placement.insets)
    }
    node.fills = [...fills, created.value]
  } catch (error) {
    restoreGeometry?.()
    return fail({ kind: 'cannot-write', detail: documentError(error) })
  }
  figma.commitUndo()
  return succeed({ geometry })
}

function isTopmost(paint: ImagePaint, fills: readonly Paint[]): boolean {
  const top = fills[fills.length - 1]
  return top?.type === 'IMAGE' && top.imageHash === paint.imageHash
}

function canvasOf(placement: Placement): Size {
  return placement.kind === 'fill' ? placement.frame : growBy(placement.subject, placement.insets)
}

type FilledNode = Extract<SceneNode, MinimalFillsMixin & DimensionAndPositionMixin>

function takesFills(node: BaseNode): node is FilledNode {
  return 'fills' in node && 'width' in node
}

function geometryFor(node: FilledNode, placement: Placement): Geometry {
  if (placement.kind === 'fill') {
    return isSameSize(node, placement.frame) ? 'filled' : 'changed-meanwhile'
  }
  const canGrow = isExpandable(node) && findObstacle(node) === null
  return canGrow && isSameSize(node, placement.subject) ? 'grown' : 'changed-meanwhile'
}

function isSameSize(one: Size, other: Size): boolean {
  return (
    Math.abs(one.width - other.width) < sizeTolerance && Math.abs(one.height - other.height) < sizeTolerance
  )
}
