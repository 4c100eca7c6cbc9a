import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Row } from '../report/row'

/** Greatest sizes of the window's and the main thread's code: our own limits, so that neither grows unnoticed. */
const most = { 'build/ui.js': 420_000, 'build/main.js': 90_000 } as const

/** Measures the sizes of the built code, after `npm run build`. */
export function measureBundles(): Promise<readonly Row[]> {
  return Promise.all(
    Object.entries(most).map(async ([file, limit]) => {
      const code = await readFile(file)
      return {
        what: `bundle: ${file}`,
        measured: `${(code.length / 1000).toFixed(0)} kB`,
        beside: `compressed: ${(gzipSync(code).length / 1000).toFixed(0)} kB`,
        ratio: (code.length / limit).toFixed(2),
        goal: `≤ ${limit / 1000} kB`,
        isMet: code.length <= limit
      }
    })
  )
}
