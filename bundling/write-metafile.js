import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the build leaves what each of its bundles is made of: `main.json`, `ui.json` and `worker.json`. */
export const metafileFolder = 'out/metafile'

/** An esbuild plugin that writes down what a bundle is made of, for its licences and its weights. */
export function writeMetafile(name) {
  return {
    name: 'write-metafile',
    setup(build) {
      build.initialOptions.metafile = true
      build.onEnd(async ({ metafile }) => {
        if (metafile === undefined) return
        await mkdir(metafileFolder, { recursive: true })
        await writeFile(join(metafileFolder, `${name}.json`), JSON.stringify(metafile))
      })
    }
  }
}
