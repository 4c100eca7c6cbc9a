import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium, type PlaygroundOptions, startPlayground } from '../../playground/testing/server'
import { english } from '../../src/ui/words/english'
import { median } from '../report/median'
import type { Row } from '../report/row'

const launches = 15

/** Greatest time from the menu command to a usable window, ms. */
const goalMs = 300

/** The smallest plugin: a window with the awaited button only. */
const leastMain = `figma.showUI('<button>Expand</button>', { width: 320, height: 640 })`

declare global {
  interface Window {
    /** Unix time when the window was usable, ms with fractions. */
    usableAtMs?: number
  }
}

/**
 * Measures the start of the built plugin on a selected layer of the bundled scene, with a key, until its window shows an enabled
 * *Expand*. Beside it, by turns in one run, a plugin of one button in the same playground.
 */
export async function measureStart(): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'least-plugin-'))
  const browser = await launchChromium()
  try {
    await writeFile(join(directory, 'main.js'), leastMain)
    await writeFile(join(directory, 'ui.js'), '')
    const ours = await openPlayground(browser, {})
    const least = await openPlayground(browser, { buildDirectory: directory })
    const oursMs: number[] = []
    const leastMs: number[] = []
    for (let turn = 0; turn < launches; turn++) {
      oursMs.push(await launch(ours.page))
      leastMs.push(await launch(least.page))
    }
    await ours.close()
    await least.close()
    const ms = median(oursMs)
    return [
      {
        what: `start to interactive (median of ${launches})`,
        measured: `${ms.toFixed(0)} ms; the first ${(oursMs[0] ?? NaN).toFixed(0)} ms`,
        beside: `a plugin of one button: ${median(leastMs).toFixed(0)} ms; the first ${(leastMs[0] ?? NaN).toFixed(0)} ms`,
        ratio: (ms / median(leastMs)).toFixed(2),
        goal: `≤ ${goalMs} ms`,
        isMet: ms <= goalMs
      }
    ]
  } finally {
    await browser.close()
    await rm(directory, { recursive: true })
  }
}

async function openPlayground(
  browser: Browser,
  options: PlaygroundOptions
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const playground = await startPlayground(options)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(noteUsable, english.expand.action)
  await page.goto(new URL('?scene=banner', playground.url).href)
  await page.waitForFunction(() => 'playground' in window)
  await page.evaluate(() => window.playground.ready)
  await page.evaluate(() => {
    window.playground.setStorage({ 'api-key': 'demo-key' })
    window.playground.select(window.playground.findByName('Web banner'))
  })
  return { page, close: () => playground.close() }
}

/** Starts and closes the plugin; returns the time until its window was usable, ms. */
async function launch(page: Page): Promise<number> {
  await page.bringToFront()
  const startedMs = await page.evaluate(async () => {
    const atMs = performance.timeOrigin + performance.now()
    await window.playground.runPlugin()
    return atMs
  })
  const usableMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = setInterval(() => {
          if (window.usableAtMs !== undefined) {
            clearInterval(look)
            resolve(window.usableAtMs)
          }
        }, 20)
      })
  )
  await page.evaluate(() => {
    delete window.usableAtMs
    window.playground.closePlugin()
  })
  return usableMs - startedMs
}

/**
 * The script of every frame: the plugin's window tells the editor's page when *Expand* is enabled. Its functions have no names,
 * since tsx would set them by a helper that the page does not have.
 */
function noteUsable(action: string): void {
  if (window === window.top) {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'object' && data !== null && 'usableAtMs' in data) {
        window.usableAtMs = Number(data.usableAtMs)
      }
    })
    return
  }
  const observer = new MutationObserver(() => {
    const isUsable = Array.from(document.querySelectorAll('button')).some(
      (button) => button.textContent === action && !button.disabled
    )
    if (isUsable) {
      observer.disconnect()
      requestAnimationFrame(() => {
        window.parent.postMessage({ usableAtMs: performance.timeOrigin + performance.now() }, '*')
      })
    }
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}
