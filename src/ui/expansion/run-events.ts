import type { Failure } from '../../core/failures'
import type { ExpandEnd, FinishedImage, Stage } from './expansion-types'
import { isUnderWay, madeOf, type Run, type Variation, type Where } from './run'

/** What happens to runs. An event of a run or a variation that is not there any more changes nothing: answers come late. */
export type RunEvent =
  | { readonly kind: 'run-started'; readonly run: Run }
  | ({ readonly kind: 'variations-added'; readonly variations: readonly Variation[] } & OfRun)
  /** A press asks for something of the run, first of all for this variation. */
  | ({ readonly kind: 'pressed'; readonly atMs: number } & OfVariation)
  | ({ readonly kind: 'gone-on' } & OfVariation)
  | ({ readonly kind: 'progress'; readonly stage: Stage; readonly percent: number | null } & OfVariation)
  | ({ readonly kind: 'sent'; readonly atMs: number } & OfVariation)
  | ({ readonly kind: 'canceling' } & OfVariation)
  | ({
      readonly kind: 'finished'
      readonly image: FinishedImage
      readonly doubt: Failure | null
    } & OfVariation)
  | ({ readonly kind: 'ended'; readonly end: ExpandEnd } & OfVariation)
  | ({ readonly kind: 'placing' } & OfVariation)
  | ({ readonly kind: 'placed'; readonly where: Where } & OfVariation)
  | ({ readonly kind: 'not-placed'; readonly failure: Failure } & OfVariation)
  | ({ readonly kind: 'placed-elsewhere' } & OfVariation)
  /** The image that is shown has gone from the document, by undo or by hand. */
  | ({ readonly kind: 'undone'; readonly isBack: boolean } & OfRun)
  | ({ readonly kind: 'original-shown'; readonly isShown: boolean } & OfRun)
  | ({ readonly kind: 'problem'; readonly failure: Failure | null } & OfRun)
  | ({ readonly kind: 'left' } & OfRun)

interface OfRun {
  readonly runId: string
}

interface OfVariation extends OfRun {
  readonly id: number
}

/** Returns the list of runs after an event. */
export function reduceRuns(runs: readonly Run[], event: RunEvent): readonly Run[] {
  switch (event.kind) {
    case 'run-started':
      return [...runs, event.run]
    case 'left':
      return runs.filter(({ runId }) => runId !== event.runId)
    default:
      return runs.map((run) => (run.runId === event.runId ? reduceRun(run, event) : run))
  }
}

type OwnEvent = Exclude<RunEvent, { readonly kind: 'run-started' | 'left' }>

function reduceRun(run: Run, event: OwnEvent): Run {
  switch (event.kind) {
    case 'variations-added':
      return { ...run, variations: [...run.variations, ...event.variations] }
    case 'pressed':
      return isUnderWay(run) ? run : { ...run, startedAtMs: event.atMs, startedAtId: event.id }
    case 'gone-on':
      return withVariation(run, event.id, { state: { kind: 'waiting' }, sentAtMs: null })
    case 'progress': {
      const { stage, percent } = event
      return withVariation(run, event.id, { state: { kind: 'working', stage, percent } })
    }
    case 'sent':
      return withVariation(run, event.id, { sentAtMs: event.atMs })
    case 'canceling':
      return withVariation(run, event.id, { state: { kind: 'canceling' } })
    case 'finished':
      return withVariation(run, event.id, { state: finishedState(event.image, event.doubt) })
    case 'ended':
      return withVariation(run, event.id, { state: event.end })
    case 'undone':
      return run.shown === null
        ? run
        : { ...run, undone: event.isBack ? 'whole' : 'image-only', isOriginalShown: false }
    case 'original-shown':
      return { ...run, isOriginalShown: event.isShown }
    case 'problem':
      return { ...run, problem: event.failure }
    default:
      return reducePlacing(run, event)
  }
}

type PlacingEvent = Extract<
  OwnEvent,
  { readonly kind: 'placing' | 'placed' | 'not-placed' | 'placed-elsewhere' }
>

function reducePlacing(run: Run, event: PlacingEvent): Run {
  const { id } = event
  const made = madeOf(run.variations.find((variation) => variation.id === id)?.state)
  switch (event.kind) {
    case 'placing':
      return made === null
        ? run
        : withVariation({ ...run, placing: id }, id, { state: { kind: 'ready', image: made } })
    case 'placed':
      return made === null
        ? run
        : {
            ...withVariation(run, id, { state: { kind: 'ready', image: made } }),
            placing: null,
            shown: id,
            undone: null,
            where: event.where === 'replaced' && run.where !== null ? run.where : event.where,
            isOriginalShown: false,
            problem: null
          }
    case 'not-placed': {
      const { failure } = event
      const isOther = run.shown !== null && run.shown !== id
      const state =
        made === null || isOther
          ? {}
          : { state: { kind: 'failed', failure, reached: imageReached(made) } as const }
      return {
        ...withVariation(withoutUndone(run, id), id, state),
        placing: null,
        problem: isOther ? failure : null
      }
    }
    case 'placed-elsewhere':
      return { ...withVariation(withoutUndone(run, id), id, { state: { kind: 'elsewhere' } }), placing: null }
  }
}

function finishedState(image: FinishedImage, doubt: Failure | null): Variation['state'] {
  return doubt === null
    ? { kind: 'ready', image: image }
    : { kind: 'failed', failure: doubt, reached: imageReached(image) }
}

function imageReached(image: FinishedImage): { readonly kind: 'image' } & FinishedImage {
  return { ...image, kind: 'image' }
}

function withVariation(run: Run, id: number, change: Partial<Variation>): Run {
  return {
    ...run,
    variations: run.variations.map((variation) =>
      variation.id === id ? { ...variation, ...change } : variation
    )
  }
}

/** A run whose undone image could not be placed again is one that was not placed. */
function withoutUndone(run: Run, id: number): Run {
  return run.undone !== null && run.shown === id ? { ...run, shown: null, undone: null, where: null } : run
}
