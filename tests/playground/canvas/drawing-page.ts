import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../../playground/browser'
import type { FontFile } from '../../../playground/canvas/fonts'

const weights = [400, 500, 600, 700]

/** Opens a page in Chromium that has the playground's drawing as `window.drawing`, with Inter loaded. */
export async function openDrawingPage(): Promise<{ browser: Browser; page: Page }> {
  const bundle = await build({
    entryPoints: [new URL('./drawing-entry.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022'
  })
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto('about:blank')
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
  const fonts = await interFiles()
  await page.evaluate((files) => window.drawing.loadFonts(files), fonts)
  return { browser, page }
}

/** Inter's Latin faces as `data:` URLs. */
export async function interFiles(): Promise<readonly FontFile[]> {
  const require = createRequire(import.meta.url)
  return Promise.all(
    weights.map(async (weight) => {
      const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
      const bytes = await readFile(file)
      return { weight, url: `data:font/woff2;base64,${bytes.toString('base64')}` }
    })
  )
}
