import type { QuickJSWASMModule } from 'quickjs-emscripten'
import type { PlaygroundDocument } from '../document/document'
import type { History } from '../document/history'
import type { ExportNode } from './api/api-host'
import {
  callFigmaMethod,
  checkEvent,
  figmaShape,
  getFigmaProperty,
  setFigmaProperty
} from './api/figma/figma-api'
import type { EditorViewport, FigmaHost, PluginWindow, Toasts } from './api/figma/figma-host'
import { callMethod, getProperty, nodeShape, searchNodes, setProperty } from './api/node-api'
import type { ClientStorage } from './client-storage'
import { watchDocument } from './events/document-events'
import type { Selection } from './events/selection'
import { readImageSize } from './image-header'
import type { Manifest } from './manifest'
import { PluginError } from './plugin-error'
import { SessionTimers } from './session-timers'
import { SessionToasts } from './session-toasts'
import { absentGlobals } from './vm/api-shape'
import { PluginVm, type UncaughtError } from './vm/plugin-vm'
import type { VmFunction } from './vm/wire'
import { copyFromUi, UnsendableMessage } from './window/plugin-message'

export interface SessionOptions {
  readonly quickJs: QuickJSWASMModule
  readonly manifest: Manifest
  readonly command: string
  /** The text of `build/main.js`. */
  readonly mainSource: string
  /** What `__html__` is: the text of `build/ui.js`. */
  readonly html: string | undefined
  readonly document: PlaygroundDocument
  readonly history: History
  readonly selection: Selection
  readonly storage: ClientStorage
  readonly exportNode: ExportNode
  readonly window: PluginWindow
  readonly toasts: Toasts
  readonly viewport: EditorViewport
  readonly selectionDelayMs: () => number
  readonly onMessage: (from: 'main' | 'ui', body: unknown) => void
  readonly onLog: (level: string, text: string) => void
  readonly onUncaught: (error: UncaughtError) => void
  readonly onClosed: (message: string | undefined) => void
}

/** One run of the plugin, from its menu command to its closing. */
export class PluginSession {
  readonly #options: SessionOptions
  readonly #vm: PluginVm
  readonly #timers: SessionTimers
  readonly #host: FigmaHost
  readonly #toasts: SessionToasts
  #stopWatching = (): void => undefined
  #closing = false
  #closed = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#timers = new SessionTimers((id) => {
      this.#vm.fireTimer(id)
    })
    this.#toasts = new SessionToasts(options.toasts, (callback, values) => this.#invoke(callback, values))
    this.#host = this.#createHost()
    const { html } = options
    const shape = { nodes: nodeShape(), figma: figmaShape(), absentGlobals, html: html, uiFiles: undefined }
    this.#vm = new PluginVm(options.quickJs, shape, {
      answer: (operation, values) => this.#answer(operation, values),
      log: options.onLog,
      uncaught: options.onUncaught
    })
  }

  get isOpen(): boolean {
    return !this.#closed
  }

  /** Runs the main script, and tells it by which command it was started. */
  start(): void {
    const { document, selection, history, selectionDelayMs, command, mainSource } = this.#options
    history.commit()
    this.#stopWatching = watchDocument({
      document,
      selection,
      delayMs: selectionDelayMs,
      watchedPages: this.#host.watchedPages,
      watchesDocument: () => this.#host.watchesDocument,
      emit: (type, values) => {
        this.#vm.emit(type, values)
      }
    })
    this.#vm.run(mainSource, 'main.js')
    this.#vm.emit('run', [{ command, parameters: undefined }])
  }

  /** A message of the plugin's window, as the browser delivered it. */
  receive(message: unknown): void {
    if (this.#closed) return
    try {
      const copy = copyFromUi(message)
      this.#options.onMessage('ui', copy)
      this.#vm.emit('ui.message', [copy, { origin: 'null' }])
    } catch (error) {
      if (!(error instanceof UnsendableMessage)) throw error
      const text = `The window's message was not delivered: ${error.message} cannot be sent to the plugin`
      this.#options.onUncaught({ text, stack: '' })
    }
  }

  /** Closes the plugin: `close` handlers run now and last, nothing that was pending continues. */
  close(message?: string): void {
    if (this.#closing) return
    this.#closing = true
    this.#vm.shutDown(() => {
      this.#closed = true
    })
    this.#stopWatching()
    this.#timers.stopAll()
    this.#toasts.closeButtons()
    this.#options.window.close()
    this.#options.history.commit()
    this.#options.onClosed(message)
  }

  #createHost(): FigmaHost {
    const { document, selection, exportNode, manifest, command, window, toasts, viewport, storage, history } =
      this.#options
    return {
      document,
      selection,
      exportNode,
      relaunchCommands: (manifest.relaunchButtons ?? []).map((button) => button.command),
      command,
      pluginId: manifest.id,
      window,
      toasts,
      viewport,
      storage,
      commitUndo: () => {
        history.commit()
      },
      triggerUndo: () => {
        history.undo()
      },
      close: (message) => {
        this.close(message)
      },
      sendToWindow: (message) => {
        this.#options.onMessage('main', message)
        window.post(message)
      },
      windowIsOpen: false,
      allPagesLoaded: false,
      watchesDocument: false,
      watchedPages: new Set(),
      loadedPages: new Set([document.currentPage.id])
    }
  }

  #answer(operation: string, values: readonly unknown[]): unknown {
    // plugin-api.d.ts: "Calling figma.closePlugin() disables callbacks and Figma APIs."
    if (this.#closed) throw new PluginError('The plugin is closed')
    const perform = this.#operations[operation]
    if (perform === undefined) throw new Error(`the host knows no operation "${operation}"`)
    return perform(values)
  }

  /** What the prelude asks for, by the name that it uses. */
  readonly #operations: Readonly<Record<string, (values: readonly unknown[]) => unknown>> = {
    'node.get': (values) => getProperty(values, this.#host),
    'node.set': (values) => {
      setProperty(values, this.#host)
    },
    'node.call': (values) => callMethod(values, this.#host),
    'node.descendants': (values) => searchNodes(values, this.#host),
    'figma.get': (values) => getFigmaProperty(values, this.#host),
    'figma.set': (values) => {
      setFigmaProperty(values, this.#host)
    },
    'figma.call': (values) => callFigmaMethod(values, this.#host),
    'event.check': (values) => {
      checkEvent(values, this.#host)
    },
    'image.getBytesAsync': ([hash]) => this.#readImage(hash, (bytes) => bytes),
    'image.getSizeAsync': ([hash]) => this.#readImage(hash, readImageSize),
    notify: (values) => this.#toasts.notify(values),
    'notify.cancel': ([id]) => {
      this.#toasts.cancel(Number(id))
    },
    'timer.start': ([repeat, waitMs]) => this.#timers.start(repeat === true, Number(waitMs)),
    'timer.stop': ([id]) => {
      this.#timers.stop(Number(id))
    }
  }

  #readImage<T>(hash: unknown, read: (bytes: Uint8Array) => T): Promise<T> {
    const bytes = this.#options.document.images.get(String(hash))
    return bytes === undefined
      ? Promise.reject(new PluginError('in getBytesAsync: Could not find image data'))
      : Promise.resolve(read(bytes))
  }

  #invoke(callback: VmFunction, values: readonly unknown[]): unknown {
    return this.#closed ? undefined : this.#vm.invoke(callback.index, values)
  }
}
