import { type JSX } from 'preact'
import type { AppModel } from '../model/app-model'
import type { Words } from '../words/words'
import { ExpandScreen } from './expand-screen'
import { SettingsScreen } from './settings-screen'
import { useAppState } from './use-app-state'

/** The window: one screen at a time. */
export function App({ model, words }: { model: AppModel; words: Words }): JSX.Element {
  const state = useAppState(model)
  return state.screen === 'settings' ? (
    <SettingsScreen model={model} state={state} words={words} />
  ) : (
    <ExpandScreen model={model} state={state} words={words} />
  )
}
