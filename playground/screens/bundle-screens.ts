import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { windowStyles } from './window-styles'

export interface ScreensBundle {
  readonly script: string
  readonly styles: string
}

const entry = fileURLToPath(new URL('./page/main.tsx', import.meta.url))

/** Bundles the page that shows the window's screens, in memory. */
export async function bundleScreens(): Promise<ScreensBundle> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'screens',
    format: 'iife',
    charset: 'utf8',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
    loader: { '.css': 'local-css' },
    plugins: [windowStyles],
    logLevel: 'silent'
  })
  const output = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { script: output('.js'), styles: output('.css') }
}
