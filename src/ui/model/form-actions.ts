import { seedEnd, type TuningField } from '../../core/expansion/tuning'
import type { Side } from '../../core/geometry/insets'
import { defaultSettings } from '../../core/settings'
import { type AppState, initialState } from '../state/app-state'
import type { Store } from '../state/store'
import type { SettingsActions } from './settings-actions'

/** What is typed in the form beside the growth. */
export interface FormActions {
  readonly typeLink: (text: string) => void
  /** How far one side of a linked image grows, in per cent; or all of them. */
  readonly typeLinkSide: (side: Side | 'all', text: string) => void
  readonly typePrompt: (text: string) => void
  readonly typeTuning: (field: TuningField, text: string) => void
  /** Draws a seed, to keep it for the next press. */
  readonly rollSeed: () => void
  /** Leaves everything under Advanced to its defaults. */
  readonly resetTuning: () => void
}

/** `random` gives a number from 0 up to 1. */
export function createFormActions(
  { get, update }: Store<AppState>,
  { saveSettings }: Pick<SettingsActions, 'saveSettings'>,
  random: () => number
): FormActions {
  const typeTuning = (field: TuningField, text: string): void => {
    update({ tuningTexts: { ...get().tuningTexts, [field]: text } })
  }
  return {
    typeLink: (link) => {
      update({ link })
    },
    typeLinkSide: (side, text) => {
      update({
        linkTexts:
          side === 'all'
            ? { top: text, right: text, bottom: text, left: text }
            : { ...get().linkTexts, [side]: text }
      })
    },
    typePrompt: (prompt) => {
      update({ prompt })
    },
    typeTuning,
    rollSeed: () => {
      typeTuning('seed', String(Math.floor(random() * seedEnd)))
    },
    resetTuning: () => {
      update({ tuningTexts: initialState.tuningTexts, recipeSettings: null })
      const { isSingleRequest, maskIsInverted, matchSeam } = defaultSettings
      void saveSettings({ ...get().settings, isSingleRequest, maskIsInverted, matchSeam })
    }
  }
}
