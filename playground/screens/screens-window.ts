import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { launchChromium } from '../chromium/browser'
import { bytesToBase64 } from '../host/base64'
import { readManifest } from '../host/manifest'
import { contentSecurityPolicy } from '../host/window/content-security-policy'
import { type Theme, themeRules, windowPage } from '../host/window/window-page'
import { readThemeColors } from '../theme-colors'
import { bundleScreens } from './bundle-screens'
import type { Language } from './page/screen-viewer'
import { readPictures } from './read-pictures'
import { frozenAtMs } from './states/samples/frozen-time'

/** The plugin's window in a browser, with its own views and styles, in whatever state it is put. */
export interface ScreensWindow {
  readonly page: Page
  /** The names of all states. */
  readonly names: readonly string[]
  readonly show: (name: string, language?: Language) => Promise<void>
  readonly setTheme: (theme: Theme) => Promise<void>
  readonly close: () => Promise<void>
}

const require = createRequire(import.meta.url)
const manifestFile = fileURLToPath(new URL('../../manifest.json', import.meta.url))

/** The weights of Inter that the playground's window has. */
const fontWeights = [400, 500, 600, 700] as const

/** Opens the window in a browser of its own; `scale` is the pixels for each CSS pixel. Time stands still in it. */
export async function openScreensWindow({ scale }: { readonly scale: number }): Promise<ScreensWindow> {
  const [html, colors, browser] = await Promise.all([readHtml(), readThemeColors(), launchChromium()])
  try {
    const page = await browser.newPage({ deviceScaleFactor: scale })
    await page.clock.setFixedTime(frozenAtMs)
    const policy = contentSecurityPolicy(
      readManifest(JSON.parse(await readFile(manifestFile, 'utf8'))),
      false
    )
    await page.setContent(
      windowPage(html, { policy, theme: 'light', colors, fontFaces: await readFontFaces() })
    )
    await page.waitForFunction(() => 'screenViewer' in window)
    return {
      page,
      names: await page.evaluate(() => window.screenViewer.names),
      show: (name, language = 'english') =>
        page.evaluate((wanted) => window.screenViewer.show(wanted.name, wanted.language), { name, language }),
      setTheme: (theme) =>
        page.evaluate(
          ({ name, rules }) => {
            const style = document.getElementById('figma-style')
            if (style === null) throw new Error('the page has no #figma-style')
            style.textContent = rules
            document.documentElement.className = `figma-${name}`
          },
          { name: theme, rules: themeRules(colors, theme) }
        ),
      close: () => browser.close()
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

/** What the page's body holds: the element that the build's own page has, the pictures, the styles, the code. */
async function readHtml(): Promise<string> {
  const [{ script, styles }, { subject, results }] = await Promise.all([bundleScreens(), readPictures()])
  const pictures = { subject: bytesToBase64(subject), results: results.map(bytesToBase64) }
  return [
    '<style>',
    styles,
    '</style><div id="create-figma-plugin"></div><script>window.screenPictures = ',
    JSON.stringify(pictures),
    '</script><script>',
    script.replaceAll('</script', '<\\/script'),
    '</script>'
  ].join('')
}

/** Inter, as Figma has it in the window, and what stands in for the fonts of people who read Chinese. */
async function readFontFaces(): Promise<string> {
  const latin = fontWeights.map(async (weight) => {
    const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
    return `@font-face{font-family:Inter;font-weight:${weight};src:${await fontUrl(file)}}`
  })
  return [await readChineseFaces(), ...(await Promise.all(latin))].join('')
}

/** Many files, each for some of the characters, as the font that the window's styles name after Inter. */
async function readChineseFaces(): Promise<string> {
  const sheet = require.resolve('@fontsource-variable/noto-sans-sc/index.css')
  const faces = (await readFile(sheet, 'utf8')).replaceAll("'Noto Sans SC Variable'", 'Helvetica')
  const parts = faces.split(/url\(([^)]+)\)/)
  const written = parts.map((part, index) =>
    index % 2 === 0 ? Promise.resolve(part) : fontUrl(join(dirname(sheet), part))
  )
  return (await Promise.all(written)).join('')
}

async function fontUrl(file: string): Promise<string> {
  return `url(data:font/woff2;base64,${bytesToBase64(await readFile(file))})`
}
