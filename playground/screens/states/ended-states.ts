import type { VariationState, Where } from '../../../src/ui/expansion/run'
import type { AppState } from '../../../src/ui/state/app-state'
import { filling, growing, withKey } from './base-states'
import { layerNames } from './samples/layer-names'
import type { Pictures } from './samples/pictures'
import { madeImage, orderFrom, runOf, sampleTask, withRuns } from './samples/sample-runs'

/** How an image comes into the document: a new way without a picture does not compile. */
const ways: Readonly<Record<Where, true>> = {
  grown: true,
  filled: true,
  behind: true,
  'changed-meanwhile': true,
  replaced: true,
  beside: true,
  apart: true,
  'in-view': true
}

const free: VariationState = { kind: 'cancelled', reached: { kind: 'nothing' }, mayBeCharged: false }
const inDoubt: VariationState = { kind: 'cancelled', reached: { kind: 'nothing' }, mayBeCharged: true }
const charged: VariationState = {
  kind: 'cancelled',
  reached: { kind: 'task', ...sampleTask },
  mayBeCharged: true
}

const unnamed: VariationState = {
  kind: 'cancelled',
  reached: {
    kind: 'result',
    task: { ...sampleTask, taskId: null },
    taskId: null,
    index: 0,
    count: 1,
    image: { kind: 'base64', taskId: '', field: 'image', base64: '' }
  },
  mayBeCharged: true
}

/** One run that has come to something, or was cancelled. */
export function endedStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const state = growing(pictures)
  const order = orderFrom(state)
  const ready = { kind: 'ready', image: madeImage(pictures, 0) } as const
  const four = [0, 1, 2, 3].map((number) => ({ kind: 'ready', image: madeImage(pictures, number) }) as const)
  const nameless = { kind: 'ready', image: madeImage(pictures, 0, { taskId: null }) } as const
  const placed = runOf(order, [ready], { shown: 1, where: 'grown' })
  const judged = (change: Parameters<typeof madeImage>[2]): AppState =>
    withRuns(filling(), [
      runOf(orderFrom(filling()), [{ kind: 'ready', image: madeImage(pictures, 0, change) }], {
        shown: 1,
        where: 'filled'
      })
    ])
  return {
    ...Object.fromEntries(
      Object.keys(ways).map((way) => [
        `Placed: ${way}`,
        // The keys of the table are the ways.
        withRuns(state, [{ ...placed, where: way as Where }])
      ])
    ),
    'Placed: the layer rests': withRuns(
      { ...state, insetTexts: { top: '0', right: '0', bottom: '0', left: '0' } },
      [placed]
    ),
    'Placed: nothing is selected any more': withRuns(withKey, [placed]),
    'Placed: a name of 200 characters': withRuns(state, [
      { ...placed, expansion: { ...order, name: layerNames.unbroken } }
    ]),
    'Placed: no seam known': judged({ seam: null, verdict: null }),
    'Placed: the original was kept': judged({ verdict: 'kept' }),
    'Placed: the original was repainted': judged({ verdict: 'repainted' }),
    'Placed: all the same, the mask misread': judged({ verdict: 'mask-misread' }),
    'Placed: the seam was as good as it came': judged({
      seam: { before: { mean: 0.64, worst: 2 }, after: { mean: 0.6, worst: 2 } },
      verdict: 'kept'
    }),
    'Placed: a seam that is seen': judged({
      seam: { before: { mean: 11.3, worst: 30 }, after: { mean: 5.8, worst: 22 } },
      verdict: 'kept'
    }),
    'Variants: 4, the second is shown': withRuns(state, [
      runOf(order, [ready, ...four.slice(1)], { shown: 2, where: 'grown' })
    ]),
    'Variants: 8, the sixth is shown': withRuns({ ...state, settings: { ...state.settings, variants: 4 } }, [
      runOf(order, [ready, ...four.slice(1), ...four], { shown: 6, where: 'grown' })
    ]),
    'Variants: 12, the first is shown': withRuns(state, [
      runOf(order, [ready, ...four, ...four, ...four.slice(1)], { shown: 1, where: 'grown' })
    ]),
    'Variants: without thumbnails': withRuns(state, [
      runOf(order, [{ kind: 'ready', image: madeImage(pictures, 0, { thumbnail: null }) }, ready], {
        shown: 1,
        where: 'grown'
      })
    ]),
    'Variants: ready, failed, cancelled, elsewhere': withRuns(state, [
      runOf(
        order,
        [
          ready,
          {
            kind: 'failed',
            failure: { kind: 'too-many-requests', message: '' },
            reached: { kind: 'nothing' }
          },
          charged,
          { kind: 'elsewhere' }
        ],
        { shown: 1, where: 'grown' }
      )
    ]),
    'Variants: 4, only this window can place them': withRuns(state, [
      runOf(order, [nameless, nameless, nameless, nameless], { shown: 2, where: 'grown' })
    ]),
    'Variants: the original is held': withRuns(state, [
      runOf(order, [ready, ...four.slice(1)], { shown: 2, where: 'grown', isOriginalShown: true })
    ]),
    'Placed: the original is held': withRuns(state, [{ ...placed, isOriginalShown: true }]),
    Undone: withRuns(state, [{ ...placed, undone: 'whole' }]),
    'Undone: the image alone is gone': withRuns(state, [{ ...placed, undone: 'image-only' }]),
    'Undone: a name of 200 characters': withRuns(state, [
      { ...placed, undone: 'whole', expansion: { ...order, name: layerNames.unbroken } }
    ]),
    'Undone: one of 4 variants': withRuns(state, [
      runOf(order, [ready, ...four.slice(1)], { shown: 2, where: 'grown', undone: 'whole' })
    ]),
    'Undone: is placed again': withRuns(state, [
      runOf(order, [ready], {
        placing: 1,
        shown: 1,
        where: 'grown',
        undone: 'whole'
      })
    ]),
    'Problem: the image could not be taken back': withRuns(state, [
      {
        ...placed,
        problem: { kind: 'cannot-write', detail: 'in set_fills: This layer is locked by a branch' }
      }
    ]),
    'Problem: Figma did not answer': withRuns(state, [
      { ...placed, problem: { kind: 'no-answer', call: 'show-original' } }
    ]),
    'Cancelled: the answer is awaited': withRuns(state, [runOf(order, [{ kind: 'canceling' }])]),
    'Cancelled: nothing was sent': withRuns(state, [runOf(order, [free])]),
    'Cancelled: while it was sent': withRuns(state, [runOf(order, [inDoubt])]),
    'Cancelled: may be charged, the result can be had': withRuns(state, [runOf(order, [charged])]),
    'Cancelled: may be charged, the result can be had from this window alone': withRuns(state, [
      runOf(order, [unnamed])
    ]),
    'Cancelled: 4 variants, 3 of them charged': withRuns(state, [
      runOf(order, [charged, charged, inDoubt, free])
    ]),
    'Cancelled: one of 2, the other is shown': withRuns(state, [
      runOf(order, [ready, charged], { shown: 1, where: 'grown' })
    ]),
    'Done in another window': withRuns(state, [runOf(order, [{ kind: 'elsewhere' }])])
  }
}
