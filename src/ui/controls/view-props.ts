import type { AppModel } from '../model/app-model'
import type { AppState } from '../state/app-state'
import type { Words } from '../words/words'

/** What every screen gets. */
export interface ViewProps {
  readonly model: AppModel
  readonly state: AppState
  readonly words: Words
}
