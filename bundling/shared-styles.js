import { resolve } from 'node:path'

const isAsked = Symbol('shared-styles')

/**
 * An esbuild plugin by which each style sheet is in the bundle once. The build tool makes a new module of it for every file
 * that imports it.
 */
export const sharedStyles = {
  name: 'shared-styles',
  setup(build) {
    const modules = new Map()
    build.onResolve({ filter: /\.css$/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === isAsked) return undefined
      const file = path.replace(/^!/, '')
      const sheet = file.startsWith('.') ? resolve(resolveDir, file) : file
      if (!modules.has(sheet)) {
        modules.set(sheet, build.resolve(path, { kind, importer, resolveDir, pluginData: isAsked }))
      }
      const { errors, path: module } = await modules.get(sheet)
      return { errors, path: module }
    })
  }
}
