import { transform } from 'esbuild'

/**
 * Rewrites async functions as generators over `Promise`. QuickJS tells its host nothing of rejections that nobody
 * handles; with the promises made by `Promise` itself the prelude sees them. Nothing else of the script changes, but
 * that its top level is a function's, so that the rewriting's own names are not globals. A script that cannot be
 * parsed is given back as it is, for the VM to say so.
 */
export async function lowerAsyncFunctions(source: string): Promise<string> {
  try {
    const { code } = await transform(source, {
      loader: 'js',
      target: 'esnext',
      format: 'iife',
      supported: { 'async-await': false },
      logLevel: 'silent'
    })
    return code
  } catch {
    return source
  }
}
