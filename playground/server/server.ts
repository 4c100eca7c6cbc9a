import { readdir, readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { admitRequest } from '../admit-request'
import type { PageSettings } from '../editor/page-settings'
import { readManifest } from '../host/manifest'
import { PluginBuild } from '../plugin-build'
import { listen } from '../service/listen'
import { readThemeColors } from '../theme-colors'
import { bundleEditor } from './editor-bundle'

export interface PlaygroundOptions {
  /** 0 or nothing: any free port. */
  readonly port?: number
  /** Where the built `main.js` and `ui.js` are. */
  readonly buildDirectory?: string
  /** Instead of the `manifest.json` at the project's top. */
  readonly manifest?: Readonly<Record<string, unknown>>
  readonly scenesDirectory?: string
}

export interface Playground {
  readonly url: string
  close(): Promise<void>
}

const require = createRequire(import.meta.url)
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif'
}

const page = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Full Bleed playground</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/editor.css"></head>
<body><div id="editor"></div><script type="module" src="/editor.js"></script></body></html>`

const fontWeights = [400, 500, 600, 700] as const

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(message)
}

async function namesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => [])
}

/** Serves the editor's page, the built plugin and the scenes on this machine only. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const scenes = options.scenesDirectory ?? here('../scenes')
  const override = options.manifest === undefined ? undefined : readManifest(options.manifest)
  const plugin = new PluginBuild(
    options.buildDirectory ?? here('../../build'),
    here('../../manifest.json'),
    override
  )
  const [editor, colors] = await Promise.all([bundleEditor(), readThemeColors()])
  const wasm = require.resolve('@jitl/quickjs-wasmfile-release-sync/wasm')

  async function settings(): Promise<PageSettings> {
    const images = await namesIn(join(scenes, 'images'))
    return {
      manifest: await plugin.manifest(),
      scenes: (await namesIn(scenes)).flatMap((name) => (name.endsWith('.json') ? [parse(name).name] : [])),
      sceneImages: Object.fromEntries(
        images.flatMap((name) => [name, parse(name).name].map((key) => [key, `/scenes/images/${name}`]))
      ),
      fonts: fontWeights.map((weight) => ({ weight, url: `/fonts/${weight}.woff2` })),
      colors,
      quickJsWasm: '/quickjs.wasm'
    }
  }

  /** What is at a path of the server; throws for what is not there. */
  async function content(path: string): Promise<string | Uint8Array> {
    const name = /^\/scenes\/((?:images\/)?[\w.-]+)$/.exec(path)?.[1]
    if (name !== undefined && !name.includes('..')) return readFile(join(scenes, name))
    const weight = fontWeights.find((each) => path === `/fonts/${each}.woff2`)
    if (weight !== undefined)
      return readFile(require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`))
    switch (path) {
      case '/':
        return page
      case '/editor.js':
        return editor.script
      case '/editor.css':
        return editor.styles
      case '/quickjs.wasm':
        return readFile(wasm)
      case '/settings.json':
        return JSON.stringify(await settings())
      case '/plugin/main.js':
        return plugin.main()
      case '/plugin/ui.js':
        return plugin.ui()
      default:
        throw new Error(`there is nothing at ${path}`)
    }
  }

  async function answer(path: string, response: ServerResponse): Promise<void> {
    try {
      const body = await content(path)
      const type = contentTypes[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream'
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body)
    } catch (error) {
      refuse(response, 404, error instanceof Error ? error.message : String(error))
    }
  }

  const { port, close } = await listen(
    (request, response) => {
      const admitted = admitRequest(request)
      if (admitted.ok) void answer(admitted.value.pathname, response)
      else refuse(response, admitted.failure.status, admitted.failure.message)
    },
    '127.0.0.1',
    options.port ?? 0
  )
  return { url: `http://127.0.0.1:${port}/`, close }
}
