import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { launchChromium } from '../playground/browser'

/** An empty page of a real browser that runs a script. */
export interface ScriptPage {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Opens Chromium with a module, bundled, in an empty page; `before` is done to the page ahead of it. */
export async function openScriptPage(
  module: URL,
  before: (page: Page) => Promise<unknown> = () => Promise.resolve()
): Promise<ScriptPage> {
  const bundle = await build({
    entryPoints: [module.pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022'
  })
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto('about:blank')
  await before(page)
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
  return { page, close: () => browser.close() }
}
