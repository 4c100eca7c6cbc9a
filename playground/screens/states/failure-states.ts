import type { AppState } from '../../../src/ui/state/app-state'
import { growing, withKey } from './base-states'
import { mapValues, named } from './samples/map-values'
import type { Pictures } from './samples/pictures'
import { type Fault, faultsAtOtherTimes, sampleFaults, wordyFaults } from './samples/sample-failures'
import { orderFrom, runOf, withRuns } from './samples/sample-runs'

/** The window after a failure of every kind, by kind. */
function faultStates(pictures: Pictures): Readonly<Record<keyof typeof sampleFaults, AppState>> {
  const state = growing(pictures)
  const failed = ({ failure, reached }: Fault): AppState => withFault(state, { failure, reached })
  const storageFailed = { ...state, settingsFailure: sampleFaults['storage-failed'].failure }
  const cancelled = withRuns(state, [
    runOf(orderFrom(state), [
      { kind: 'cancelled', reached: sampleFaults.cancelled.reached, mayBeCharged: true }
    ])
  ])
  return {
    ...mapValues(sampleFaults, failed),
    cancelled,
    'storage-failed': storageFailed
  }
}

/** Every failure, at a fitting moment, and several at once. */
export function failureStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const state = growing(pictures)
  const { reached, failure } = sampleFaults['answer-lost']
  const failed = { kind: 'failed', failure, reached } as const
  const order = orderFrom(state)
  return {
    ...named('Failure', faultStates(pictures)),
    ...Object.fromEntries(
      faultsAtOtherTimes.map(({ time, ...fault }) => [
        `Failure: ${fault.failure.kind}, ${time}`,
        withFault(state, fault)
      ])
    ),
    ...named(
      'Failure',
      mapValues(wordyFaults, (fault) => withFault(state, fault))
    ),
    'Failures: 4 variants of a run': withRuns(state, [runOf(order, [failed, failed, failed, failed])]),
    'Failure: nothing is selected any more': withRuns(withKey, [runOf(order, [failed])])
  }
}

function withFault(state: AppState, { failure, reached }: Fault): AppState {
  return withRuns(state, [runOf(orderFrom(state), [{ kind: 'failed', failure, reached }])])
}
