import type { AppState } from '../../../src/ui/state/app-state'
import { advancedStates } from './advanced-states'
import { endedStates } from './ended-states'
import { failureStates } from './failure-states'
import { frameStates } from './frame-states'
import { historyStates } from './history-states'
import { linkStates } from './link-states'
import { queueStates } from './queue-states'
import { rememberedStates } from './remembered-states'
import { runningStates } from './running-states'
import type { Pictures } from './samples/pictures'
import { selectionStates } from './selection-states'
import { settingsStates } from './settings-states'
import { severalStates } from './several-states'
import { sidesStates } from './sides-states'

/** Every screen and state of the window, by the name of its picture, in the order in which they are looked at. */
export function allStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  return {
    ...selectionStates(pictures),
    ...linkStates(pictures),
    ...sidesStates(pictures),
    ...advancedStates(pictures),
    ...frameStates(),
    ...severalStates(),
    ...runningStates(pictures),
    ...endedStates(pictures),
    ...failureStates(pictures),
    ...queueStates(pictures),
    ...rememberedStates(pictures),
    ...historyStates(pictures),
    ...settingsStates()
  }
}
