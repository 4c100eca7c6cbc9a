import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { errorMessage } from '../nodes/error-message'
import { isImageOf } from '../nodes/visible-paints'
import { findInSession, type PlacedImage, recordOn, replaceImage } from '../placed/find-placed-image'
import { noData, restoreLayerData } from '../placed/layer-data'
import type { Change, PlacedRun, Session } from '../placed/session'
import { unhideImages } from '../placed/show-original'
import { paintsBefore, paintsOf, undoGrowth } from '../placed/undo-growth'

type Back = Reply<'take-back'>['back']

/**
 * Removes an expansion's image that was placed in this session and restores the layer, wherever it is now. Returns
 * `image-only` if the layer was changed since and could not be restored. One undo step; changes nothing on failure.
 */
export function takeBack(
  { runId }: Params<'take-back'>,
  session: Session
): Outcome<Reply<'take-back'>, DocumentFailure> {
  const run = session.runs.get(runId)
  if (run === undefined || run.layer.removed) {
    session.cards.delete(runId)
    return succeed({ back: 'gone' })
  }
  unhideImages(session)
  figma.commitUndo()
  try {
    const back = changeBack(runId, run)
    figma.commitUndo()
    session.cards.delete(runId)
    return succeed({ back })
  } catch (error) {
    return fail({ kind: 'cannot-write', detail: errorMessage(error) })
  }
}

/** Writes everything synchronously; restores everything and throws if the platform refuses. */
function changeBack(runId: string, run: PlacedRun): Back {
  const { layer, change } = run
  const shown = findInSession(runId, run)
  switch (change.kind) {
    case 'new-layer':
      return shown === null ? 'gone' : removeLayer(run, shown, runId)
    case 'new-paint':
      return removePaint(run, shown, runId, change)
    case 'new-image':
      if (shown === null) {
        return 'gone'
      }
      replaceImage(shown, change.replacedHash)
      restoreLayerData(layer, runId, change.before)
      return 'whole'
  }
}

/** Removes the layer, or only the image if the designer has added paints to it since. */
function removeLayer(run: PlacedRun, shown: PlacedImage, runId: string): Back {
  const { layer } = shown
  const paints = paintsLeft(run, shown)
  if (paints.length === 0) {
    layer.remove()
    return 'whole'
  }
  layer.fills = paints
  restoreLayerData(layer, runId, noData)
  return 'image-only'
}

function removePaint(
  run: PlacedRun,
  shown: PlacedImage | null,
  runId: string,
  { grown, before }: Change & { readonly kind: 'new-paint' }
): Back {
  const { layer } = run
  // A layer that has the grown size without this expansion's data was undone and resized by hand.
  if (shown === null && recordOn(layer, runId) === null) {
    return 'gone'
  }
  const paints = paintsLeft(run, shown)
  const isWhole = grown !== null && undoGrowth(layer, paintsBefore(paints, grown.relaid), grown) !== null
  if (!isWhole) {
    if (shown === null) {
      return 'gone'
    }
    layer.fills = paints
  }
  restoreLayerData(layer, runId, before)
  return grown === null || isWhole ? 'whole' : 'image-only'
}

/**
 * Returns the paints without an expansion's image. If another window has replaced this window's image and compares with the
 * original, this window's image is visible beneath, and is removed too.
 */
function paintsLeft({ layer, imageHash }: PlacedRun, shown: PlacedImage | null): readonly Paint[] {
  const paints = paintsOf(layer)
  if (shown === null) {
    return paints
  }
  const isLent = paints[shown.index]?.visible === false && shown.imageHash !== imageHash
  return paints.filter((paint, at) => at !== shown.index && !(isLent && isImageOf(paint, imageHash)))
}
