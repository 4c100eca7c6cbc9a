import type { Params, Reply } from '../../bridge/protocol'
import { imageKey, imageOfKey, type ImageRef } from '../../core/expansion/journal-entry'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { canvasBox } from '../place/canvas-box'
import { createFill, type ImageFill } from '../place/create-fill'
import { imageSize } from '../place/image-size'
import { lookUpTarget } from '../place/look-up-target'
import { writeResult } from '../place/write-result'
import { findPlacedImage } from '../placed/find-placed-image'
import { placedImageOf } from '../placed/placed-images'
import type { Session } from '../placed/session'
import { lockImage, unlockImage } from '../storage/image-lock'

type Placed = Outcome<Reply<'place-result'>, DocumentFailure>

/**
 * Puts an image where the placement says, or in the place of another image of the same run. It is placed by one window alone,
 * and the journal notes that it is in the document. One undo step; on failure nothing is changed.
 */
export async function placeResult(params: Params<'place-result'>, session: Session): Promise<Placed> {
  const { image, ref, placement } = params
  const created = createFill(image, placement.kind === 'view' ? imageSize(image) : canvasBox(placement))
  if (!created.ok) {
    return created
  }
  return inTurn(session.turns, imageKey(ref), () => placeOnce(params, created.value, session))
}

async function placeOnce(params: Params<'place-result'>, fill: ImageFill, session: Session): Promise<Placed> {
  const { ref, runId, claim } = params
  const key = imageKey(ref)
  const there = placedImageOf(session, runId) ?? (await imageOfEarlierWindow(params, session))
  const replaced = otherImage(there, key)
  // What is taken off the canvas is remembered before it is: it is paid for.
  if (replaced !== null) {
    await session.journal.mark(replaced, 'waiting')
  }
  // What this window has placed once, it may place again.
  const isOwn = claim === 'none' || session.runs.get(runId)?.tasks.includes(key) === true
  const placed = await placeAtTarget(params, fill, session, isOwn ? always : () => mayPlace(params, session))
  const isThere = placed.ok && placed.value.where !== 'elsewhere'
  const shown = isThere ? ref : replaced
  if (shown !== null) {
    await session.journal.mark(shown, 'placed')
  }
  try {
    await unlockImage(key, session.id)
  } catch {
    // It expires.
  }
  return placed
}

function otherImage(placed: ImageRef | null, key: string): ImageRef | null {
  return placed === null || imageKey(placed) === key ? null : placed
}

/** Returns the image of the run that is in the document since an earlier window; null where none is. */
async function imageOfEarlierWindow(
  { claim, placement, runId }: Params<'place-result'>,
  { runs }: Session
): Promise<ImageRef | null> {
  if (claim !== 'resumed') {
    return null
  }
  const target = await lookUpTarget(placement)
  const shown = target.ok
    ? findPlacedImage(runId, target.value.node, target.value.page, runs.get(runId))
    : null
  const [key] = shown?.tasks.slice(-1) ?? []
  return key === undefined ? null : imageOfKey(key)
}

function always(): Promise<boolean> {
  return Promise.resolve(true)
}

/** A storage that fails must not keep an image that is paid for from being placed. */
async function mayPlace({ ref, claim }: Params<'place-result'>, { id, journal }: Session): Promise<boolean> {
  const isResumed = claim === 'resumed'
  try {
    return await lockImage(imageKey(ref), id, {
      isResumed,
      isWaiting: () => journal.isWaiting(ref, isResumed)
    })
  } catch {
    return true
  }
}

async function placeAtTarget(
  params: Params<'place-result'>,
  fill: ImageFill,
  session: Session,
  mayPlaceNow: () => Promise<boolean>
): Promise<Placed> {
  for (;;) {
    const target = await lookUpTarget(params.placement)
    if (!target.ok) {
      return target
    }
    if (!(await mayPlaceNow())) {
      return succeed({ where: 'elsewhere' })
    }
    // Removed while it was waited for: then its page has to be looked up.
    if (target.value.node?.removed !== true && !target.value.page.removed) {
      return writeResult(params, fill, session, target.value)
    }
  }
}

/** Does work of the same key one after the other. */
async function inTurn<Result>(
  turns: Map<string, Promise<unknown>>,
  key: string,
  work: () => Promise<Result>
): Promise<Result> {
  const before = turns.get(key) ?? Promise.resolve()
  const turn = before.then(work, work)
  turns.set(key, turn)
  try {
    return await turn
  } finally {
    if (turns.get(key) === turn) {
      turns.delete(key)
    }
  }
}
