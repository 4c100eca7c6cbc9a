import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { canvasBox } from '../place/canvas-box'
import { createFill, type ImageFill } from '../place/create-fill'
import { imageSize } from '../place/image-size'
import { lookUpTarget } from '../place/look-up-target'
import { writeResult } from '../place/write-result'
import type { Session } from '../placed/session'
import { lockTask, unlockTask } from '../storage/task-lock'
import { forgetTask } from '../storage/task-storage'

type Placed = Outcome<Reply<'place-result'>, DocumentFailure>

/**
 * Places an expansion's image, or replaces the expansion's earlier image. Only one window places the image of a remembered
 * task, and forgets the task with it. One undo step; changes nothing on failure.
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
    // This window may place its image again after the task was forgotten.
    const isOwn = [...session.runs.values()].some(({ tasks }) => tasks.includes(task))
    const placed = await place(isOwn ? always : () => mayPlaceTask(task, session))
    await endTask(task, session, placed)
    return placed
  })
}

function always(): Promise<boolean> {
  return Promise.resolve(true)
}

/** A failing storage must not prevent a paid image from being placed. */
async function mayPlaceTask(task: string, session: Session): Promise<boolean> {
  try {
    return await lockTask(task, session.id)
  } catch {
    return true
  }
}

async function endTask(task: string, session: Session, placed: Placed): Promise<void> {
  if (placed.ok && placed.value.where !== 'elsewhere') {
    await forgetTask({ taskId: task })
  }
  try {
    await unlockTask(task, session.id)
  } catch {
    // The lock expires by itself.
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
    // The layer was removed during the wait, so its page has to be looked up.
    if (target.value.node?.removed !== true && !target.value.page.removed) {
      return writeResult(params, fill, session, target.value)
    }
  }
}

/** Runs works of the same key one after the other. */
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
