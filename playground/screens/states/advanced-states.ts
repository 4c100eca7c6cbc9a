import { type TuningField, tuningRanges } from '../../../src/core/expansion/tuning'
import type { AppState } from '../../../src/ui/state/app-state'
import { growing } from './base-states'
import { mapValues } from './samples/map-values'
import type { Pictures } from './samples/pictures'

/** How the service is to generate. The fields are seen where something is set in them. */
export function advancedStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const state = growing(pictures)
  const set = (tuningTexts: Partial<Record<TuningField, string>>): AppState => ({
    ...state,
    tuningTexts: { ...state.tuningTexts, ...tuningTexts }
  })
  const withSeed = set({ seed: '1804289383' })
  const tooMuch = mapValues(tuningRanges, ({ max }) => String(max + 1))
  return {
    'Advanced: a seed': withSeed,
    'Advanced: a seed, 4 variants': { ...withSeed, settings: { ...state.settings, variants: 4 } },
    'Advanced: everything set': set({ strength: '0.7', scale: '9', steps: '40', seed: '1804289383' }),
    'Advanced: one long answer, mask inverted, seam as it comes': {
      ...withSeed,
      settings: { ...state.settings, isSingleRequest: true, maskIsInverted: true, matchSeam: false }
    },
    ...Object.fromEntries(
      Object.entries(tooMuch).map(([field, text]) => [
        `Advanced: ${field} out of range`,
        set({ [field]: text })
      ])
    ),
    'Advanced: not a number': set({ strength: 'a lot' })
  }
}
