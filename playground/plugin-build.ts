import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Manifest, readManifest } from './host/manifest'
import { lowerAsyncFunctions } from './host/vm/lower-async-functions'

/** The built plugin's files, read anew each time so that a rebuild needs no restart. */
export class PluginBuild {
  readonly #buildDirectory: string
  readonly #manifestFile: string
  readonly #override: Manifest | undefined
  #main: { readonly source: string; readonly lowered: Promise<string> } | null = null

  constructor(buildDirectory: string, manifestFile: string, override: Manifest | undefined) {
    this.#buildDirectory = buildDirectory
    this.#manifestFile = manifestFile
    this.#override = override
  }

  async manifest(): Promise<Manifest> {
    if (this.#override !== undefined) return this.#override
    const value: unknown = JSON.parse(await readFile(this.#manifestFile, 'utf8'))
    return readManifest(value)
  }

  /** The main script, its async functions rewritten (see `lowerAsyncFunctions`). */
  async main(): Promise<string> {
    const source = await readFile(join(this.#buildDirectory, 'main.js'), 'utf8')
    if (this.#main?.source !== source) {
      this.#main = { source, lowered: lowerAsyncFunctions(source) }
    }
    return this.#main.lowered
  }

  ui(): Promise<string> {
    return readFile(join(this.#buildDirectory, 'ui.js'), 'utf8')
  }
}
