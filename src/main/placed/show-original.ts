import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { errorMessage } from '../nodes/error-message'
import { isImageOf } from '../nodes/visible-paints'
import { findInSession, type PlacedImage } from './find-placed-image'
import { isSameValue } from './is-same-value'
import type { Change, Grown, PaintedLayer, Session } from './session'
import { paintsHiding, paintsOf, undoGrowth } from './undo-growth'

/**
 * Hides an image that was placed in this session, so that the original is visible, or shows it again. Both together leave the
 * document unchanged, without an undo step.
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
  const shown = run === undefined ? null : findInSession(runId, run)
  if (run === undefined || shown === null || session.hidden.has(runId)) {
    return succeed(null)
  }
  try {
    session.hidden.set(runId, hide(shown, run.change))
    return succeed(null)
  } catch (error) {
    return fail({ kind: 'cannot-write', detail: errorMessage(error) })
  }
}

/**
 * Shows all images that are hidden for a comparison: before anything that makes an undo step, which would record them as
 * hidden, and when the plugin closes.
 */
export function unhideImages(session: Session): void {
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
    // The layer was removed or refuses changes: nothing is left to show.
  }
}

/** Hides the image. Restores a grown layer's size too, since the paints beneath the image are stretched to the new one. */
function hide(shown: PlacedImage, change: Change): () => void {
  if (change.kind === 'new-layer') {
    return hideLayer(shown.layer)
  }
  if (paintsOf(shown.layer)[shown.index]?.visible === false) {
    // The designer has hidden it, or another window compares and will show it again.
    return () => undefined
  }
  if (change.kind === 'new-image') {
    return showReplaced(shown, change.replacedHash)
  }
  return (change.grown === null ? null : undoGrowthOf(shown, change.grown)) ?? hidePaint(shown)
}

/** Shows the replaced image beneath the hidden one during the comparison. */
function showReplaced({ layer, index }: PlacedImage, replacedHash: string): () => void {
  layer.fills = paintsOf(layer).flatMap((paint, at) =>
    at === index && paint.type === 'IMAGE'
      ? [
          { ...paint, imageHash: replacedHash },
          { ...paint, visible: false }
        ]
      : [paint]
  )
  return revealer(layer, index + 1, (paints, hiddenAt) =>
    paints.filter((paint, at) => at !== hiddenAt - 1 || !isImageOf(paint, replacedHash))
  )
}

/** Hides the paint instead of removing it, so that a crash during the comparison loses nothing. */
function undoGrowthOf({ layer, index }: PlacedImage, grown: Grown): (() => void) | null {
  const before = paintsOf(layer)
  const growAgain = undoGrowth(layer, paintsHiding(before, index, grown.relaid), grown)
  if (growAgain === null) {
    return null
  }
  const held = paintsOf(layer)
  return revealer(layer, index, (paints) => {
    growAgain()
    // Paints that somebody has added meanwhile stay.
    return paints.map((paint, at) => {
      const isSame = (each: Paint | undefined): boolean => isSameValue(each, paint)
      return before[isSame(held[at]) ? at : held.findIndex(isSame)] ?? paint
    })
  })
}

function hideLayer(layer: SceneNode): () => void {
  const wasVisible = layer.visible
  layer.visible = false
  return () => {
    layer.visible = wasVisible
  }
}

function hidePaint({ layer, index }: PlacedImage): () => void {
  layer.fills = paintsHiding(paintsOf(layer), index, [])
  return revealer(layer, index, (paints) => paints)
}

/**
 * Returns the function that shows the image hidden at `index` and corrects the other paints by `restore`, wherever they are by
 * then. It does nothing if an undo or another window has removed the image: the paints are already right.
 */
function revealer(
  layer: PaintedLayer,
  index: number,
  restore: (paints: readonly Paint[], hiddenAt: number) => readonly Paint[]
): () => void {
  const held = paintsOf(layer)
  return () => {
    const paints = paintsOf(layer)
    const hiddenAt = findHidden(paints, held, index)
    if (hiddenAt !== -1) {
      layer.fills = restore(
        paints.map((paint, at) => (at === hiddenAt ? { ...paint, visible: true } : paint)),
        hiddenAt
      )
    }
  }
}

/**
 * Finds the index of the hidden image among the present paints (`held`: the paints when it was hidden), or of an image that
 * another window has put into its paint since; -1 if there is neither.
 */
function findHidden(paints: readonly Paint[], held: readonly Paint[], index: number): number {
  const hidden = held[index]
  if (hidden?.type !== 'IMAGE' || hidden.imageHash === null) {
    return -1
  }
  const { imageHash } = hidden
  const own = paints.map((paint) => paint.visible === false && isImageOf(paint, imageHash))
  const isNew = (paint: Paint): boolean => !held.some((each) => isSameValue(each, paint))
  return own.includes(true)
    ? own.lastIndexOf(true)
    : paints.map((paint) => isNew(paint) && isSameValue({ ...paint, imageHash }, hidden)).lastIndexOf(true)
}
