import type { Expansion } from '../../../src/core/expansion/expansion'
import type { Run, VariationState } from '../../../src/ui/expansion/run'
import type { AppState } from '../../../src/ui/state/app-state'
import { growing } from './base-states'
import { layerNames } from './samples/layer-names'
import type { Pictures } from './samples/pictures'
import { sampleFaults } from './samples/sample-failures'
import { madeImage, orderFrom, runOf, withRuns } from './samples/sample-runs'

/** Several runs at once. */
export function queueStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const state = growing(pictures)
  const ready: VariationState = { kind: 'ready', image: madeImage(pictures, 0) }
  const working: VariationState = { kind: 'working', stage: 'waiting', percent: 64 }
  const failed: VariationState = { kind: 'failed', ...sampleFaults['too-many-requests'] }
  const cancelled: VariationState = { kind: 'cancelled', reached: { kind: 'nothing' }, mayBeCharged: false }
  const order = (number: number, name = `Slide ${number}`): Expansion =>
    orderFrom(state, { runId: `run-${number}`, name })
  const placed = (number: number): Run => runOf(order(number), [ready], { shown: 1, where: 'grown' })
  const mixed: readonly Run[] = Array.from({ length: 20 }, (_, index) => {
    const number = index + 1
    switch (index) {
      case 1:
        return runOf(order(number), [failed])
      case 3:
        return runOf(order(number, layerNames.unbroken), [failed, ready], { shown: 2, where: 'grown' })
      case 4:
        return runOf(order(number), [cancelled])
      case 5:
        return runOf(order(number), [{ kind: 'elsewhere' }])
      case 6:
        return runOf(order(number, layerNames.rightToLeft), [working])
      case 7:
        return runOf(order(number), [{ kind: 'working', stage: 'receiving', percent: null }])
      default:
        return index < 8 ? placed(number) : runOf(order(number), [{ kind: 'waiting' }])
    }
  })
  const ended = [placed(1), placed(2), placed(3)]
  return {
    'Queue: 2, one placed': withRuns(state, [placed(1), runOf(order(2), [working])]),
    'Queue: 2, both placed': withRuns(state, ended.slice(0, 2)),
    'Queue: 3, one undone': withRuns(state, [placed(1), { ...placed(2), undone: 'whole' }, placed(3)]),
    'Queue: 3, one undone and opened': withRuns(
      state,
      [placed(1), { ...placed(2), undone: 'whole' }, placed(3)],
      'run-2'
    ),
    'Queue: 2, one opened': withRuns(state, [placed(1), runOf(order(2), [working])], 'run-1'),
    'Queue: 3, one failed and opened': withRuns(
      state,
      [placed(1), runOf(order(2), [failed]), placed(3)],
      'run-2'
    ),
    'Queue: 20 of all kinds': withRuns(state, mixed),
    'Queue: 20, one opened that runs': withRuns(state, mixed, 'run-7'),
    'Queue: 20, one opened that is placed': withRuns(state, mixed, 'run-4')
  }
}
