import type { Params, Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/document-failure'
import { fail, succeed, type Outcome } from '../core/outcome'
import { documentError } from './document-error'
import { findPlaced, type Shown } from './find-shown'
import type { Change, Grown, PaintedLayer, Session } from './session'
import { paintsHiding, paintsOf, undoGrowth } from './undo-growth'
import { isImageOf } from './visible-paints'

/**
 * Hides the image of a run that this run of the plugin has placed, so that the original is seen, or shows it again. Both
 * together leave the document as it was: there is no undo step of it.
 */
export function showOriginal(
  { runId, isShown }: Params<'show-original'>,
  session: Session
): Outcome<Reply<'show-original'>, DocumentFailure> {
  const run = session.runs.get(runId)
  if (!isShown) {
    showAgain(runId, session)
    return succeed(null)
  }
  const shown = run === undefined ? null : findPlaced(runId, run)
  if (run === undefined || shown === null || session.hidden.has(runId)) {
    return succeed(null)
  }
  try {
    session.hidden.set(runId, hide(shown, run.change))
    return succeed(null)
  } catch (error) {
    return fail({ kind: 'cannot-write', detail: documentError(error) })
  }
}

/**
 * Shows all images again that are hidden for the moment: before anything that makes an undo step, which would hold them
 * as hidden, and when the plugin closes.
 */
export function showImagesAgain(session: Session): void {
  for (const runId of [...session.hidden.keys()]) {
    showAgain(runId, session)
  }
}

function showAgain(runId: string, { hidden }: Session): void {
  const show = hidden.get(runId)
  hidden.delete(runId)
  try {
    show?.()
  } catch {
    // The layer is gone, or takes nothing any more: there is nothing left to show.
  }
}

/** What a layer shows beneath its new image is stretched to its new size: as it was, it is seen only at its old one. */
function hide(shown: Shown, change: Change): () => void {
  if (change.kind === 'new-layer') {
    return hideLayer(shown.layer)
  }
  if (paintsOf(shown.layer)[shown.index]?.visible === false) {
    // The designer has hidden it; or another window for the moment, and shows it again.
    return () => undefined
  }
  if (change.kind === 'new-image') {
    return showReplaced(shown, change.replacedHash)
  }
  return (change.grown === null ? null : undoGrowthOf(shown, change.grown)) ?? hidePaint(shown)
}

/** What was seen before is the image that was there: it lies beneath the hidden one for the moment. */
function showReplaced({ layer, index, imageHash }: Shown, replacedHash: string): () => void {
  layer.fills = paintsOf(layer).flatMap((paint, at) =>
    at === index && paint.type === 'IMAGE'
      ? [
          { ...paint, imageHash: replacedHash },
          { ...paint, visible: false }
        ]
      : [paint]
  )
  return () => {
    const fills = paintsOf(layer)
    const hidden = fills
      .map((paint) => isImageOf(paint, imageHash) && paint.visible === false)
      .lastIndexOf(true)
    layer.fills = fills.flatMap((paint, at) =>
      at === hidden
        ? [{ ...paint, visible: true }]
        : at === hidden - 1 && isImageOf(paint, replacedHash)
          ? []
          : [paint]
    )
  }
}

/** The image stays in the document: should the editor crash while its original is looked at, it is not lost. */
function undoGrowthOf({ layer, index }: Shown, grown: Grown): (() => void) | null {
  return undoGrowth(layer, paintsHiding(paintsOf(layer), index, grown.relaid), grown)
}

function hideLayer(layer: SceneNode): () => void {
  const wasVisible = layer.visible
  layer.visible = false
  return () => {
    layer.visible = wasVisible
  }
}

function hidePaint({ layer, imageHash }: Shown): () => void {
  const isHidden = switchPaint(layer, imageHash, false)
  return () => {
    if (isHidden) {
      switchPaint(layer, imageHash, true)
    }
  }
}

/** Tells whether there was such a paint to be shown or hidden. */
function switchPaint(layer: PaintedLayer, imageHash: string, visible: boolean): boolean {
  if (layer.fills === figma.mixed) {
    return false
  }
  const { fills } = layer
  const index = fills
    .map((paint) => isImageOf(paint, imageHash) && (paint.visible !== false) !== visible)
    .lastIndexOf(true)
  if (index === -1) {
    return false
  }
  layer.fills = fills.map((paint, at) => (at === index ? { ...paint, visible } : paint))
  return true
}
