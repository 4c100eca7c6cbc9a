import type { Payload, Reply } from '../../bridge/protocol'
import { recipeOf } from '../../core/expansion/recipe'
import type { Failure } from '../../core/failures'
import type { ReceivedResult } from './obtain-result'
import { isPlaced, madeOf, type Run, type Variation, type Where } from './run'
import { forgetTask, forgetUnnamed, keepTask, type RunContext } from './run-context'
import { expansionOf, type RunUpdates } from './run-updates'
import type { RunsPorts } from './runs-ports'

/** So much is read at a time, bytes: the window's thread does nothing else while it takes it over. */
const atOnce = 512 * 1024

/** What is done with a run's images in the document: one thing after the other, in the order of the calls. */
export interface RunImages {
  /** Puts a variant's image into the document, in the place of the run's other where there is one. */
  readonly show: (runId: string, id: number) => Promise<void>
  /** The same with its bytes, unless another variant's is there by then. */
  readonly showFirst: (runId: string, id: number, bytes: Uint8Array) => Promise<void>
  readonly lookAtOriginal: (runId: string, isShown: boolean) => Promise<void>
  readonly placeApart: (runId: string, id: number) => Promise<void>
  /** Tells whether the image stays; null where nothing was decided. */
  readonly keep: (runId: string) => Promise<boolean | null>
  /** Shows what has become of a run's image in the document, by undo, by redo or by hand. Nothing is placed. */
  readonly follow: (found: Payload<'images-changed'>[number]) => Promise<void>
  /** Takes an undone run off the list, and forgets the tasks that it has the images of. */
  readonly dismissUndone: (runId: string) => Promise<void>
  readonly discard: (runId: string) => Promise<Reply<'take-back'>['back'] | null>
}

export function createRunImages(
  { call, memory }: RunsPorts,
  contexts: ReadonlyMap<string, RunContext>,
  shelf: RunUpdates,
  leave: (runId: string) => void
): RunImages {
  const inTurn = (runId: string, act: (context: RunContext) => Promise<void>): Promise<void> => {
    const context = contexts.get(runId)
    if (context === undefined) {
      return Promise.resolve()
    }
    const done = context.work
      .then(() => act(context))
      .catch((error: unknown) => {
        shelf.setRun(runId, { problem: { kind: 'broken', detail: String(error) } })
      })
    context.work = done
    return done
  }

  const put = async (
    runId: string,
    id: number,
    context: RunContext,
    bytes: Uint8Array | null
  ): Promise<void> => {
    const run = shelf.run(runId)
    const variant = shelf.variant(runId, id)
    const made = madeOf(variant?.state)
    if (run === undefined || variant === undefined || made === null) {
      return
    }
    const before = run.variations.find((other) => other.id === run.shown && other.id !== id)
    shelf.setVariant(runId, id, { kind: 'working', stage: 'placing', percent: null })
    const refused = (failure: Failure): void => {
      shelf.setVariant(
        runId,
        id,
        before === undefined ? { kind: 'failed', failure, reached: made } : { kind: 'ready', made }
      )
      shelf.setRun(runId, { problem: before === undefined ? null : failure, ...withoutUndone(run, id) })
    }
    try {
      await place(run, variant, made, bytes, before, context, refused)
    } catch (error) {
      refused({ kind: 'broken', detail: String(error) })
    }
  }

  const place = async (
    run: Run,
    variant: Variation,
    made: ReceivedResult,
    bytes: Uint8Array | null,
    before: Variation | undefined,
    context: RunContext,
    refused: (failure: Failure) => void
  ): Promise<void> => {
    const { runId } = run
    const { id } = variant
    await keepReplaced(context, before)
    const { taskId } = made
    const placed = await call('place-result', {
      image: bytes ?? (await bytesOf(made.image)),
      placement: run.order.placement,
      recipe: recipeOf(expansionOf(run, variant), made.seam),
      runId,
      variant: id,
      task: taskId !== null && context.kept.has(taskId) ? taskId : null
    })
    if (!placed.ok) {
      refused(placed.failure)
      return
    }
    // The main thread has forgotten the task with placing its image.
    if (taskId !== null) {
      context.kept.delete(taskId)
    }
    const { where } = placed.value
    if (where === 'elsewhere') {
      shelf.setVariant(runId, id, { kind: 'elsewhere' })
      shelf.setRun(runId, withoutUndone(run, id))
      return
    }
    shelf.setVariant(runId, id, { kind: 'ready', made })
    shelf.setRun(runId, { ...shownAs(run, id, where), problem: null })
    await forgetUnnamed(context, id, memory)
    await keepSiblings(runId, context, made)
  }

  /** What is taken off the canvas is remembered again, before it is: it is paid for. */
  const keepReplaced = async (context: RunContext, before: Variation | undefined): Promise<void> => {
    const replaced = madeOf(before?.state)
    if (replaced?.taskId != null) {
      await keepTask(context, replaced.taskId, memory)
    }
    const note = before === undefined ? undefined : context.unnamed.get(before.id)
    if (note !== undefined) {
      await memory.noteUnnamed(note)
    }
  }

  /** A task with several images stays remembered for those that are not in the document. */
  const keepSiblings = async (
    runId: string,
    context: RunContext,
    { taskId }: ReceivedResult
  ): Promise<void> => {
    if (taskId !== null && hasSiblings(shelf.run(runId), taskId)) {
      await keepTask(context, taskId, memory)
    }
  }

  const forgetMade = async (run: Run, context: RunContext): Promise<void> => {
    const made = run.variations.flatMap(({ state }) => madeOf(state)?.taskId ?? [])
    for (const taskId of made.filter((id) => context.kept.has(id))) {
      await forgetTask(context, taskId, memory)
    }
  }

  const followTo = async (
    run: Run,
    { variant: id, where }: Payload<'images-changed'>[number] & { readonly kind: 'there' },
    context: RunContext
  ): Promise<void> => {
    const { runId } = run
    const made = shelf.made(runId, id)
    if (made === null || where === 'elsewhere' || (run.shown === id && isPlaced(run))) {
      return
    }
    shelf.setVariant(runId, id, { kind: 'ready', made })
    shelf.setRun(runId, shownAs(run, id, where))
    await keepReplaced(
      context,
      run.variations.find((other) => other.id === run.shown && other.id !== id)
    )
    await forgetUnnamed(context, id, memory)
    const { taskId } = made
    if (taskId !== null && context.kept.has(taskId) && !hasSiblings(run, taskId)) {
      await forgetTask(context, taskId, memory)
    }
  }

  return {
    show: (runId, id) => inTurn(runId, (context) => put(runId, id, context, null)),
    showFirst: (runId, id, bytes) =>
      inTurn(runId, async (context) => {
        if (shelf.run(runId)?.shown === null) {
          await put(runId, id, context, bytes)
        }
      }),
    lookAtOriginal: (runId, isShown) =>
      inTurn(runId, async () => {
        const shown = await call('show-original', { runId, isShown })
        shelf.setRun(runId, shown.ok ? { isOriginalShown: isShown } : { problem: shown.failure })
      }),
    placeApart: (runId, id) =>
      inTurn(runId, async (context) => {
        const run = shelf.run(runId)
        const made = shelf.made(runId, id)
        if (run === undefined || made === null) {
          return
        }
        shelf.setVariant(runId, id, { kind: 'working', stage: 'placing', percent: null })
        const image = await bytesOf(made.image)
        const { canvas } = run.order.plan
        const placed = await call('place-apart', { image, canvas, runId, variant: id })
        if (!placed.ok) {
          shelf.setVariant(runId, id, { kind: 'failed', failure: placed.failure, reached: made })
          return
        }
        shelf.setVariant(runId, id, { kind: 'ready', made })
        shelf.setRun(runId, { ...shownAs(run, id, 'apart'), problem: null })
        await forgetUnnamed(context, id, memory)
        if (made.taskId !== null) {
          await forgetTask(context, made.taskId, memory)
        }
      }),
    keep: async (runId) => {
      let isKept: boolean | null = null
      await inTurn(runId, async (context) => {
        const run = shelf.run(runId)
        if (run === undefined || run.shown === null) {
          return
        }
        const decided = await call('keep-result', { runId, variant: run.shown })
        if (!decided.ok) {
          shelf.setRun(runId, { problem: decided.failure })
          return
        }
        if (decided.value.isKept) {
          await forgetMade(run, context)
          leave(runId)
        }
        ;({ isKept } = decided.value)
      })
      return isKept
    },
    follow: (found) =>
      inTurn(found.runId, async (context) => {
        const run = shelf.run(found.runId)
        if (run !== undefined && found.kind === 'there') {
          await followTo(run, found, context)
        }
        if (run !== undefined && run.shown !== null && found.kind === 'gone') {
          shelf.setRun(run.runId, { undone: found.isBack ? 'whole' : 'image-only', isOriginalShown: false })
          await keepReplaced(
            context,
            run.variations.find(({ id }) => id === run.shown)
          )
        }
      }),
    dismissUndone: (runId) =>
      inTurn(runId, async (context) => {
        const run = shelf.run(runId)
        // Meanwhile it may have come back by redo: then it waits for a decision.
        if (run?.undone != null) {
          await forgetMade(run, context)
          await call('forget-image', { runId })
          leave(runId)
        }
      }),
    discard: async (runId) => {
      let back: Reply<'take-back'>['back'] | null = null
      await inTurn(runId, async (context) => {
        const taken = await call('take-back', { runId })
        if (!taken.ok) {
          shelf.setRun(runId, { problem: taken.failure })
          return
        }
        for (const taskId of [...context.kept]) {
          await forgetTask(context, taskId, memory)
        }
        leave(runId)
        ;({ back } = taken.value)
      })
      return back
    }
  }
}

/** A run that shows this variant's image in the document. */
function shownAs(run: Run, id: number, where: Where): Partial<Run> {
  return {
    shown: id,
    undone: null,
    where: where === 'replaced' && run.where !== null ? run.where : where,
    isOriginalShown: false
  }
}

/** A run whose undone image could not be placed again: it is one that was not placed. */
function withoutUndone({ shown, undone }: Run, id: number): Partial<Run> {
  return undone !== null && shown === id ? { shown: null, undone: null, where: null } : {}
}

/** Whether a task has brought other images of a run too. */
function hasSiblings(run: Run | undefined, taskId: string): boolean {
  const images = run?.variations.filter(({ state }) => madeOf(state)?.taskId === taskId) ?? []
  return images.length > 1
}

/** Reads a file, a piece at a time. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  for (let at = 0; at < file.size; at += atOnce) {
    bytes.set(new Uint8Array(await file.slice(at, at + atOnce).arrayBuffer()), at)
  }
  return bytes
}
