import type { Params, Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/document-failure'
import { fail, succeed, type Outcome } from '../core/outcome'
import { documentError } from './document-error'
import { findPlaced, keptOn, type Shown } from './find-shown'
import { noData, restoreLayerData } from './layer-data'
import { replaceImage } from './replace-image'
import type { Change, PaintedLayer, PlacedRun, Session } from './session'
import { showImagesAgain } from './show-original'
import { paintsOf, paintsWithout, undoGrowth } from './undo-growth'

type Back = Reply<'take-back'>['back']

/**
 * Takes the image of a run away that this run of the plugin has placed, and makes the layer what it was, wherever it is
 * by now: `image-only` where it could not, because the layer was changed since. One undo step; on failure nothing is
 * changed.
 */
export function takeBack(
  { runId }: Params<'take-back'>,
  session: Session
): Outcome<Reply<'take-back'>, DocumentFailure> {
  const run = session.runs.get(runId)
  if (run === undefined || run.layer.removed) {
    return succeed({ back: 'gone' })
  }
  showImagesAgain(session)
  figma.commitUndo()
  try {
    const back = changeBack(runId, run)
    figma.commitUndo()
    return succeed({ back })
  } catch (error) {
    return fail({ kind: 'cannot-write', detail: documentError(error) })
  }
}

/** Writes everything at once, or throws with everything as it was. */
function changeBack(runId: string, run: PlacedRun): Back {
  const { layer, change } = run
  const shown = findPlaced(runId, run)
  switch (change.kind) {
    case 'new-layer':
      return shown === null ? 'gone' : removeLayer(shown, runId)
    case 'new-paint':
      return removePaint(layer, shown?.index ?? null, runId, change)
    case 'new-image':
      if (shown === null) {
        return 'gone'
      }
      replaceImage(shown, change.replacedHash)
      restoreLayerData(layer, runId, change.before)
      return 'whole'
  }
}

/** Whatever a designer has painted on the layer since is theirs. */
function removeLayer({ layer, index }: Shown, runId: string): Back {
  const paints = paintsOf(layer)
  if (paints.length === 1) {
    layer.remove()
    return 'whole'
  }
  layer.fills = paints.filter((_, at) => at !== index)
  restoreLayerData(layer, runId, noData)
  return 'image-only'
}

function removePaint(
  layer: PaintedLayer,
  index: number | null,
  runId: string,
  { grown, before }: Change & { readonly kind: 'new-paint' }
): Back {
  // A layer that is as large as it grew, but not by this run any more, was undone and made so by hand.
  if (index === null && keptOn(layer, runId) === null) {
    return 'gone'
  }
  const isWhole =
    grown !== null && undoGrowth(layer, paintsWithout(paintsOf(layer), index, grown.relaid), grown) !== null
  if (!isWhole) {
    if (index === null) {
      return 'gone'
    }
    layer.fills = paintsWithout(paintsOf(layer), index, [])
  }
  restoreLayerData(layer, runId, before)
  return grown === null || isWhole ? 'whole' : 'image-only'
}
