import type { Page } from 'playwright-core'
import { firstWindowSize as windowSize, leastWindowSize } from '../../src/core/window-size'
import type { Theme } from '../host/window/window-page'
import type { Language } from './page/screen-viewer'
import type { ScreensWindow } from './screens-window'

/** One picture of a state. */
export interface Screenshot {
  readonly kind: 'window' | 'tall' | 'narrow'
  readonly theme: Theme
  readonly language: Language
  readonly png: Uint8Array
}

/**
 * Draws a state in both themes as the window opens and, where it is longer than that, as it is when scrolled through;
 * once in the narrowest window; and the whole of it in Chinese.
 */
export async function drawScreen(window: ScreensWindow, name: string): Promise<readonly Screenshot[]> {
  const { page } = window
  await page.setViewportSize(windowSize)
  await window.show(name)
  const shots: Screenshot[] = []
  let language: Language = 'english'
  const draw = async (kind: Screenshot['kind'], themes: readonly Theme[]): Promise<void> => {
    for (const theme of themes) {
      await window.setTheme(theme)
      shots.push({ kind, theme, language, png: await page.screenshot({ animations: 'disabled' }) })
    }
  }
  await draw('window', ['light', 'dark'])
  const height = await contentHeight(page)
  if (height > windowSize.height) {
    await page.setViewportSize({ width: windowSize.width, height })
    await draw('tall', ['light', 'dark'])
  }
  await page.setViewportSize({ width: leastWindowSize.width, height: windowSize.height })
  await page.setViewportSize({ width: leastWindowSize.width, height: await contentHeight(page) })
  await draw('narrow', ['light'])
  language = 'chinese'
  await page.setViewportSize(windowSize)
  await window.show(name, language)
  await page.setViewportSize({
    width: windowSize.width,
    height: Math.max(windowSize.height, await contentHeight(page))
  })
  await draw('tall', ['light'])
  return shots
}

function contentHeight(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight)
}
