import type { AppModel } from '../../../src/ui/model/app-model'
import type { AppState } from '../../../src/ui/model/app-state'

const nothing = (): void => undefined
const nothingLater = (): Promise<void> => Promise.resolve()

/** A model that is always in the same state: all its calls do nothing. */
export function createStillModel(state: AppState): AppModel {
  return {
    state: { get: () => state, subscribe: () => nothing },
    start: nothingLater,
    showScreen: nothing,
    changeSelection: nothing,
    chooseMode: nothing,
    chooseSubjects: nothing,
    chooseContent: nothing,
    growTo: nothing,
    takeGrowth: nothing,
    typeInset: nothing,
    chooseShape: nothing,
    chooseSize: nothing,
    typeSize: nothing,
    chooseAnchor: nothing,
    typeLink: nothing,
    typeLinkSide: nothing,
    typePrompt: nothing,
    typeTuning: nothing,
    rollSeed: nothing,
    resetTuning: nothing,
    expand: nothingLater,
    more: nothing,
    goOn: nothing,
    tryOtherMaskReading: nothingLater,
    discard: nothingLater,
    dismiss: nothing,
    openRun: nothing,
    keepAll: nothingLater,
    discardAll: nothingLater,
    placeRemembered: nothing,
    discardRemembered: nothingLater,
    forgetCutOff: nothingLater,
    placePast: nothing,
    copySeed: nothing,
    copyFailure: nothing,
    dismissNews: nothing,
    lookAgain: nothingLater,
    dismissSettingsFailure: nothing,
    changePrompt: nothing,
    dismissProblem: nothing,
    resizeWindow: nothing,
    close: nothing,
    saveSettings: nothingLater,
    saveKey: nothingLater,
    removeKey: nothingLater,
    checkKey: nothingLater,
    show: nothingLater,
    lookAtOriginal: nothingLater,
    placeApart: nothingLater,
    keep: nothingLater,
    cancel: nothing,
    cancelWaiting: nothing,
    cancelAll: nothing
  }
}
