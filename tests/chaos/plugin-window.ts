import type { PlaygroundDocument } from '../../playground/testing/document'
import { type ClientStorage, copyFromUi } from '../../playground/testing/host'
import type { AppModel } from '../../src/ui/model/app-model'
import { SentRequest } from './chaos-network'
import type { Faults } from './faults'
import { ownFigma } from './own-figma'
import { ownGlobals } from './own-globals'
import { ownRaster } from './own-raster'
import { ownStorage } from './own-storage'
import type { PluginCode } from './plugin-code'
import { type Sabotage, sabotageWindow } from './sabotage'
import type { SeededRandom } from './seeded-random'
import type { Owner, VirtualTime } from './virtual-time'

/** A running plugin: its main thread and its window. */
export interface PluginWindow {
  readonly number: number
  /** Null until the window has loaded. */
  readonly model: () => AppModel | null
  readonly isOpen: () => boolean
  /** Closes it: nothing that was under way goes on. Crashed, it is not even told. */
  readonly close: (isCrash: boolean) => void
  readonly select: (nodeIds: readonly string[]) => void
  readonly selected: () => readonly string[]
}

export interface PluginWindowOptions {
  readonly number: number
  readonly code: PluginCode
  readonly time: VirtualTime
  readonly random: SeededRandom
  readonly faults: Faults
  readonly document: PlaygroundDocument
  readonly storage: ClientStorage
  readonly openNetwork: (owner: Owner) => (request: Request) => Promise<Response>
  readonly commitUndo: () => void
  readonly selection: readonly string[]
  readonly sabotage: Sabotage | undefined
  readonly watch: WindowWatch
}

/** Who wants to know what goes on in the windows. */
export interface WindowWatch {
  readonly onOpened: (model: AppModel) => void
  readonly onMessage: (message: unknown) => void
  readonly onCopied: (text: string) => void
  readonly onSetting: (entry: string, value: unknown) => void
  readonly onSet: (entry: string, value: unknown, isKept: boolean) => void
  /** Something goes into a window or comes out of it: a moment to close it at. */
  readonly onCrossing: () => void
  readonly onClosed: (isCrashed: boolean) => void
}

/** Opens the plugin on a document, as its menu command does. */
export function openPluginWindow(options: PluginWindowOptions): PluginWindow {
  const { number, code, time, random, faults, document, storage, openNetwork, commitUndo, sabotage, watch } =
    options
  const owner = time.owner()
  const { onCrossing } = watch
  const crossing = { owner, random, faults, onCrossing }
  const listeners = new Set<(event: { readonly data: unknown }) => void>()
  let model: AppModel | null = null

  const toWindow = createLine(owner, random, faults, (message) => {
    onCrossing()
    for (const listener of [...listeners]) {
      listener({ data: { pluginMessage: message } })
    }
  })
  const toMain = createLine(owner, random, faults, (message) => {
    onCrossing()
    figma.receive(message)
  })
  const close = (isCrash: boolean): void => {
    if (owner.isOver()) {
      return
    }
    if (!isCrash) {
      figma.emitClose()
    }
    owner.end()
    figma.stop()
    watch.onClosed(isCrash)
    commitUndo()
  }
  const loadWindow = (): void => {
    owner.after(random.between(20, 200), () => {
      model = code.runWindow({
        ...ownGlobals(owner, random),
        performance: { now: owner.nowMs },
        fetch: openNetwork(owner),
        Request: SentRequest,
        Blob: PromptBlob,
        parent: {
          postMessage: ({ pluginMessage }) => {
            if (!owner.isOver()) {
              watch.onMessage(pluginMessage)
              toMain.send(copyFromUi(pluginMessage))
            }
          }
        },
        window: {
          addEventListener: (_type, listener) => {
            listeners.add(listener)
          },
          removeEventListener: (_type, listener) => {
            listeners.delete(listener)
          }
        },
        raster: ownRaster(crossing),
        copyText: watch.onCopied
      })
      watch.onOpened(model)
      sabotageWindow(sabotage, owner, (message) => {
        watch.onMessage(message)
      })
      toWindow.open()
    })
  }
  const figma = ownFigma({
    ...crossing,
    document,
    storage: ownStorage({
      ...crossing,
      storage,
      time,
      sabotage,
      onSetting: watch.onSetting,
      onSet: watch.onSet
    }),
    commitUndo,
    onShowUi: loadWindow,
    onClosePlugin: () => {
      close(false)
    },
    post: (message) => {
      if (!owner.isOver()) {
        watch.onMessage(message)
        toWindow.send(message)
      }
    }
  })
  const self: PluginWindow = {
    number,
    model: () => (owner.isOver() ? null : model),
    isOpen: () => !owner.isOver(),
    close,
    select: figma.select,
    selected: figma.selected
  }
  figma.select(options.selection)
  commitUndo()
  code.runMain({ ...ownGlobals(owner, random), figma: figma.figma })
  toMain.open()
  return self
}

interface Line {
  readonly send: (message: unknown) => void
  /** Messages are kept until then. */
  readonly open: () => void
}

/** One direction between the two: messages take a moment, longer where the editor is busy, and never overtake. */
function createLine(
  owner: Owner,
  random: SeededRandom,
  faults: Faults,
  deliver: (message: unknown) => void
): Line {
  const kept: unknown[] = []
  let isOpen = false
  let lastMs = 0
  const send = (message: unknown): void => {
    if (!isOpen) {
      kept.push(message)
      return
    }
    const fromMs = faults.isOn('editor busy') ? faults.endOf('editor busy') : owner.nowMs()
    lastMs = Math.max(lastMs, fromMs + random.spread(0.1, 8))
    owner.after(lastMs - owner.nowMs(), () => {
      deliver(message)
    })
  }
  return {
    send,
    open: () => {
      isOpen = true
      kept.splice(0).forEach(send)
    }
  }
}

/** Node reads a Blob in turns of its event loop; in virtual time it is read at once. */
class PromptBlob extends Blob {
  readonly #bytes: Uint8Array

  constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
    super(parts, options)
    const [bytes] = parts
    this.#bytes = bytes instanceof Uint8Array ? new Uint8Array(bytes) : new Uint8Array()
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new Uint8Array(this.#bytes).buffer)
  }
}
