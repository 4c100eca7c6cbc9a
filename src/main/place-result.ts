import type { Params, Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/failures'
import { succeed, type Outcome } from '../core/outcome'
import { canvasBox } from './canvas-box'
import { createFill, type ImageFill } from './create-fill'
import { imageSize } from './image-size'
import { inTurn } from './in-turn'
import { lookUpTarget } from './look-up-target'
import { placeRun } from './place-run'
import type { Session } from './session'
import { claimTask, endClaim } from './task-claim'
import { forgetTask } from './task-storage'

type Placed = Outcome<Reply<'place-result'>, DocumentFailure>

/**
 * Puts the image of a run where the placement says, or in the place of another image of the same run. Of a remembered task
 * it is placed by one window alone, and the task is forgotten with it. One undo step; on failure nothing is changed.
 */
export async function placeResult(params: Params<'place-result'>, session: Session): Promise<Placed> {
  const { task, image, placement } = params
  const created = createFill(image, placement.kind === 'view' ? imageSize(image) : canvasBox(placement))
  if (!created.ok) {
    return created
  }
  const place = (mayPlace: () => Promise<boolean>): Promise<Placed> =>
    placeAtTarget(params, created.value, session, mayPlace)
  if (task === null) {
    return place(always)
  }
  return inTurn(session.turns, task, async () => {
    // What this window has placed once, it may place again, though the task is forgotten by then.
    const isOwn = [...session.runs.values()].some(({ tasks }) => tasks.includes(task))
    const placed = await place(isOwn ? always : () => mayPlaceTask(task, session))
    await endTask(task, session, placed)
    return placed
  })
}

function always(): Promise<boolean> {
  return Promise.resolve(true)
}

/** A storage that fails must not keep an image that is paid for from being placed. */
async function mayPlaceTask(task: string, session: Session): Promise<boolean> {
  try {
    return await claimTask(task, session.id)
  } catch {
    return true
  }
}

async function endTask(task: string, session: Session, placed: Placed): Promise<void> {
  if (placed.ok && placed.value.where !== 'elsewhere') {
    await forgetTask({ taskId: task })
  }
  try {
    await endClaim(task, session.id)
  } catch {
    // It expires.
  }
}

async function placeAtTarget(
  params: Params<'place-result'>,
  fill: ImageFill,
  session: Session,
  mayPlace: () => Promise<boolean>
): Promise<Placed> {
  for (;;) {
    const target = await lookUpTarget(params.placement)
    if (!target.ok) {
      return target
    }
    if (!(await mayPlace())) {
      return succeed({ where: 'elsewhere' })
    }
    // Removed while it was waited for: then its page has to be looked up.
    if (target.value.node?.removed !== true && !target.value.page.removed) {
      return placeRun(params, fill, session, target.value)
    }
  }
}
