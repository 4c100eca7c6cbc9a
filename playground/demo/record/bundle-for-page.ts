import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles a file to be run in a page before the page's own scripts. */
export async function bundleForPage(file: URL): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(file)],
    bundle: true,
    write: false,
    format: 'iife'
  })
  return bundle.outputFiles[0]?.text ?? ''
}
