import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { launchChromium } from '../../../playground/chromium/browser'
import type { Automation } from '../../../playground/editor/automation'
import { startPlayground } from '../../../playground/server/server'

export interface OpenEditor {
  readonly page: Page
  readonly url: string
  /** The frame of the plugin's window, once it has loaded. */
  readonly window: () => Promise<Frame>
  readonly close: () => Promise<void>
}

export interface PluginFiles {
  readonly main: string
  readonly ui?: string
  readonly manifest?: Readonly<Record<string, unknown>>
}

/** Serves a hand-written plugin in a real editor without a scene, in a browser that is handed in; `prepare` gets the page before it is opened. */
export async function openEditor(
  browser: Browser,
  files: PluginFiles,
  query = '?scene=none',
  prepare: (page: Page) => Promise<void> = () => Promise.resolve()
): Promise<OpenEditor> {
  const buildDirectory = await mkdtemp(join(tmpdir(), 'plugin-build-'))
  await writeFile(join(buildDirectory, 'main.js'), files.main)
  await writeFile(join(buildDirectory, 'ui.js'), files.ui ?? '')
  const playground = await startPlayground({
    buildDirectory,
    manifest: {
      name: 'Test plugin',
      id: 'test-plugin',
      main: 'main.js',
      ui: 'ui.js',
      documentAccess: 'dynamic-page',
      networkAccess: { allowedDomains: ['none'] },
      ...files.manifest
    }
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await prepare(page)
  await page.goto(playground.url + query)
  await page.waitForFunction(() => 'playground' in window)
  await playgroundOf(page, (playground) => playground.ready)
  return {
    page,
    url: playground.url,
    window: async () => {
      const element = await page.waitForSelector('.plugin-window iframe', { state: 'attached' })
      const frame = await element.contentFrame()
      if (frame === null) throw new Error('the plugin’s window has no frame')
      await frame.waitForLoadState('load')
      return frame
    },
    close: async () => {
      await page.close()
      await playground.close()
      await rm(buildDirectory, { recursive: true })
    }
  }
}

/** Calls the page's automation. */
export async function playgroundOf<T>(
  page: Page,
  action: (playground: Automation) => T | Promise<T>
): Promise<T> {
  const playground = await page.evaluateHandle(() => window.playground)
  return playground.evaluate(action)
}

export { launchChromium }
