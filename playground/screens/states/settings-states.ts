import type { Settings } from '../../../src/core/settings'
import type { AppState } from '../../../src/ui/state/app-state'
import { withKey } from './base-states'
import { sampleFaults } from './samples/sample-failures'

/** The settings of every region: a new one without a picture does not compile. */
const regions: Readonly<Record<Settings['region'], Partial<Settings>>> = {
  global: {},
  china: {},
  own: { ownUrl: 'http://localhost:8787' }
}

/** The settings, the test of the key, and what can go wrong with them. */
export function settingsStates(): Readonly<Record<string, AppState>> {
  const state: AppState = { ...withKey, screen: 'settings' }
  const own: Settings = { ...state.settings, region: 'own' }
  const failed = (kind: 'wrong-key' | 'out-of-credits'): AppState => {
    const { failure } = sampleFaults[kind]
    return { ...state, keyCheck: { kind: 'failed', failure } }
  }
  return {
    'Settings: no key': { ...state, hasKey: false },
    ...Object.fromEntries(
      Object.entries(regions).map(([region, change]) => [
        `Settings: ${region}`,
        // The keys of the table are the regions.
        { ...state, settings: { ...state.settings, ...change, region: region as Settings['region'] } }
      ])
    ),
    'Settings: own URL, nothing typed': { ...state, settings: own },
    'Settings: own URL, not an address': { ...state, settings: { ...own, ownUrl: 'localhost:8787' } },
    'Key: being tested': { ...state, keyCheck: { kind: 'checking' } },
    'Key: saved': { ...state, keyCheck: { kind: 'saved' } },
    'Key: accepted': { ...state, keyCheck: { kind: 'accepted' } },
    'Key: refused': failed('wrong-key'),
    'Key: out of credits': failed('out-of-credits'),
    'Key: the service can’t be reached': {
      ...state,
      keyCheck: { kind: 'failed', failure: { kind: 'unreachable', sent: 'no' } }
    },
    'Settings: they could not be kept': { ...state, settingsFailure: sampleFaults['storage-failed'].failure },
    'Settings: Figma did not answer': {
      ...state,
      settingsFailure: { kind: 'no-answer', call: 'write-stored' }
    }
  }
}
