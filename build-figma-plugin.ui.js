import { sharedStyles } from './bundling/shared-styles.js'
import { writeMetafile } from './bundling/write-metafile.js'

/** The name before the colon of an import that wants a file as the text of a script of its own. */
const prefix = 'worker-source:'

/** Bundles such a file, with all that it imports, as the window's own code is bundled. */
const workerSource = {
  name: 'worker-source',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${prefix}`) }, async ({ path, kind, importer, resolveDir }) => {
      const { errors, path: file } = await build.resolve(path.slice(prefix.length), {
        kind,
        importer,
        resolveDir
      })
      return { errors, path: file, namespace: 'worker-source' }
    })
    build.onLoad({ filter: /^/, namespace: 'worker-source' }, async ({ path }) => {
      const { minify, target } = build.initialOptions
      const { outputFiles } = await build.esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'iife',
        charset: 'utf8',
        logLevel: 'silent',
        minify,
        target,
        plugins: [writeMetafile('worker')]
      })
      const [{ text }] = outputFiles
      return { contents: text, loader: 'text' }
    })
  }
}

/**
 * Adds to what the build tool hands to esbuild for the window's code. The tool finds this file by its name. The pixel work
 * needs OffscreenCanvas, and every browser with that (Safari from 16.4 on) knows ES2022.
 */
export default (options) => ({
  ...options,
  // Not as escapes: Chinese takes half as much as it is.
  charset: 'utf8',
  target: 'es2022',
  plugins: [sharedStyles, ...options.plugins, workerSource, writeMetafile('ui')]
})
