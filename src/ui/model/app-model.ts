import type { Caller } from '../../bridge/caller'
import type { Reply } from '../../bridge/protocol'
import { evenPercent } from '../../core/even-growth'
import { withDuration } from '../../core/expected-time'
import type { Failure } from '../../core/failure'
import type { Anchor, Growth } from '../../core/growth'
import type { Insets, Side } from '../../core/insets'
import type { Order } from '../../core/order'
import { ratios } from '../../core/ratios'
import type { Recipe } from '../../core/recipe'
import { defaultSettings, serviceUrl, type Settings } from '../../core/settings'
import type { Selection, SubjectContent } from '../../core/target'
import { readTuning, seedEnd, type TuningField } from '../../core/tuning'
import type { Size } from '../../core/size'
import { isSameWish, type Wish } from '../../core/wish'
import type { ServiceClient } from '../../service/service-client'
import { initialState, type AppState, type Mode, type PastImage } from './app-state'
import { failureReport } from './failure-report'
import { readDraft, type Draft } from './read-draft'
import { isOverForNothing } from './run'
import { createRuns, type Runs } from './runs/runs'
import type { RunsPorts } from './runs/runs-ports'
import { draggedTexts, shownGrowth } from './shown-growth'
import { createStore, type Store } from './store'
import { createTaskMemory, type RememberedTask } from './task-memory'
import { createThumbnails, type ThumbnailSubject } from './thumbnails'
import { freeWishes, subjectOf } from './wishes-of'

export interface AppPorts extends Omit<RunsPorts, 'memory' | 'serviceAt'> {
  readonly call: Caller
  readonly createService: (access: { readonly baseUrl: string; readonly key: string }) => ServiceClient
  /** Puts a text on the clipboard. */
  readonly copyText: (text: string) => void
  readonly version: string
}

/** Everything that the window can do; holds no markup. */
export interface AppModel extends Pick<
  Runs,
  | 'show'
  | 'lookAtOriginal'
  | 'placeApart'
  | 'keep'
  | 'dismiss'
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
  readonly chooseMode: (mode: Mode) => void
  /** Chooses which layers of the frame are its picture, by their ids. */
  readonly chooseSubjects: (nodeIds: readonly string[]) => void
  /** Chooses what of a layer is sent. */
  readonly chooseContent: (kind: SubjectContent['kind']) => void
  /** Grows by these insets from now on, in document units. */
  readonly growTo: (insets: Insets) => void
  /** Takes a growth as it was set before. */
  readonly takeGrowth: (growth: Growth) => void
  readonly typeInset: (side: Side, text: string) => void
  /** Grows to a shape: a name of `core/ratios`, or `original` for the layer's own. */
  readonly chooseShape: (name: string) => void
  readonly typeSize: (axis: 'width' | 'height', text: string) => void
  readonly chooseSize: (size: Size) => void
  readonly chooseAnchor: (anchor: Anchor) => void
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
  readonly discard: (runId: string) => Promise<void>
  readonly openRun: (runId: string | null) => void
  /** Keeps what every run shows; those that have come to nothing stay on the list. */
  readonly keepAll: () => Promise<void>
  /** Gets the image of a remembered task and places it. Nothing is paid for. */
  readonly placeRemembered: (taskId: string) => void
  /** Forgets a remembered task, with its image. */
  readonly discardRemembered: (taskId: string) => Promise<void>
  /** Takes note of a request whose answer never came. */
  readonly forgetCutOff: (id: string) => Promise<void>
  /** Puts an image of this session on its layer again. */
  readonly placePast: (image: PastImage) => void
  readonly copySeed: (seed: number) => void
  readonly copyFailure: (failure: Failure, order: Order | null) => void
  readonly dismissNews: () => void
  /** Reads the selection again, after it could not be read. */
  readonly lookAgain: () => Promise<void>
  readonly dismissSettingsFailure: () => void
  /** Goes back to the form with the prompt of a run that came to nothing. */
  readonly changePrompt: (runId: string) => void
  /** Makes the window so large, px; `isFinal`: for the next times too. */
  readonly resizeWindow: (size: Size, isFinal: boolean) => void
  readonly close: () => void
  readonly saveSettings: (settings: Settings) => Promise<void>
  readonly saveKey: (key: string) => Promise<void>
  readonly removeKey: () => Promise<void>
  readonly checkKey: () => Promise<void>
}

/** So many images of a session can be had again; more would only fill the memory. */
const mostPast = 50

const centred: Anchor = { across: 'middle', down: 'middle' }

/** Of a frame with more pictures than this, the window shows only where they are. */
const mostDrawn = 12

/** So many prompts are kept. */
const mostPrompts = 50

export function createAppModel(ports: AppPorts): AppModel {
  const store = createStore(initialState)
  const { get, update } = store
  const { call } = ports

  /** The key is kept out of the state, so that nothing that shows or reports the state can hold it. */
  let key: string | null = null
  let isLooking = false
  let isHolding = false

  const serviceAt = (baseUrl: string): ServiceClient | null =>
    key === null ? null : ports.createService({ baseUrl, key })
  const currentUrl = (): string => serviceUrl(get().settings)

  const memory = createTaskMemory(call, ports.epochMs, ports.random)
  const recall = async (): Promise<void> => {
    const recalled = await memory.recall()
    const known = new Map(get().remembered.map(({ record, found }) => [record.taskId, found]))
    update({
      remembered: recalled
        .filter(({ record }) => !runs.hasTask(record.taskId))
        .map((task) => ({ ...task, found: known.get(task.record.taskId) ?? null }))
    })
  }
  /** A request whose answer another window may still be waiting for is looked at again when that is over. */
  let callOffLook = (): void => undefined
  const recallCutOff = async (): Promise<void> => {
    const { cutOff, againInMs } = await memory.recallCutOff()
    update({ cutOff })
    callOffLook()
    if (againInMs !== null) {
      callOffLook = ports.clock.after(againInMs, () => void recallCutOff())
    }
  }
  /** Asks the service how far the remembered tasks of this file are: a query costs nothing. */
  const askForRemembered = async (): Promise<void> => {
    for (const { record, hope } of get().remembered) {
      const { taskId } = record
      const client = hope === 'here' ? serviceAt(record.serviceUrl) : null
      const found = client === null ? null : foundIn(await client.query(taskId))
      update({
        remembered: get().remembered.map((task) =>
          task.record.taskId === taskId ? { ...task, found: found ?? task.found } : task
        )
      })
    }
  }
  const runs = createRuns(
    { ...ports, memory, serviceAt },
    {
      get: () => get().runs,
      set: (changed) => {
        update({ runs: changed })
      },
      onMade: (order, made) => {
        update({ past: [{ order, made }, ...get().past].slice(0, mostPast) })
      },
      onTimed: ({ plan }, ms) => {
        const durations = withDuration(get().durations, plan.kind, ms)
        update({ durations })
        void call('write-durations', durations)
      },
      onLeft: () => void recall()
    }
  )

  const wishThumbnail = createThumbnails(ports, (thumbnail) => {
    update({ thumbnail, isPictureComing: false })
  })
  const showPicture = (): void => {
    const wished = pictureIn(readDraft(get()))
    update({ isPictureComing: wished !== null })
    wishThumbnail(wished)
  }

  const changeSelection = (selection: Selection): void => {
    // While an original is looked at, its layer is what it was before: the window goes on showing what is.
    if (isHolding) {
      return
    }
    const isSame = pictureOf(selection) === pictureOf(get().selection)
    update({
      selection,
      ...(isSame ? {} : { chosenSubjects: null }),
      ...(nodeOf(selection) === nodeOf(get().selection) ? {} : { news: stillToTell(get().news) })
    })
    showPicture()
  }

  const saveSettings = async (settings: Settings): Promise<void> => {
    update({ settings, keyCheck: { kind: 'none' } })
    const written = await call('write-settings', settings)
    update({ settingsFailure: written.ok ? null : written.failure })
  }

  const keepKey = async (newKey: string | null): Promise<void> => {
    key = newKey
    update({
      hasKey: newKey !== null,
      keyCheck: { kind: newKey === null ? 'none' : 'saved' },
      isKeyNew: newKey !== null
    })
    const written = await call('write-key', newKey)
    update({ settingsFailure: written.ok ? null : written.failure })
  }

  const keepPrompt = async (): Promise<void> => {
    const prompt = get().prompt.trim()
    if (prompt !== '') {
      const prompts = [prompt, ...get().prompts.filter((other) => other !== prompt)].slice(0, mostPrompts)
      update({ prompts })
      await call('write-prompts', prompts)
    }
  }

  const typeTuning = (field: TuningField, text: string): void => {
    update({ tuningTexts: { ...get().tuningTexts, [field]: text } })
  }

  /** What came to nothing on these targets, and cost nothing, need not be told beside the next try. */
  const leaveEnded = (wishes: readonly Wish[]): void => {
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
      settings: { ...get().settings, maskIsInverted, matchSeam },
      ...(growth === null ? {} : stateOf(growth))
    })
  }

  const takeLaunch = ({ command, recipe }: Reply<'read-launch'>): void => {
    update({ isAsked: command === 'fill' || recipe !== null })
    if (recipe !== null) {
      takeRecipe(recipe)
    } else if (command === 'again') {
      update({ news: { kind: 'no-recipe' } })
    } else if (command === 'fill') {
      update({ chosenMode: 'frame' })
    }
  }

  return {
    ...runs,
    state: store,

    start: async () => {
      const [settings, storedKey, selection, launch, prompts, durations] = await Promise.all([
        call('read-settings', null),
        call('read-key', null),
        call('describe-selection', null),
        call('read-launch', null),
        call('read-prompts', null),
        call('read-durations', null),
        recall()
      ])
      key = storedKey.ok ? storedKey.value : null
      update({
        hasKey: key !== null,
        ...(prompts.ok ? { prompts: prompts.value } : {}),
        ...(durations.ok ? { durations: durations.value } : {}),
        ...(settings.ok ? { settings: settings.value } : { settingsFailure: settings.failure }),
        ...(selection.ok
          ? { selection: get().selection ?? selection.value }
          : { news: { kind: 'failed', failure: selection.failure } })
      })
      if (launch.ok) {
        takeLaunch(launch.value)
      }
      showPicture()
      if (!storedKey.ok) {
        update({ settingsFailure: storedKey.failure })
      }
      await recallCutOff()
      void askForRemembered()
    },

    showScreen: (screen) => {
      update({ screen, keyCheck: { kind: 'none' }, settingsFailure: null })
    },
    changeSelection,
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
    growTo: (insets) => {
      update({ growthKind: 'sides', insetTexts: draggedTexts(get(), insets) })
    },
    takeGrowth: (growth) => {
      update(stateOf(growth))
    },
    typeInset: (side, text) => {
      update({ growthKind: 'sides', insetTexts: { ...shownGrowth(get()).insetTexts, [side]: text } })
    },
    chooseShape: (name) => {
      if (name === 'original') {
        const text = `${evenPercent}%`
        update({ growthKind: 'sides', insetTexts: { top: text, right: text, bottom: text, left: text } })
        return
      }
      update({ growthKind: 'ratio', ratio: name, anchor: shownGrowth(get()).anchor ?? centred })
    },
    typeSize: (axis, text) => {
      const { sizeTexts, anchor } = shownGrowth(get())
      update({ growthKind: 'size', sizeTexts: { ...sizeTexts, [axis]: text }, anchor: anchor ?? centred })
    },
    chooseSize: ({ width, height }) => {
      const sizeTexts = { width: String(width), height: String(height) }
      update({ growthKind: 'size', sizeTexts, anchor: shownGrowth(get()).anchor ?? centred })
    },
    chooseAnchor: (anchor) => {
      const { growthKind } = get()
      // The canvas stays as large as it is; only where the picture lies on it is another.
      const { sizeTexts } = shownGrowth(get())
      update(growthKind === 'sides' ? { growthKind: 'size', sizeTexts, anchor } : { anchor })
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
      update({ tuningTexts: initialState.tuningTexts })
      const { isSingleRequest, maskIsInverted, matchSeam } = defaultSettings
      void saveSettings({ ...get().settings, isSingleRequest, maskIsInverted, matchSeam })
    },

    expand: async () => {
      // What is shown while an original is looked at is not how the layer is at that moment.
      if (isLooking || isHolding) {
        return
      }
      const shown = freeWishes(get())
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
      const wishes = freeWishes(get())
      // What was pressed for is what was shown: whatever is another by now is only shown.
      const isSame =
        wishes.length === shown.length &&
        wishes.every((wish, index) => {
          const other = shown[index]
          return other !== undefined && isSameWish(wish, other)
        })
      if (isSame && wishes.length > 0 && wishes.length * variants <= requestCap) {
        const read = readTuning(get().tuningTexts)
        update({ isKeyNew: false, isAsked: false, news: null })
        leaveEnded(wishes)
        runs.start(wishes, { variants, baseUrl: currentUrl(), seed: read.ok ? read.value.seed : null })
        await keepPrompt()
      }
    },
    more: (runId) => {
      runs.more(runId, get().settings.variants)
    },
    goOn: (runId, id) => {
      update({ isKeyNew: false })
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
      await saveSettings({ ...get().settings, maskIsInverted })
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
    keep: async (runId) => {
      const order = get().runs.find((run) => run.runId === runId)?.order
      await runs.keep(runId)
      if (order !== undefined) {
        update({
          news: { kind: 'kept', name: order.name },
          ...(order.plan.kind === 'link' && order.plan.url === get().link.trim() ? { link: '' } : {})
        })
      }
    },
    discard: async (runId) => {
      const name = get().runs.find((run) => run.runId === runId)?.order.name ?? ''
      const back = await runs.discard(runId)
      if (back === 'whole') {
        update({ news: { kind: 'discarded', name } })
      }
      if (back === 'image-only') {
        update({ news: { kind: 'image-only', name } })
      }
      if (back === 'gone') {
        update({ news: { kind: 'nothing-to-take-back', name } })
      }
    },
    openRun: (openRunId) => {
      update({ openRunId })
    },
    keepAll: async () => {
      for (const { runId, shown } of get().runs) {
        if (shown !== null) {
          await runs.keep(runId)
        }
      }
    },
    placeRemembered: (taskId) => {
      const task = get().remembered.find(({ record }) => record.taskId === taskId)
      if (task !== undefined) {
        runs.resume(task.record)
        void recall()
      }
    },
    discardRemembered: async (taskId) => {
      await memory.forget(taskId)
      await recall()
    },
    forgetCutOff: async (id) => {
      await memory.forgetSent(id)
      await recallCutOff()
    },
    placePast: ({ order, made }) => {
      runs.showAgain(order, made, currentUrl())
      update({ screen: 'expand' })
    },
    copySeed: (seed) => {
      ports.copyText(String(seed))
    },
    copyFailure: (failure, order) => {
      ports.copyText(
        failureReport(failure, order, { version: ports.version, atMs: ports.epochMs(), secret: key })
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
    dismissSettingsFailure: () => {
      update({ settingsFailure: null })
    },
    changePrompt: (runId) => {
      const prompt = get().runs.find((run) => run.runId === runId)?.order.prompt
      runs.dismiss(runId)
      update({ prompt: prompt ?? get().prompt })
    },
    resizeWindow: (size, isFinal) => {
      void call('resize-window', { size, isFinal })
    },
    close: () => {
      void call('close-plugin', null)
    },

    saveSettings,
    saveKey: keepKey,
    removeKey: () => keepKey(null),
    checkKey: async () => {
      const client = serviceAt(currentUrl())
      if (client === null) {
        return
      }
      const checking = { kind: 'checking' } as const
      update({ keyCheck: checking })
      const checked = await client.checkKey()
      // Another key, region or screen since then makes the answer one to a question that nobody asks any more.
      if (get().keyCheck !== checking) {
        return
      }
      update({ keyCheck: checked.ok ? { kind: 'accepted' } : { kind: 'failed', failure: checked.failure } })
    }
  }
}

/** What was found of the frame and its picture: the user's own choice of layers holds as long as this does. */
function pictureOf(selection: Selection | null): string | null {
  return selection?.frame.kind === 'target'
    ? [selection.frame.target.nodeId, ...selection.frame.target.subjectIds].join()
    : null
}

/** The layer that is selected; null where that is none, or several. */
function nodeOf(selection: Selection | null): string | null {
  return selection?.sides.kind === 'target' ? selection.sides.target.nodeId : null
}

/** What was told of one layer is of no use when another is selected; what went wrong is. */
function stillToTell(news: AppState['news']): AppState['news'] {
  return news?.kind === 'kept' || news?.kind === 'discarded' || news?.kind === 'no-recipe' ? null : news
}

function foundIn(asked: Awaited<ReturnType<ServiceClient['query']>>): RememberedTask['found'] {
  if (asked.ok) {
    return asked.value.kind === 'done' ? 'finished' : 'working'
  }
  return asked.failure.kind === 'task-failed' || asked.failure.kind === 'unknown-task' ? 'over' : null
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

/** The state in which a growth is set in the window. */
function stateOf(growth: Growth): Partial<AppState> {
  switch (growth.kind) {
    case 'sides':
      return { growthKind: 'sides', insetTexts: growth.texts }
    case 'ratio': {
      const { ratio, anchor } = growth
      const name = Object.entries(ratios).find(
        ([, { width, height }]) => width === ratio.width && height === ratio.height
      )
      return { growthKind: 'ratio', anchor, ...(name === undefined ? {} : { ratio: name[0] }) }
    }
    case 'size': {
      const { width, height, anchor } = growth
      return { growthKind: 'size', sizeTexts: { width, height }, anchor }
    }
  }
}
