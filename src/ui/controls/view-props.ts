import type { AppModel } from '../model/app-model'
import type { AppState } from '../state/app-state'
import type { Words } from '../words/words'

/** The properties of every screen. */
export interface ViewProps {
  readonly model: AppModel
  readonly state: AppState
  readonly words: Words
}
