import type { Expansion } from '../../../src/core/expansion/expansion'
import type { Stage } from '../../../src/ui/expansion/expansion-types'
import type { AppState } from '../../../src/ui/state/app-state'
import { growing } from './base-states'
import { frozenAtMs } from './samples/frozen-time'
import { layerNames } from './samples/layer-names'
import type { Pictures } from './samples/pictures'
import { madeImage, orderFrom, runOf, withRuns } from './samples/sample-runs'

/** The percentage that the service gives in each stage: a new stage without a picture does not compile. */
const percents: Readonly<Record<Stage, number | null>> = {
  exporting: null,
  preparing: null,
  queued: null,
  sending: null,
  waiting: 37,
  receiving: null,
  placing: null
}

/** One run that is under way. */
export function runningStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const state = growing(pictures)
  const order = orderFrom(state)
  const stages = Object.entries(percents).map(([name, percent]): readonly [string, AppState] => {
    // The keys of the table are the stages.
    const stage = name as Stage
    const run =
      stage === 'placing'
        ? runOf(order, [{ kind: 'ready', image: madeImage(pictures, 0) }], { placing: 1 })
        : runOf(order, [{ kind: 'working', stage, percent }])
    return [`Running: ${name}`, withRuns(state, [run])]
  })
  const long = { ...order, name: layerNames.unbroken }
  const first = { kind: 'working', stage: 'waiting', percent: 0 } as const
  return {
    ...Object.fromEntries(stages),
    'Running: waiting for its turn': withRuns(state, [runOf(order, [{ kind: 'waiting' }])]),
    'Running: 0%': withRuns(state, [runOf(order, [first])]),
    'Running: a long name': withRuns(state, [runOf(long, [first])]),
    'Running: 4 variants, one ready': withRuns(state, [
      runOf(order, [
        { kind: 'ready', image: madeImage(pictures, 0) },
        { kind: 'working', stage: 'waiting', percent: 80 },
        { kind: 'working', stage: 'waiting', percent: 12 },
        { kind: 'waiting' }
      ])
    ]),
    'Running: 4 variants, the first is shown': withRuns(state, [
      runOf(
        order,
        [
          { kind: 'ready', image: madeImage(pictures, 0) },
          { kind: 'working', stage: 'waiting', percent: 80 },
          { kind: 'failed', failure: { kind: 'answer-lost' }, reached: { kind: 'nothing' } },
          { kind: 'waiting' }
        ],
        { shown: 1, where: 'grown' }
      )
    ]),
    ...learnedStates(state, order),
    'Running: another layer is selected': withRuns(growing(pictures, { nodeId: '7:7', name: 'Footer' }), [
      runOf(order, [first])
    ])
  }
}

/** Once it is known on this device how long a request takes: 25 s. */
function learnedStates(state: AppState, order: Expansion): Readonly<Record<string, AppState>> {
  const durations = { sides: [23_400], canvas: [23_400], link: [] }
  const learned = (stage: Stage, percent: number | null, sinceMs: number | null): AppState => {
    const run = runOf(order, [{ kind: 'working', stage, percent }])
    const variants = run.variations.map((variant) => ({
      ...variant,
      sentAtMs: sinceMs === null ? null : frozenAtMs - sinceMs
    }))
    return { ...withRuns(state, [{ ...run, variations: variants }]), durations }
  }
  return {
    'Running: usual time': learned('preparing', null, null),
    'Running: time left': learned('waiting', 37, 8_000),
    'Running: longer than usual': learned('waiting', 95, 40_000)
  }
}
