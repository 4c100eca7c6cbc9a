import { PlaygroundDocument } from '../../../playground/document/document'
import { History } from '../../../playground/document/history'
import type { ExportNode } from '../../../playground/host/api/api-host'
import type { Toast } from '../../../playground/host/api/figma/figma-host'
import { ClientStorage } from '../../../playground/host/client-storage'
import { Selection } from '../../../playground/host/events/selection'
import { readManifest } from '../../../playground/host/manifest'
import { PluginSession } from '../../../playground/host/plugin-session'
import { loadQuickJs } from '../../../playground/host/vm/load-quickjs'
import { lowerAsyncFunctions } from '../../../playground/host/vm/lower-async-functions'

export interface StartOptions {
  readonly document?: PlaygroundDocument
  readonly history?: History
  readonly storage?: ClientStorage
  readonly exportNode?: ExportNode
  readonly selectionDelayMs?: number
  readonly manifest?: Readonly<Record<string, unknown>>
  /** By which it is started. */
  readonly command?: string
  /** The part of the canvas that the editor shows, at 100 %. */
  readonly view?: { readonly width: number; readonly height: number }
  /** Called before the main script runs. */
  readonly prepare?: (document: PlaygroundDocument, selection: Selection) => void
}

/** A plugin that runs in the real VM, in a fake editor that only records. */
export interface StartedPlugin {
  readonly session: PluginSession
  readonly document: PlaygroundDocument
  readonly history: History
  readonly selection: Selection
  readonly storage: ClientStorage
  readonly console: string[]
  readonly errors: string[]
  /** Messages that main posted to the window. */
  readonly posted: unknown[]
  readonly windowCalls: string[]
  readonly toasts: Toast[]
  readonly closedWith: (string | undefined)[]
}

export const testManifest = {
  name: 'Test plugin',
  id: 'test-plugin',
  main: 'main.js',
  ui: 'ui.js',
  documentAccess: 'dynamic-page',
  relaunchButtons: [{ command: 'again', name: 'Again' }]
}

/** Starts a main script, as its menu command would. */
export async function startPlugin(mainSource: string, options: StartOptions = {}): Promise<StartedPlugin> {
  const document = options.document ?? new PlaygroundDocument()
  const selection = new Selection(document)
  options.prepare?.(document, selection)
  const history = options.history ?? new History(document)
  const storage = options.storage ?? new ClientStorage()
  const started = {
    document,
    history,
    selection,
    storage,
    console: [] as string[],
    errors: [] as string[],
    posted: [] as unknown[],
    windowCalls: [] as string[],
    toasts: [] as Toast[],
    closedWith: [] as (string | undefined)[]
  }
  const call = (name: string) => (): void => {
    started.windowCalls.push(name)
  }
  const session = new PluginSession({
    quickJs: await loadQuickJs(),
    manifest: readManifest(options.manifest ?? testManifest),
    command: options.command ?? 'start',
    mainSource: await lowerAsyncFunctions(mainSource),
    html: '<p>window</p>',
    document,
    history,
    selection,
    storage,
    exportNode: options.exportNode ?? (() => Promise.resolve(new Uint8Array([1, 2, 3]))),
    window: {
      open: (html, { width, height, themeColors }) => {
        started.windowCalls.push(`open ${html} ${width}x${height}${themeColors ? ' themed' : ''}`)
      },
      post: (message) => started.posted.push(message),
      resize: (width, height) => started.windowCalls.push(`resize ${width}x${height}`),
      reposition: call('reposition'),
      position: () => ({ x: 0, y: 0 }),
      setVisible: (visible) => started.windowCalls.push(visible ? 'show' : 'hide'),
      close: call('close')
    },
    toasts: {
      show: (toast) => {
        started.toasts.push(toast)
        return () => {
          toast.onGone('dismiss')
        }
      }
    },
    viewport: {
      center: { x: 0, y: 0 },
      zoom: 1,
      bounds: { x: -50, y: -50, ...(options.view ?? { width: 100, height: 100 }) },
      scrollIntoView: () => undefined
    },
    selectionDelayMs: () => options.selectionDelayMs ?? 0,
    onMessage: () => undefined,
    onLog: (level, text) => started.console.push(level === 'log' ? text : `${level}: ${text}`),
    onUncaught: ({ text }) => started.errors.push(text),
    onClosed: (message) => started.closedWith.push(message)
  })
  session.start()
  return { ...started, session }
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/**
 * Runs statements of a plugin's main thread (in an async function) and gives what they return as text: JSON, or
 * `throws <message>` where they throw or reject.
 */
export async function outcome(statements: string, options: StartOptions = {}): Promise<string> {
  const plugin = await startPlugin(
    `(async () => { 'use strict'; ${statements} })().then(
      (value) => console.log(value === undefined ? 'undefined' : typeof value === 'symbol' ? 'symbol' : JSON.stringify(value)),
      (error) => console.log('throws ' + (error && error.message !== undefined ? error.message : error))
    )`,
    options
  )
  for (let turn = 0; turn < 50 && plugin.console.length === 0; turn += 1) await wait(turn < 10 ? 0 : 5)
  plugin.session.close()
  if (plugin.errors.length > 0) return `uncaught ${plugin.errors.join(' | ')}`
  return plugin.console.join('\n')
}
