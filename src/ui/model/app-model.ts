import type { Caller } from '../../bridge/caller'
import type { Payload } from '../../bridge/protocol'
import { readStored } from '../../bridge/read-stored'
import type { Expansion } from '../../core/expansion/expansion'
import { withDuration } from '../../core/expansion/expected-time'
import type { Failure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import { createGrowthActions, type GrowthActions } from '../draft/growth-actions'
import { createJournal } from '../expansion/journal'
import { isPlaced, isRefusedKey, type Run } from '../expansion/run'
import { createRuns, type Runs } from '../expansion/runs'
import type { RunsPorts, RunsState } from '../expansion/runs-store'
import type { ThumbnailPorts } from '../expansion/thumbnails'
import { failureReport } from '../report/failure-report'
import { privateTextsIn } from '../report/private-texts'
import { type AppState, initialState } from '../state/app-state'
import { createStore, type Store } from '../state/store'
import { createDecisions, type DecisionActions } from './decision-actions'
import { createExpandActions, type ExpandActions, mostPrompts } from './expand-actions'
import { createFormActions, type FormActions } from './form-actions'
import { createRemembered, type RememberedActions, type RememberedPorts } from './remembered-actions'
import { createSelectionFollower, type SelectionActions } from './selection-actions'
import { createAccess, type CreateService } from './service-access'
import { createSettingsActions, type SettingsActions } from './settings-actions'
import { takeLaunch } from './take-launch'

export interface AppPorts
  extends
    Omit<RunsPorts, 'journal' | 'serviceAt'>,
    Pick<ThumbnailPorts, 'makeThumbnail'>,
    Pick<RememberedPorts, 'thumbnailOfFile'> {
  readonly call: Caller
  readonly createService: CreateService
  /** Puts a text on the clipboard. */
  readonly copyText: (text: string) => void
  readonly version: string
}

/** Everything that the window can do; holds no markup. */
export interface AppModel
  extends
    GrowthActions,
    SelectionActions,
    FormActions,
    ExpandActions,
    SettingsActions,
    RememberedActions,
    DecisionActions,
    Pick<
      Runs,
      | 'show'
      | 'lookAtOriginal'
      | 'placeApart'
      | 'dismiss'
      | 'dismissUndone'
      | 'dismissProblem'
      | 'cancel'
      | 'cancelWaiting'
      | 'cancelAll'
    > {
  readonly state: Pick<Store<AppState>, 'get' | 'subscribe'>
  /** Reads the settings, the key and the selection. */
  readonly start: () => Promise<void>
  readonly showScreen: (screen: AppState['screen']) => void
  /** Images of the runs have come to be in the document, or have gone from it. */
  readonly changeImages: (found: Payload<'images-changed'>) => void
  /** Shows a run of several in full; null: none of them. */
  readonly openRun: (runId: string | null) => void
  readonly copySeed: (seed: number) => void
  readonly copyFailure: (failure: Failure, expansion: Expansion | null) => void
  readonly dismissNews: () => void
  /** Makes the window so large, px; `isFinal`: for the next times too. */
  readonly resizeWindow: (size: Size, isFinal: boolean) => void
  readonly close: () => void
}

/** So many images of a session can be had again; more would only fill the memory. */
const mostPast = 50

export function createAppModel(ports: AppPorts): AppModel {
  const store = createStore(initialState)
  const { get, update } = store
  const { call } = ports

  let fileName = ''
  const access = createAccess(ports.createService)
  const journal = createJournal(call, ports.random, ports.epochMs, ({ name }) => {
    fileName = name
  })
  const selection = createSelectionFollower(ports, store)
  const { begin, hold, isHeld, isSelected, isAtRest, letRest, ...selectionActions } = selection
  const runs = createRuns(
    { ...ports, journal, serviceAt: access.serviceAt },
    runsStateOf(store, call, letRest, () => void remembered.recall())
  )
  const remembered = createRemembered({ ...ports, journal, access, runs }, store)
  const { recall, ask, ...rememberedActions } = remembered
  const settings = createSettingsActions(call, store, access)

  const resize = async (size: Size, isFinal: boolean): Promise<void> => {
    const resized = await call('resize-window', size)
    if (isFinal && resized.ok) {
      await call('write-stored', { name: 'window-size', value: resized.value })
    }
  }

  return {
    ...createGrowthActions(store),
    ...settings,
    ...selectionActions,
    ...createFormActions(store, settings, ports.random),
    ...rememberedActions,
    ...runs,
    ...createDecisions(runs, store, (expansion) => isSelected(expansion) && isAtRest()),
    ...createExpandActions(call, store, runs, selection, settings),
    state: store,

    saveKey: async (key) => {
      await settings.saveKey(key)
      // What another key was refused for has cost nothing, and is one press of Expand away.
      for (const run of get().runs.filter(isRefusedKey)) {
        runs.dismiss(run.runId)
      }
    },

    start: async () => {
      const [storedSettings, storedKey, found, launch, prompts, durations] = await Promise.all([
        readStored(call, 'settings'),
        readStored(call, 'key'),
        call('describe-selection', null),
        call('read-launch', null),
        readStored(call, 'prompts'),
        readStored(call, 'durations'),
        recall()
      ])
      access.take(storedKey.ok ? storedKey.value : null)
      update({
        hasKey: access.key() !== null,
        ...(prompts.ok ? { prompts: prompts.value.slice(0, mostPrompts) } : {}),
        ...(durations.ok ? { durations: durations.value } : {}),
        ...(storedSettings.ok
          ? { settings: storedSettings.value }
          : { settingsFailure: storedSettings.failure }),
        ...(found.ok
          ? { selection: get().selection ?? found.value }
          : { news: { kind: 'failed', failure: found.failure } })
      })
      if (launch.ok) {
        update(takeLaunch(launch.value, get()))
      }
      begin()
      if (!storedKey.ok) {
        update({ settingsFailure: storedKey.failure })
      }
      void ask()
    },

    showScreen: (screen) => {
      update({ screen, keyCheck: { kind: 'none' }, settingsFailure: null })
    },
    changeImages: (found) => {
      for (const image of found) {
        void runs.follow(image)
      }
    },
    lookAtOriginal: async (runId, isShown) => {
      hold(isHeld() || isShown)
      await runs.lookAtOriginal(runId, isShown)
      if (!isShown) {
        hold(false)
        const found = await call('describe-selection', null)
        if (found.ok) {
          selection.changeSelection(found.value)
        }
      }
    },
    openRun: (runId) => {
      update({ openRun: { kind: 'chosen', runId } })
    },
    copySeed: (seed) => {
      ports.copyText(String(seed))
    },
    copyFailure: (failure, expansion) => {
      const secrets = {
        key: access.key(),
        ...privateTextsIn({ state: get(), order: expansion, file: { name: fileName } })
      }
      ports.copyText(
        failureReport(failure, expansion, { version: ports.version, atMs: ports.epochMs(), secrets })
      )
    },
    dismissNews: () => {
      update({ news: null })
    },
    resizeWindow: (size, isFinal) => {
      void resize(size, isFinal)
    },
    close: () => {
      void call('close-plugin', null)
    }
  }
}

/** Where the runs are kept in the window's state, and what follows from what becomes of them. */
function runsStateOf(
  { get, update }: Store<AppState>,
  call: Caller,
  letRest: (expansion: Expansion) => void,
  onLeft: () => void
): RunsState {
  return {
    get: () => get().runs,
    set: (changed) => {
      const before = get().runs
      update({ runs: changed })
      const placed = changed.filter((run) => isJustPlaced(run, before))
      for (const { expansion: order } of placed.filter(
        ({ where }) => where === 'grown' || where === 'behind'
      )) {
        letRest(order)
      }
      if (placed.length > 0 && get().news?.kind === 'not-kept') {
        update({ news: null })
      }
    },
    onMade: (expansion, image) => {
      update({ past: [{ expansion, image, isKept: false }, ...get().past].slice(0, mostPast) })
    },
    onTimed: ({ plan }, ms) => {
      const durations = withDuration(get().durations, plan.kind, ms)
      update({ durations })
      void call('write-stored', { name: 'durations', value: durations })
    },
    onLeft
  }
}

function isJustPlaced(run: Run, before: readonly Run[]): boolean {
  const known = before.find(({ runId }) => runId === run.runId)
  return known !== undefined && !isPlaced(known) && isPlaced(run)
}
