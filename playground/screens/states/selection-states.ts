import type { Obstacle } from '../../../src/core/plan/target'
import { type AppState, initialState } from '../../../src/ui/state/app-state'
import { growing, withKey } from './base-states'
import { layerNames } from './samples/layer-names'
import type { Pictures } from './samples/pictures'
import { blocked } from './samples/selections'

const { plain: name } = layerNames

/** One of every kind: a new obstacle without a picture does not compile. */
export const sampleObstacles: {
  readonly [Kind in Obstacle['kind']]: Extract<Obstacle, { readonly kind: Kind }>
} = {
  'nothing-selected': { kind: 'nothing-selected' },
  'several-selected': { kind: 'several-selected', count: 3 },
  'not-expandable': { kind: 'not-expandable', name, nodeType: 'SECTION' },
  hidden: { kind: 'hidden', name },
  empty: { kind: 'empty', name },
  masked: { kind: 'masked', name },
  'see-through': { kind: 'see-through', name },
  blended: { kind: 'blended', name },
  'inside-instance': { kind: 'inside-instance', name, instanceName: 'Product card' },
  'inside-boolean': { kind: 'inside-boolean', name },
  'fixed-variant': { kind: 'fixed-variant', name: 'Size=Large, State=Hover' },
  'no-frame-around': { kind: 'no-frame-around', name, parentType: 'PAGE' },
  'pattern-fill': { kind: 'pattern-fill', name },
  'styled-instance': { kind: 'styled-instance', name },
  'different-parents': { kind: 'different-parents' },
  'no-picture-inside': { kind: 'no-picture-inside', name },
  'picture-is-fill': { kind: 'picture-is-fill', name }
}

/** The modes in which the main thread finds obstacles of these kinds; the others are found in the sides mode. */
const ofFrameMode: readonly Obstacle['kind'][] = [
  'different-parents',
  'several-selected',
  'no-frame-around',
  'no-picture-inside',
  'picture-is-fill'
]

/** Before anything can be set: no key, no selection, or one that nothing can be done with. */
export function selectionStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  return {
    'First run: no key, nothing selected': { ...initialState, selection: withKey.selection },
    'First run: looking around without a key': {
      ...growing(pictures),
      hasKey: false,
      settings: { ...initialState.settings, isIntroduced: true }
    },
    Looking: { ...withKey, selection: null },
    ...Object.fromEntries(
      Object.values(sampleObstacles).map((obstacle) => [
        `Obstacle: ${obstacle.kind}`,
        obstacleState(obstacle, ofFrameMode.includes(obstacle.kind) ? 'frame' : 'sides')
      ])
    ),
    'Obstacle: a name of 200 characters': obstacleState(
      { kind: 'hidden', name: layerNames.unbroken },
      'sides'
    )
  }
}

function obstacleState(obstacle: Obstacle, chosenMode: 'frame' | 'sides'): AppState {
  return { ...withKey, selection: blocked(obstacle), chosenMode }
}
