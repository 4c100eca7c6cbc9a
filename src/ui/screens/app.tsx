import './app.css'
import { type JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Settings } from '../../core/settings'
import { useAppState } from '../controls/use-app-state'
import type { ViewProps } from '../controls/view-props'
import { useLostFocus } from '../focus/focus-if-lost'
import { useEscape } from '../focus/use-escape'
import { useOpeningFocus } from '../focus/use-opening-focus'
import { useScreenFocus } from '../focus/use-screen-focus'
import type { AppModel } from '../model/app-model'
import type { Words } from '../words/words'
import { ExpandScreen } from './expand-screen'
import { HistoryScreen } from './history-screen'
import { SettingsScreen } from './settings-screen'
import { WindowCorner } from './window-corner'

/** The window, which shows one screen at a time. */
export function App({
  model,
  wordsFor
}: {
  readonly model: AppModel
  readonly wordsFor: (language: Settings['language']) => Words
}): JSX.Element {
  const state = useAppState(model)
  const words = wordsFor(state.settings.language)
  useEffect(() => {
    document.documentElement.lang = words.tag
    document.title = 'Full Bleed'
  }, [words])
  useScreenFocus(state)
  useOpeningFocus(state)
  useLostFocus()
  useEscape(model, state)
  return (
    <>
      <Screen model={model} state={state} words={words} />
      <WindowCorner label={words.window.corner} onSize={model.resizeWindow} />
    </>
  )
}

function Screen(props: ViewProps): JSX.Element {
  switch (props.state.screen) {
    case 'expand':
      return <ExpandScreen {...props} />
    case 'settings':
      return <SettingsScreen {...props} />
    case 'history':
      return <HistoryScreen {...props} />
  }
}
