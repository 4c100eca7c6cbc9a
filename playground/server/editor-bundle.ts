import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface EditorBundle {
  readonly script: Uint8Array
  readonly styles: Uint8Array
}

const entry = fileURLToPath(new URL('../editor/main.tsx', import.meta.url))

let bundled: Promise<EditorBundle> | null = null

/** Bundles the editor's page in memory, once for a process: its sources are this program's own. */
export function bundleEditor(): Promise<EditorBundle> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<EditorBundle> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'editor',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent'
  })
  const output = (ending: string): Uint8Array => {
    const file = result.outputFiles.find((each) => each.path.endsWith(ending))
    return file === undefined ? new Uint8Array() : file.contents
  }
  return { script: output('.js'), styles: output('.css') }
}
