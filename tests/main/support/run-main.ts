import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { readManifest } from '../../../playground/testing/host'
import type { CallName, Params } from '../../../src/bridge/protocol'
import { type StartedPlugin, type StartOptions, startPlugin, wait } from '../../playground/host/start-plugin'

/** The plugin's main thread as it is shipped, in the VM, with a window that can only call it. */
export interface RunningMain extends StartedPlugin {
  /** Gives the outcome of a call. */
  readonly call: <Name extends CallName>(name: Name, params: Params<Name>) => Promise<unknown>
}

/** Runs the main thread of these sources on a document. */
export async function runMain(options: StartOptions): Promise<RunningMain> {
  const manifest = readManifest(JSON.parse(await readFile('manifest.json', 'utf8')))
  const plugin = await startPlugin(await mainSource(), { manifest, ...options })
  let lastId = 0
  return {
    ...plugin,
    call: async (name, params) => {
      const id = ++lastId
      plugin.session.receive({ plugin: 'full-bleed', type: 'call', id, name, params })
      for (;;) {
        const answer = plugin.posted.filter(isAnswer).find((each) => each.id === id)
        if (answer !== undefined) {
          return answer.outcome
        }
        await wait(5)
      }
    }
  }
}

function isAnswer(message: unknown): message is { readonly id: unknown; readonly outcome: unknown } {
  return typeof message === 'object' && message !== null && 'id' in message && 'outcome' in message
}

let source: Promise<string> | null = null

/** As the build tool makes it: one script, for the language of the main thread. */
function mainSource(): Promise<string> {
  source ??= build({
    stdin: { contents: `import main from './src/main/main.ts'; main()`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2017'
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return source
}
