import type { Caller } from '../../bridge/caller'
import type { Side } from '../../core/insets'
import { serviceUrl, type Settings } from '../../core/settings'
import type { Selection, SubjectContent } from '../../core/target'
import type { ServiceClient } from '../../service/service-client'
import { initialState, type AppState, type Mode } from './app-state'
import { carryOut, type ExpansionEnd, type Reached } from './expansion'
import type { ExpansionPorts } from './expansion-ports'
import type { Order } from '../../core/order'
import { isSameOrder, orderOf } from './order-of'
import { readDraft } from './read-draft'
import { createTaskMemory } from './task-memory'
import { createStore, type Store } from './store'
import { createThumbnails, type ThumbnailPorts } from './thumbnails'

export interface AppPorts extends Omit<ExpansionPorts, 'service' | 'memory'>, ThumbnailPorts {
  /** Milliseconds since 1970: what is remembered is compared with it after the plugin was closed. */
  readonly epochMs: () => number
  readonly call: Caller
  readonly createService: (access: { readonly baseUrl: string; readonly key: string }) => ServiceClient
}

/** Everything that the window can do; holds no markup. */
export interface AppModel {
  readonly state: Pick<Store<AppState>, 'get' | 'subscribe'>
  /** Reads the settings, the key and the selection. */
  readonly start: () => Promise<void>
  readonly show: (screen: AppState['screen']) => void
  readonly changeSelection: (selection: Selection) => void
  readonly chooseMode: (mode: Mode) => void
  /** Chooses which layers of the frame are its picture, by their ids. */
  readonly chooseSubjects: (nodeIds: readonly string[]) => void
  /** Chooses what of a layer is sent. */
  readonly chooseContent: (kind: SubjectContent['kind']) => void
  readonly typeInset: (side: Side, text: string) => void
  readonly typePrompt: (text: string) => void
  /** Starts an expansion of what is selected now: one paid request. */
  readonly expand: () => Promise<void>
  /** Goes on with an expansion that failed or was cancelled, from what exists of it already. */
  readonly goOn: () => Promise<void>
  /** Takes the mask the other way round from now on, and sends the order again: one more paid request. */
  readonly tryOtherMaskReading: () => Promise<void>
  readonly cancel: () => void
  /** Gets the image of a remembered task and places it. Nothing is paid for. */
  readonly placeRemembered: (taskId: string) => Promise<void>
  /** Forgets a remembered task, with its image. */
  readonly discardRemembered: (taskId: string) => Promise<void>
  /** Puts an image whose layer is gone on the page as a layer of its own. */
  readonly placeApart: () => Promise<void>
  readonly dismiss: () => void
  readonly close: () => void
  readonly saveSettings: (settings: Settings) => Promise<void>
  readonly saveKey: (key: string) => Promise<void>
  readonly removeKey: () => Promise<void>
  readonly checkKey: () => Promise<void>
}

export function createAppModel(ports: AppPorts): AppModel {
  const store = createStore(initialState)
  const { get, update } = store
  const { call } = ports

  /** The key is kept out of the state, so that nothing that shows or reports the state can hold it. */
  let key: string | null = null
  /** The expansion under way; whatever an earlier one still says is ignored. */
  let current: AbortController | null = null
  const isBusy = (): boolean => current !== null

  const service = (baseUrl = serviceUrl(get().settings)): ServiceClient | null =>
    key === null ? null : ports.createService({ baseUrl, key })

  const memory = createTaskMemory(call, ports.epochMs)
  const recall = async (): Promise<void> => {
    update({ remembered: await memory.recall() })
  }

  const run = async (order: Order, from: Reached, baseUrl = serviceUrl(get().settings)): Promise<void> => {
    const client = service(baseUrl)
    if (client === null) {
      update({ run: { kind: 'failed', order, failure: { kind: 'no-key' }, reached: from } })
      return
    }
    const mine = new AbortController()
    current = mine
    const isCurrent = (): boolean => current === mine
    const end = await endOf(
      order,
      from,
      {
        ...ports,
        service: client,
        memory: { ...memory, remember: (taskId, made) => memory.remember(taskId, made, baseUrl) }
      },
      {
        signal: mine.signal,
        onStage: (stage, percent) => {
          if (isCurrent()) {
            update({ run: { kind: 'running', order, stage, percent } })
          }
        }
      }
    )
    if (!isCurrent()) {
      return
    }
    const remembered = await memory.recall()
    current = null
    update({
      remembered,
      run:
        end.kind === 'placed'
          ? { kind: 'placed', order, where: end.geometry, verdict: end.verdict, seam: end.seam }
          : { ...end, order }
    })
  }

  const wishThumbnail = createThumbnails(ports, (thumbnail) => {
    update({ thumbnail })
  })
  const showPicture = (): void => {
    const draft = readDraft(get())
    if (draft.kind !== 'sides') {
      wishThumbnail(null)
      return
    }
    const { nodeId, width, height } = draft.target
    wishThumbnail({ nodeId, width, height, layers: draft.content.layers })
  }

  const changeSelection = (selection: Selection): void => {
    const isSame = pictureOf(selection) === pictureOf(get().selection)
    update({ selection, ...(isSame ? {} : { chosenSubjects: null }) })
    showPicture()
  }

  const saveSettings = async (settings: Settings): Promise<void> => {
    update({ settings, keyCheck: { kind: 'none' } })
    const written = await call('write-settings', settings)
    update({ settingsFailure: written.ok ? null : written.failure })
  }

  const keepKey = async (newKey: string | null): Promise<void> => {
    key = newKey
    update({ hasKey: newKey !== null, keyCheck: { kind: 'none' } })
    const written = await call('write-key', newKey)
    update({ settingsFailure: written.ok ? null : written.failure })
  }

  return {
    state: store,

    start: async () => {
      const [settings, storedKey, selection, remembered] = await Promise.all([
        call('read-settings', null),
        call('read-key', null),
        call('describe-selection', null),
        memory.recall()
      ])
      key = storedKey.ok ? storedKey.value : null
      update({
        hasKey: key !== null,
        remembered,
        ...(settings.ok ? { settings: settings.value } : { settingsFailure: settings.failure }),
        ...(selection.ok
          ? { selection: get().selection ?? selection.value }
          : {
              run: { kind: 'failed', order: null, failure: selection.failure, reached: { kind: 'nothing' } }
            })
      })
      showPicture()
      if (!storedKey.ok) {
        update({ settingsFailure: storedKey.failure })
      }
    },

    show: (screen) => {
      update({ screen, keyCheck: { kind: 'none' }, settingsFailure: null })
    },
    changeSelection,
    chooseMode: (chosenMode) => {
      update({ chosenMode })
      showPicture()
    },
    chooseSubjects: (chosenSubjects) => {
      update({ chosenSubjects })
    },
    chooseContent: (chosenContent) => {
      update({ chosenContent })
      showPicture()
    },
    typeInset: (side, text) => {
      update({ insetTexts: { ...get().insetTexts, [side]: text } })
    },
    typePrompt: (prompt) => {
      update({ prompt })
    },

    expand: async () => {
      if (isBusy()) {
        return
      }
      const shown = orderOf(get())
      const found = await call('describe-selection', null)
      if (!found.ok) {
        update({ run: { kind: 'failed', order: null, failure: found.failure, reached: { kind: 'nothing' } } })
        return
      }
      changeSelection(found.value)
      const order = orderOf(get())
      // What was pressed for is what was shown: whatever is another by now is only shown.
      if (order !== null && isSameOrder(order, shown) && !isBusy()) {
        await run(order, { kind: 'nothing' })
      }
    },
    goOn: async () => {
      const ended = get().run
      if (!isBusy() && (ended.kind === 'failed' || ended.kind === 'cancelled') && ended.order !== null) {
        await run(ended.order, ended.reached)
      }
    },
    tryOtherMaskReading: async () => {
      const ended = get().run
      if (isBusy() || ended.kind !== 'failed' || ended.order === null) {
        return
      }
      const maskIsInverted = !ended.order.maskIsInverted
      const order = { ...ended.order, maskIsInverted }
      const ran = run(order, { kind: 'nothing' })
      await saveSettings({ ...get().settings, maskIsInverted })
      await ran
    },
    cancel: () => {
      current?.abort()
    },
    placeApart: async () => {
      const ended = get().run
      if (ended.kind !== 'failed' || ended.order === null || ended.reached.kind !== 'image') {
        return
      }
      const { order, reached } = ended
      update({ run: { kind: 'running', order, stage: 'placing', percent: null } })
      const placed = await call('place-apart', { image: reached.image, canvas: order.plan.canvas })
      if (placed.ok && reached.taskId !== null) {
        await memory.forget(reached.taskId)
        await recall()
      }
      update({
        run: placed.ok
          ? { kind: 'placed', order, where: 'apart', verdict: reached.verdict, seam: reached.seam }
          : { ...ended, failure: placed.failure }
      })
    },
    placeRemembered: async (taskId) => {
      const task = get().remembered.find(({ record }) => record.taskId === taskId)
      if (task !== undefined && !isBusy()) {
        const { order, serviceUrl: baseUrl } = task.record
        await run(order, { kind: 'task', taskId, sent: null }, baseUrl)
      }
    },
    discardRemembered: async (taskId) => {
      await memory.forget(taskId)
      await recall()
    },
    dismiss: () => {
      update({ run: { kind: 'idle' } })
    },
    close: () => {
      void call('close-plugin', null)
    },

    saveSettings,
    saveKey: keepKey,
    removeKey: () => keepKey(null),
    checkKey: async () => {
      const client = service()
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

/** An exception on the way is a bug; what is reached by then is not known, so that nothing is promised. */
async function endOf(...args: Parameters<typeof carryOut>): Promise<ExpansionEnd> {
  try {
    return await carryOut(...args)
  } catch (error) {
    return { kind: 'failed', failure: { kind: 'broken', detail: String(error) }, reached: args[1] }
  }
}
