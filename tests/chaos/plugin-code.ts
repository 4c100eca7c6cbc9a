import { fileURLToPath } from 'node:url'
import { build as bundleWith, type Plugin } from 'esbuild'
import type { RasterClient } from '../../src/raster/worker/raster-client'
import type { AppModel } from '../../src/ui/model/app-model'

/** The plugin's two halves, ready to be run any number of times: each run has its own modules and its own globals. */
export interface PluginCode {
  /** Runs `src/main/main.ts`: returns once it listens. */
  readonly runMain: (globals: MainGlobals) => void
  /** Runs `src/ui/ui.tsx` without its screen: the model, which has started, and all that it is wired to. */
  readonly runWindow: (globals: WindowGlobals) => AppModel
}

interface CommonGlobals {
  readonly setTimeout: (callback: () => void, delayMs: number) => number
  readonly clearTimeout: (id: number | undefined) => void
  readonly Date: DateConstructor
  readonly Math: Math
}

export interface MainGlobals extends CommonGlobals {
  readonly figma: object
}

export interface WindowGlobals extends CommonGlobals {
  readonly performance: { readonly now: () => number }
  readonly fetch: (input: Request) => Promise<Response>
  readonly Request: typeof Request
  readonly Blob: typeof Blob
  readonly parent: { readonly postMessage: (message: { readonly pluginMessage: unknown }) => void }
  readonly window: {
    readonly addEventListener: (
      type: 'message',
      listener: (event: { readonly data: unknown }) => void
    ) => void
    readonly removeEventListener: (
      type: 'message',
      listener: (event: { readonly data: unknown }) => void
    ) => void
  }
  /** Stands in for the pixel work. */
  readonly raster: RasterClient
  readonly copyText: (text: string) => void
}

/** Bundles both halves from their sources: those of the project, or a copy in which something is tried out. */
export async function bundlePlugin(sources = new URL('../../src/', import.meta.url)): Promise<PluginCode> {
  const [main, ui] = await Promise.all([
    bundle(new URL('main/main.ts', sources), []),
    bundle(new URL('ui/ui.tsx', sources), [withoutScreen])
  ])
  const mainNames = ['figma', '__html__', 'setTimeout', 'clearTimeout', 'Date', 'Math'] as const
  const runMain = compile(main, mainNames)
  const windowNames = [
    'setTimeout',
    'clearTimeout',
    'Date',
    'Math',
    'performance',
    'fetch',
    'Request',
    'Blob',
    'parent',
    'window',
    'raster',
    'copyText'
  ] as const
  const runWindow = compile(ui, windowNames)
  return {
    runMain: (globals) => {
      const { default: start } = runMain({ ...globals, __html__: '' }) as { readonly default: () => void }
      start()
    },
    runWindow: (globals) => {
      const { default: screen } = runWindow(globals) as { readonly default: () => Screen }
      return screen().props.model
    }
  }
}

/** What `render` is given by ui.tsx: the screen, which is not drawn here. */
interface Screen {
  readonly props: { readonly model: AppModel }
}

async function bundle(entry: URL, plugins: Plugin[]): Promise<string> {
  const result = await bundleWith({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'plugin',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    plugins
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Leaves out what a window without a screen can't have: the views, the worker, the clipboard. */
const withoutScreen: Plugin = {
  name: 'without-screen',
  setup: (build) => {
    const contents: Readonly<Record<string, string>> = {
      '@create-figma-plugin/ui': 'export const render = (screen) => screen',
      './screens/app': 'export const App = "screen"',
      './raster-port': 'export const createRasterPort = () => raster',
      './copy-text': 'const copy = copyText; export { copy as copyText }',
      'worker-source:../raster/worker/worker-entry': 'export default ""'
    }
    build.onResolve({ filter: /./ }, ({ path }) =>
      path in contents ? { path, namespace: 'stand-in' } : undefined
    )
    build.onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({ contents: contents[path] ?? '' }))
  }
}

/** The bundle as a function of its globals, compiled once. */
function compile<Name extends string>(
  code: string,
  names: readonly Name[]
): (globals: Readonly<Record<Name, unknown>>) => unknown {
  // Defined and not assigned: the setters of Node's own globals would set those.
  const own = `const globalThis = Object.create(everything, Object.getOwnPropertyDescriptors({ ${names.join(', ')} }));`
  // Nothing but the project's own sources is run.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function('everything', ...names, `${own}\n${code}\nreturn plugin`) as (
    ...values: unknown[]
  ) => unknown
  return (globals) => run(globalThis, ...names.map((name) => globals[name]))
}
