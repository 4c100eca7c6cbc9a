import type { Caller } from '../../bridge/caller'
import type { Payload, Reply } from '../../bridge/protocol'
import { readStored } from '../../bridge/read-stored'
import type { Expansion } from '../../core/expansion/expansion'
import { type ExpansionDraft, isSameDraft } from '../../core/expansion/expansion-draft'
import { withDuration } from '../../core/expansion/expected-time'
import type { Recipe } from '../../core/expansion/recipe'
import { readTuning, seedEnd, type TuningField } from '../../core/expansion/tuning'
import type { Failure } from '../../core/failures'
import type { Side } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import type { Selection, SubjectContent } from '../../core/plan/target'
import { defaultSettings, serviceUrl } from '../../core/settings'
import { freeDrafts, subjectOf } from '../draft/expansion-drafts'
import { createGrowthActions, type GrowthActions, stateOfGrowth } from '../draft/growth-actions'
import {
  firstGrowth,
  growthOf,
  type GrowthSetting,
  growthSettingOf,
  isSetTo,
  noGrowth
} from '../draft/growth-setting'
import { type Draft, isNothing, readDraft } from '../draft/read-draft'
import { createJournal } from '../expansion/journal'
import { isOverForNothing, isPlaced, isRefusedKey, type Run } from '../expansion/run'
import { createRuns, type Runs } from '../expansion/runs'
import type { RunsPorts } from '../expansion/runs-store'
import { createThumbnails, type ThumbnailPorts, type ThumbnailSubject } from '../expansion/thumbnails'
import { failureReport } from '../report/failure-report'
import { privateTextsIn } from '../report/private-texts'
import { type AppState, initialState, type Mode, passes, type PastImage } from '../state/app-state'
import { createStore, type Store } from '../state/store'
import { createDecisions, type DecisionActions } from './decision-actions'
import { createRemembered, type RememberedActions, type RememberedPorts } from './remembered-actions'
import { createAccess, type CreateService } from './service-access'
import { createSettingsActions, type SettingsActions } from './settings-actions'

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
  readonly changeSelection: (selection: Selection) => void
  /** Images of the runs have come to be in the document, or have gone from it. */
  readonly changeImages: (found: Payload<'images-changed'>) => void
  readonly chooseMode: (mode: Mode) => void
  /** Chooses which layers of the frame are its picture, by their ids. */
  readonly chooseSubjects: (nodeIds: readonly string[]) => void
  /** Chooses what of a layer is sent. */
  readonly chooseContent: (kind: SubjectContent['kind']) => void
  readonly typeLink: (text: string) => void
  /** How far one side of a linked image grows, in per cent; or all of them. */
  readonly typeLinkSide: (side: Side | 'all', text: string) => void
  readonly typePrompt: (text: string) => void
  readonly typeTuning: (field: TuningField, text: string) => void
  /** Draws a seed, to keep it for the next press. */
  readonly rollSeed: () => void
  /** Leaves everything under Advanced to its defaults. */
  readonly resetTuning: () => void
  /** Starts an expansion of each target that is selected now: as many paid requests as the window says. */
  readonly expand: () => Promise<void>
  /** Asks for as many variants again, with new seeds. */
  readonly more: (runId: string) => void
  /** Goes on with a variant that failed or was cancelled; where nothing exists of it yet, by a new paid request. */
  readonly goOn: (runId: string, id: number) => void
  /** Takes the mask the other way round from now on, and sends the order again: one more paid request. */
  readonly tryOtherMaskReading: (runId: string) => Promise<void>
  /** Shows a run of several in full; null: none of them. */
  readonly openRun: (runId: string | null) => void
  /** Puts an image of this session on its layer again. */
  readonly placePast: (image: PastImage) => void
  readonly copySeed: (seed: number) => void
  readonly copyFailure: (failure: Failure, order: Expansion | null) => void
  readonly dismissNews: () => void
  /** Reads the selection again, after it could not be read. */
  readonly lookAgain: () => Promise<void>
  /** Goes back to the form with the prompt of a run that came to nothing. */
  readonly changePrompt: (runId: string) => void
  /** Makes the window so large, px; `isFinal`: for the next times too. */
  readonly resizeWindow: (size: Size, isFinal: boolean) => void
  readonly close: () => void
}

/** So many images of a session can be had again; more would only fill the memory. */
const mostPast = 50

/** Of a frame with more pictures than this, the window shows only where they are. */
const mostDrawn = 12

/** So many prompts are kept. */
const mostPrompts = 50

export function createAppModel(ports: AppPorts): AppModel {
  const store = createStore(initialState)
  const { get, update } = store
  const { call } = ports

  let isLooking = false
  let isHolding = false

  const access = createAccess(ports.createService)
  const currentUrl = (): string => serviceUrl(get().settings)

  let fileName = ''
  const journal = createJournal(call, ports.random, ports.epochMs, ({ name }) => {
    fileName = name
  })
  const isSelected = (order: Expansion): boolean =>
    get().selection?.each.some(({ nodeId }) => nodeId === subjectOf(order)) === true ||
    nodeOf(get().selection) === subjectOf(order)
  const isAtRest = (): boolean => isSetTo(get(), growthOf({ ...get(), ...noGrowth }))
  /** What has grown as it was set would grow once more by the same press: it rests until that is asked for. */
  const letRest = (order: Expansion): void => {
    const { growth } = order
    const rests = order.placement.kind === 'behind' || growth?.kind === 'sides'
    if (growth !== null && rests && isSelected(order) && isSetTo(get(), growth)) {
      update(noGrowth)
    }
  }
  const runs = createRuns(
    { ...ports, journal, serviceAt: access.serviceAt },
    {
      get: () => get().runs,
      set: (changed) => {
        const before = get().runs
        update({ runs: changed })
        const placed = changed.filter((run) => isJustPlaced(run, before))
        for (const { order } of placed.filter(({ where }) => where === 'grown' || where === 'behind')) {
          letRest(order)
        }
        if (placed.length > 0 && get().news?.kind === 'not-kept') {
          update({ news: null })
        }
      },
      onMade: (order, made) => {
        update({ past: [{ order, made, isKept: false }, ...get().past].slice(0, mostPast) })
      },
      onTimed: ({ plan }, ms) => {
        const durations = withDuration(get().durations, plan.kind, ms)
        update({ durations })
        void call('write-stored', { name: 'durations', value: durations })
      },
      onLeft: () => void remembered.recall()
    }
  )
  const decisions = createDecisions(runs, store, (order) => isSelected(order) && isAtRest())
  const remembered = createRemembered({ ...ports, journal, access, runs }, store)
  const settings = createSettingsActions(call, store, access)
  const growth = createGrowthActions(store)

  const wishThumbnail = createThumbnails(ports, (thumbnail) => {
    update({ thumbnail, isPictureComing: false })
  })
  const showPicture = (): void => {
    const wished = pictureIn(readDraft(get()))
    update({ isPictureComing: wished !== null })
    wishThumbnail(wished)
  }

  /** The layer that was selected alone last; what is set for the others holds again when they are. */
  let lastNode: string | null = null
  const growths = new Map<string, GrowthSetting>()
  const growthFor = (node: string | null): Partial<GrowthSetting> => {
    if (node === null || node === lastNode) {
      return {}
    }
    if (lastNode !== null) {
      growths.set(lastNode, growthSettingOf(get()))
      if (isAtRest()) {
        growths.delete(lastNode)
      }
    }
    lastNode = node
    return growths.get(node) ?? firstGrowth
  }
  const changeSelection = (selection: Selection): void => {
    // While an original is looked at, its layer is what it was before: the window goes on showing what is.
    if (isHolding) {
      return
    }
    const isSame = pictureOf(selection) === pictureOf(get().selection)
    const node = nodeOf(selection)
    const areOthers = selection.nodeIds.join() !== get().selection?.nodeIds.join()
    const isChanged = JSON.stringify(selection) !== JSON.stringify(get().selection)
    update({
      selection,
      ...growthFor(node),
      ...(isSame ? {} : { chosenSubjects: null }),
      ...(areOthers ? { isAsked: false } : {}),
      ...(endsRecipe(selection, get().recipeSettings) ? { recipeSettings: null } : {}),
      ...(isChanged && (node !== nodeOf(get().selection) || get().news?.kind === 'kept')
        ? { news: stillToTell(get().news) }
        : {})
    })
    showPicture()
  }

  const keepPrompt = async (): Promise<void> => {
    const prompt = get().prompt.trim()
    if (prompt !== '') {
      const prompts = [prompt, ...get().prompts.filter((other) => other !== prompt)].slice(0, mostPrompts)
      update({ prompts })
      await call('write-stored', { name: 'prompts', value: prompts })
    }
  }

  const resize = async (size: Size, isFinal: boolean): Promise<void> => {
    const resized = await call('resize-window', size)
    if (isFinal && resized.ok) {
      await call('write-stored', { name: 'window-size', value: resized.value })
    }
  }

  const typeTuning = (field: TuningField, text: string): void => {
    update({ tuningTexts: { ...get().tuningTexts, [field]: text } })
  }

  /** What came to nothing on these targets, and cost nothing, need not be told beside the next try. */
  const leaveEnded = (wishes: readonly ExpansionDraft[]): void => {
    const wanted = new Set(wishes.map(subjectOf))
    for (const run of get().runs) {
      if (wanted.has(subjectOf(run.order)) && isOverForNothing(run)) {
        runs.dismiss(run.runId)
      }
    }
  }

  const takeRecipe = (recipe: Recipe): void => {
    const { growth, content, prompt, tuning, maskIsInverted, matchSeam } = recipe
    const text = (value: number | null): string => (value === null ? '' : String(value))
    update({
      prompt,
      tuningTexts: {
        strength: text(tuning.strength),
        scale: text(tuning.scale),
        steps: text(tuning.steps),
        // With the same seed, the same image would be paid for again.
        seed: ''
      },
      chosenContent: content,
      chosenMode: growth === null ? 'frame' : 'sides',
      recipeSettings: { nodeId: layerOf(get().selection), maskIsInverted, matchSeam },
      ...(growth === null ? {} : stateOfGrowth(growth))
    })
  }

  const takeLaunch = ({ command, recipe }: Reply<'read-launch'>): void => {
    if (recipe !== null) {
      takeRecipe(recipe)
    } else if (command === 'again') {
      update({ news: { kind: 'no-recipe' } })
    } else if (command === 'fill') {
      update({ isAsked: true, chosenMode: 'frame' })
    }
  }

  return {
    ...growth,
    ...settings,
    placeRemembered: remembered.placeRemembered,
    discardRemembered: remembered.discardRemembered,
    rememberAgain: remembered.rememberAgain,
    forgetLost: remembered.forgetLost,
    ...runs,
    ...decisions,
    state: store,

    saveKey: async (key) => {
      await settings.saveKey(key)
      // What another key was refused for has cost nothing, and is one press of Expand away.
      for (const run of get().runs.filter(isRefusedKey)) {
        runs.dismiss(run.runId)
      }
    },

    start: async () => {
      const [storedSettings, storedKey, selection, launch, prompts, durations] = await Promise.all([
        readStored(call, 'settings'),
        readStored(call, 'key'),
        call('describe-selection', null),
        call('read-launch', null),
        readStored(call, 'prompts'),
        readStored(call, 'durations'),
        remembered.recall()
      ])
      access.take(storedKey.ok ? storedKey.value : null)
      update({
        hasKey: access.key() !== null,
        ...(prompts.ok ? { prompts: prompts.value.slice(0, mostPrompts) } : {}),
        ...(durations.ok ? { durations: durations.value } : {}),
        ...(storedSettings.ok
          ? { settings: storedSettings.value }
          : { settingsFailure: storedSettings.failure }),
        ...(selection.ok
          ? { selection: get().selection ?? selection.value }
          : { news: { kind: 'failed', failure: selection.failure } })
      })
      lastNode = nodeOf(get().selection)
      if (launch.ok) {
        takeLaunch(launch.value)
      }
      showPicture()
      if (!storedKey.ok) {
        update({ settingsFailure: storedKey.failure })
      }
      void remembered.ask()
    },

    showScreen: (screen) => {
      update({ screen, keyCheck: { kind: 'none' }, settingsFailure: null })
    },
    changeSelection,
    changeImages: (found) => {
      for (const image of found) {
        void runs.follow(image)
      }
    },
    chooseMode: (chosenMode) => {
      update({ chosenMode, thumbnail: null })
      showPicture()
    },
    chooseSubjects: (chosenSubjects) => {
      update({ chosenSubjects })
      showPicture()
    },
    chooseContent: (chosenContent) => {
      update({ chosenContent })
      showPicture()
    },
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
      typeTuning('seed', String(Math.floor(ports.random() * seedEnd)))
    },
    resetTuning: () => {
      update({ tuningTexts: initialState.tuningTexts, recipeSettings: null })
      const { isSingleRequest, maskIsInverted, matchSeam } = defaultSettings
      void settings.saveSettings({ ...get().settings, isSingleRequest, maskIsInverted, matchSeam })
    },

    expand: async () => {
      // What is shown while an original is looked at is not how the layer is at that moment.
      if (isLooking || isHolding) {
        return
      }
      const shown = freeDrafts(get())
      const { variants, requestCap } = get().settings
      isLooking = true
      const found = await call('describe-selection', null)
      isLooking = false
      if (!found.ok) {
        update({ news: { kind: 'failed', failure: found.failure } })
        return
      }
      // Its picture is made anew only where it is another.
      if (JSON.stringify(found.value) !== JSON.stringify(get().selection)) {
        changeSelection(found.value)
      }
      const wishes = freeDrafts(get())
      // What was pressed for is what was shown: whatever is another by now is only shown.
      const isSame =
        wishes.length === shown.length &&
        wishes.every((wish, index) => {
          const other = shown[index]
          return other !== undefined && isSameDraft(wish, other)
        })
      if (isSame && wishes.length > 0 && wishes.length * variants <= requestCap) {
        const read = readTuning(get().tuningTexts)
        update({ isAsked: false, news: null, openRun: { kind: 'awaited' } })
        leaveEnded(wishes)
        runs.start(wishes, { variants, baseUrl: currentUrl(), seed: read.ok ? read.value.seed : null })
        await keepPrompt()
      }
    },
    more: (runId) => {
      runs.more(runId, get().settings.variants)
    },
    goOn: (runId, id) => {
      runs.goOn(runId, id, currentUrl())
    },
    tryOtherMaskReading: async (runId) => {
      const order = get().runs.find((run) => run.runId === runId)?.order
      if (order === undefined) {
        return
      }
      const maskIsInverted = !order.maskIsInverted
      runs.dismiss(runId)
      runs.start([{ ...order, maskIsInverted }], { variants: 1, baseUrl: currentUrl(), seed: null })
      await settings.saveRequestSettings({ maskIsInverted })
    },
    lookAtOriginal: async (runId, isShown) => {
      isHolding ||= isShown
      await runs.lookAtOriginal(runId, isShown)
      if (!isShown) {
        isHolding = false
        const found = await call('describe-selection', null)
        if (found.ok) {
          changeSelection(found.value)
        }
      }
    },
    openRun: (runId) => {
      update({ openRun: { kind: 'chosen', runId } })
    },
    placePast: ({ order, made }) => {
      runs.showAgain(order, made, currentUrl())
      update({ screen: 'expand', news: stillToTell(get().news) })
    },
    copySeed: (seed) => {
      ports.copyText(String(seed))
    },
    copyFailure: (failure, order) => {
      const secrets = {
        key: access.key(),
        ...privateTextsIn({ state: get(), order, file: { name: fileName } })
      }
      ports.copyText(
        failureReport(failure, order, { version: ports.version, atMs: ports.epochMs(), secrets })
      )
    },
    dismissNews: () => {
      update({ news: null })
    },
    lookAgain: async () => {
      update({ news: null })
      const found = await call('describe-selection', null)
      if (found.ok) {
        changeSelection(found.value)
      } else {
        update({ news: { kind: 'failed', failure: found.failure } })
      }
    },
    changePrompt: (runId) => {
      const prompt = get().runs.find((run) => run.runId === runId)?.order.prompt
      runs.dismiss(runId)
      update({ prompt: prompt ?? get().prompt })
    },
    resizeWindow: (size, isFinal) => {
      void resize(size, isFinal)
    },
    close: () => {
      void call('close-plugin', null)
    }
  }
}

/** What was found of the frame and its picture: the user's own choice of layers holds as long as this does. */
function pictureOf(selection: Selection | null): string | null {
  return selection?.frame.kind === 'target'
    ? [selection.frame.target.nodeId, ...selection.frame.target.subjectIds].join()
    : null
}

function isJustPlaced(run: Run, before: readonly Run[]): boolean {
  const known = before.find(({ runId }) => runId === run.runId)
  return known !== undefined && !isPlaced(known) && isPlaced(run)
}

/** The layer that is selected; null where that is none, or several. */
function nodeOf(selection: Selection | null): string | null {
  return selection?.sides.kind === 'target' ? selection.sides.target.nodeId : null
}

/** The layer or frame that is selected; null if no id is known of it: none, several, or one that cannot be expanded. */
function layerOf(selection: Selection | null): string | null {
  const frame = selection?.frame
  return nodeOf(selection) ?? (frame?.kind === 'target' ? frame.target.nodeId : null)
}

/** Tells whether another layer than that of the recipe is selected, or none, or several. An obstacle may be of the same. */
function endsRecipe(selection: Selection, recipe: AppState['recipeSettings']): boolean {
  const layer = layerOf(selection)
  const isOther = layer !== null && layer !== recipe?.nodeId
  return isOther || selection.each.length > 0 || isNothing(selection)
}

/** What was told of one layer is of no use when another is selected; what went wrong is. */
function stillToTell(news: AppState['news']): AppState['news'] {
  return news === null || passes(news) || news.kind === 'no-recipe' ? null : news
}

/** What of a draft the window shows a picture of: what is sent. */
function pictureIn(draft: Draft): ThumbnailSubject | null {
  if (draft.kind === 'sides') {
    const { nodeId, width, height } = draft.target
    return { nodeId, width, height, layers: draft.content.layers }
  }
  if (draft.kind !== 'frame') {
    return null
  }
  const { nodeId, width, height, layers } = draft.target
  const pictures = layers.filter((layer) => draft.subjectIds.includes(layer.nodeId))
  return pictures.length === 0 || pictures.length > mostDrawn
    ? null
    : {
        nodeId,
        width,
        height,
        layers: pictures.map((picture) => ({
          source: { nodeId: picture.nodeId, content: 'everything' },
          imagePlace: picture.imagePlace
        }))
      }
}
