import { exportNode } from '../canvas/export'
import type { EditorViewport } from '../host/api/figma/figma-host'
import type { ClientStorage } from '../host/client-storage'
import type { Manifest } from '../host/manifest'
import { PluginSession } from '../host/plugin-session'
import { switchedExport } from '../host/switched-export'
import type { Switches } from '../host/switches'
import { loadQuickJs } from '../host/vm/load-quickjs'
import { contentSecurityPolicy } from '../host/window/content-security-policy'
import { describeMessage } from '../host/window/plugin-message'
import type { Theme, ThemeColors } from '../host/window/window-page'
import type { OpenDocument } from './open-document'
import type { ToastList } from './panels/toast-list'
import { PluginFrame } from './plugin-frame'

export interface PluginRunnerOptions {
  readonly manifest: Manifest
  readonly colors: ThemeColors
  readonly fontFaces: string
  readonly quickJsWasm: string
  readonly windowParent: HTMLElement
  readonly storage: ClientStorage
  readonly toasts: ToastList
  readonly viewport: EditorViewport
  readonly switches: () => Switches
  readonly onChange: () => void
}

export interface ConsoleLine {
  readonly level: string
  readonly text: string
}

export interface RecordedMessage {
  readonly from: 'main' | 'ui'
  readonly body: unknown
}

async function readText(path: string): Promise<string> {
  const response = await fetch(path)
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}

/** Runs the built plugin on the open document, one run at a time, and keeps what it said. */
export class PluginRunner {
  readonly console: ConsoleLine[] = []
  readonly errors: string[] = []
  readonly messages: RecordedMessage[] = []
  readonly #options: PluginRunnerOptions
  #session: PluginSession | null = null
  #frame: PluginFrame | null = null

  constructor(options: PluginRunnerOptions) {
    this.#options = options
  }

  get isOpen(): boolean {
    return this.#session?.isOpen === true
  }

  /** Closes the run before, and resolves when the main script has run. */
  async run(open: OpenDocument, command: string, theme: Theme): Promise<void> {
    const { manifest, quickJsWasm, storage, toasts, viewport, switches, onChange } = this.#options
    this.close()
    const hasWindow = manifest.ui !== undefined
    const [quickJs, mainSource, html] = await Promise.all([
      loadQuickJs(quickJsWasm),
      readText('/plugin/main.js'),
      hasWindow ? readText('/plugin/ui.js') : undefined
    ])
    // Another run may have started while this one was loading.
    this.close()
    const frame = this.#createFrame(theme)
    const exporter = switchedExport(async (node, settings) => {
      await open.images.load(open.document)
      return exportNode(open.document, node, open.images, settings, switches().exportRounding)
    }, switches)
    const session = new PluginSession({
      quickJs,
      manifest,
      command,
      mainSource,
      html,
      document: open.document,
      history: open.history,
      selection: open.selection,
      storage,
      exportNode: exporter,
      window: frame,
      toasts,
      viewport,
      selectionDelayMs: () => switches().selectionDelayMs,
      onMessage: (from, body) => this.messages.push({ from, body: describeMessage(body) }),
      onLog: (level, text) => {
        this.#log(level, text)
      },
      onUncaught: ({ text, stack }) => {
        this.errors.push(text)
        this.#log('error', stack === '' ? text : `${text}\n${stack.trimEnd()}`)
      },
      onClosed: (message) => {
        frame.dispose()
        if (message !== undefined && message !== '') {
          toasts.show({
            text: message,
            error: false,
            timeout: 3000,
            buttonText: null,
            onButton: () => undefined,
            onGone: () => undefined
          })
        }
        onChange()
      }
    })
    this.#session = session
    this.#frame = frame
    session.start()
    onChange()
  }

  close(): void {
    this.#session?.close()
    this.#session = null
    this.#frame = null
  }

  setTheme(theme: Theme): void {
    this.#frame?.setTheme(theme)
  }

  clearConsole(): void {
    this.console.length = 0
    this.#options.onChange()
  }

  #createFrame(theme: Theme): PluginFrame {
    const { manifest, colors, fontFaces, windowParent, switches } = this.#options
    return new PluginFrame({
      parent: windowParent,
      name: manifest.name,
      pluginId: manifest.id,
      policy: contentSecurityPolicy(manifest, switches().noWorkers),
      colors,
      fontFaces,
      theme,
      onMessage: (message) => this.#session?.receive(message),
      onClose: () => {
        this.close()
      }
    })
  }

  #log(level: string, text: string): void {
    this.console.push({ level, text })
    this.#options.onChange()
  }
}
