import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/**
 * Reads style sheets as the plugin's build does: the class names of each are its own, but for those of an import that
 * begins with `!`, which hold everywhere.
 */
export const windowStyles: Plugin = {
  name: 'window-styles',
  setup(build) {
    build.onResolve({ filter: /^!.*\.css$/ }, async ({ path, kind, importer, resolveDir }) => {
      const { errors, path: file } = await build.resolve(path.slice(1), { kind, importer, resolveDir })
      // Its package says that no file of it does anything by being imported: the build does not ask.
      return { errors, path: file, namespace: 'global-css', sideEffects: true }
    })
    build.onLoad({ filter: /^/, namespace: 'global-css' }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'css'
    }))
  }
}
