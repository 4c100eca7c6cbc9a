import { build } from 'esbuild'
import type { Browser, Frame, Page } from 'playwright-core'
import { contentSecurityPolicy, windowAddress, windowPage } from '../../../playground/testing/host'

/** Bundles a file of this folder, or one that is named from here, into one script. */
export async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(file, import.meta.url).pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife'
  })
  return outputFiles[0]?.text ?? ''
}

export interface OpenWindow {
  readonly page: Page
  /** The plugin's window. */
  readonly frame: Frame
}

/** Opens a window as the playground does: a `data:` frame of the origin "null", with the policy of a manifest. */
export async function openWindow(browser: Browser, script: string, noWorkers: boolean): Promise<OpenWindow> {
  const policy = contentSecurityPolicy(
    { name: 'Test', main: 'main.js', networkAccess: { allowedDomains: ['none'] } },
    noWorkers
  )
  const figmaPage = windowPage(`<script>${script}</script>`, {
    theme: null,
    colors: { light: {}, dark: {} },
    fontFaces: ''
  })
  const page = await browser.newPage()
  await page.setContent(`<iframe sandbox="allow-scripts" src="${windowAddress(policy)}"></iframe>`)
  await page.evaluate(
    (content) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(content, '*')
    },
    { figmaPage }
  )
  const frame = page.frames()[1]
  if (frame === undefined) throw new Error('there is no frame')
  await frame.waitForFunction('globalThis.calls')
  return { page, frame }
}
