import type { Payload, Reply } from '../../bridge/protocol'
import { recipeOf } from '../../core/expansion/recipe'
import type { FinishedImage } from './expansion-types'
import { isPlaced, madeOf, type Run } from './run'
import type { RunContext, RunsPorts, RunsStore } from './runs-store'

/** So much is read at a time, bytes: the window's thread does nothing else while it takes it over. */
const atOnce = 512 * 1024

/** What is done with a run's images in the document: one thing after the other, in the order of the calls. */
export interface RunDocument {
  /** Puts a variation's image into the document, in the place of the run's other where there is one. */
  readonly show: (runId: string, id: number) => Promise<void>
  /** Does the same with its bytes, unless another variation's is there by then. */
  readonly showFirst: (runId: string, id: number, bytes: Uint8Array | null) => Promise<void>
  readonly lookAtOriginal: (runId: string, isShown: boolean) => Promise<void>
  /** Puts an image whose layer cannot take it on the page as a layer of its own. */
  readonly placeApart: (runId: string, id: number) => Promise<void>
  /** Leaves what is shown in the document and lets go of the rest; tells whether it stays, null if nothing was decided. */
  readonly keep: (runId: string) => Promise<boolean | null>
  /** Shows what has become of a run's image in the document, by undo, by redo or by hand. Nothing is placed. */
  readonly follow: (found: Payload<'images-changed'>[number]) => Promise<void>
  /** Takes an undone run off the list, and settles the images that it has. */
  readonly dismissUndone: (runId: string) => Promise<void>
  /** Makes the document what it was and lets go of the images that there are; tells how much that was, null where it was not done. */
  readonly discard: (runId: string) => Promise<Reply<'take-back'>['back'] | null>
}

export function createRunDocument({ call, journal }: RunsPorts, store: RunsStore): RunDocument {
  const { run: runOf, dispatch, leave } = store

  const inTurn = (runId: string, act: (context: RunContext) => Promise<void>): Promise<void> => {
    const context = store.context(runId)
    if (context === undefined) {
      return Promise.resolve()
    }
    const done = context.work
      .then(() => act(context))
      .catch((error: unknown) => {
        const failure = { kind: 'broken', detail: String(error) } as const
        const placing = runOf(runId)?.placing ?? null
        dispatch(
          placing === null
            ? { kind: 'problem', runId, failure }
            : { kind: 'not-placed', runId, id: placing, failure }
        )
      })
    context.work = done
    return done
  }

  const place = async (
    runId: string,
    id: number,
    { accepted, resumed }: RunContext,
    bytes: Uint8Array | null
  ): Promise<void> => {
    const run = runOf(runId)
    const variation = store.variation(runId, id)
    const made = madeOf(variation?.state)
    if (run === undefined || variation === undefined || made === null) {
      return
    }
    const { entryId } = made.task
    dispatch({ kind: 'placing', runId, id })
    const placed = await call('place-result', {
      image: bytes ?? (await bytesOf(made.image)),
      ref: refOf(made),
      claim: !accepted.has(entryId) ? 'none' : resumed.has(entryId) ? 'resumed' : 'own',
      placement: run.expansion.placement,
      recipe: recipeOf({ ...run.expansion, seed: variation.seed }, made.seam),
      runId,
      variant: id
    })
    if (!placed.ok) {
      dispatch({ kind: 'not-placed', runId, id, failure: placed.failure })
      return
    }
    const { where } = placed.value
    dispatch(
      where === 'elsewhere' ? { kind: 'placed-elsewhere', runId, id } : { kind: 'placed', runId, id, where }
    )
  }

  /** What the designer has decided about need not be remembered: the images that the run has. */
  const settleMade = async (run: Run): Promise<void> => {
    for (const made of run.variations.flatMap(({ state }) => madeOf(state) ?? [])) {
      await journal.settle(made.task.entryId, made)
    }
  }

  return {
    show: (runId, id) => inTurn(runId, (context) => place(runId, id, context, null)),
    showFirst: (runId, id, bytes) =>
      inTurn(runId, async (context) => {
        if (runOf(runId)?.shown === null) {
          await place(runId, id, context, bytes)
        }
      }),
    lookAtOriginal: (runId, isShown) =>
      inTurn(runId, async () => {
        const shown = await call('show-original', { runId, isShown })
        dispatch(
          shown.ok
            ? { kind: 'original-shown', runId, isShown }
            : { kind: 'problem', runId, failure: shown.failure }
        )
      }),
    placeApart: (runId, id) =>
      inTurn(runId, async () => {
        const run = runOf(runId)
        const made = store.made(runId, id)
        if (run === undefined || made === null) {
          return
        }
        dispatch({ kind: 'placing', runId, id })
        const image = await bytesOf(made.image)
        const { canvas } = run.expansion.plan
        const ref = refOf(made)
        const placed = await call('place-apart', { image, ref, canvas, runId, variant: id })
        dispatch(
          placed.ok
            ? { kind: 'placed', runId, id, where: 'apart' }
            : { kind: 'not-placed', runId, id, failure: placed.failure }
        )
      }),
    keep: async (runId) => {
      let isKept: boolean | null = null
      await inTurn(runId, async () => {
        const run = runOf(runId)
        if (run === undefined || run.shown === null) {
          return
        }
        const decided = await call('keep-result', { runId, variant: run.shown })
        if (!decided.ok) {
          dispatch({ kind: 'problem', runId, failure: decided.failure })
          return
        }
        if (decided.value.isKept) {
          await settleMade(run)
          leave(runId)
        }
        ;({ isKept } = decided.value)
      })
      return isKept
    },
    follow: (found) =>
      inTurn(found.runId, () => {
        const run = runOf(found.runId)
        if (run !== undefined) {
          follow(run, found)
        }
        return Promise.resolve()
      }),
    dismissUndone: (runId) =>
      inTurn(runId, async () => {
        const run = runOf(runId)
        // Meanwhile it may have come back by redo: then it waits for a decision.
        if (run?.undone != null) {
          await settleMade(run)
          await call('forget-image', { runId })
          leave(runId)
        }
      }),
    discard: async (runId) => {
      let back: Reply<'take-back'>['back'] | null = null
      await inTurn(runId, async () => {
        const run = runOf(runId)
        const taken = await call('take-back', { runId })
        if (!taken.ok) {
          dispatch({ kind: 'problem', runId, failure: taken.failure })
          return
        }
        // What is not made yet was not looked at: it is remembered as canceled.
        if (run !== undefined) {
          await settleMade(run)
        }
        leave(runId)
        ;({ back } = taken.value)
      })
      return back
    }
  }

  function follow(run: Run, found: Payload<'images-changed'>[number]): void {
    const { runId } = run
    if (found.kind === 'gone') {
      dispatch({ kind: 'undone', runId, isBack: found.isBack })
      return
    }
    const { variant: id, where } = found
    const isKnown = run.shown === id && isPlaced(run)
    if (store.made(runId, id) !== null && where !== 'elsewhere' && !isKnown) {
      dispatch({ kind: 'placed', runId, id, where })
    }
  }
}

function refOf({ task, index, count }: FinishedImage): {
  readonly entryId: string
  readonly index: number
  readonly count: number
} {
  return { entryId: task.entryId, index, count }
}

/** Reads a file, a piece at a time. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  for (let at = 0; at < file.size; at += atOnce) {
    bytes.set(new Uint8Array(await file.slice(at, at + atOnce).arrayBuffer()), at)
  }
  return bytes
}
