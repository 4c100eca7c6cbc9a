import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { exhibitClass, pageWidth } from './gallery-page'

/** The tallest contact sheet, px. */
const tallest = 4096

/** Draws the gallery's page as contact sheets, each ending between two rows; returns their files. */
export async function drawSheets(browser: Browser, out: string): Promise<readonly string[]> {
  const sheet = await browser.newPage()
  try {
    await sheet.setViewportSize({ width: pageWidth, height: 1000 })
    await sheet.goto(pathToFileURL(resolve(out, 'index.html')).href)
    const boxes = await Promise.all(
      (await sheet.locator(`.${exhibitClass}`).all()).map((box) => box.boundingBox())
    )
    const files: string[] = []
    let [from, to] = [0, 0]
    const draw = async (): Promise<void> => {
      const file = join(out, `sheet-${files.length + 1}.png`)
      const clip = { x: 0, y: from, width: pageWidth, height: to - from }
      await sheet.screenshot({ path: file, clip, fullPage: true })
      files.push(file)
      from = to
    }
    for (const box of boxes) {
      const bottom = Math.ceil((box?.y ?? 0) + (box?.height ?? 0)) + 6
      if (bottom - from > tallest) {
        await draw()
      }
      to = Math.max(to, bottom)
    }
    await draw()
    return files
  } finally {
    await sheet.close()
  }
}
