import type { FrameLocator } from 'playwright-core'
import { english } from '../../src/ui/words/english'
import { chooseMode, enterInsets, openPlugin } from '../demo/use-plugin'
import type { GallerySession } from './gallery-session'
import type { Row } from './rows/row'
import { pageNames } from './rows/row-scene'
import { pictureName } from './rows/sample-layers'

/** What the window said of a row in the end. */
export interface RowReport {
  readonly title: string
  /** All that the window says, as a person reads it. */
  readonly words: string
  /** What it said before Expand was pressed. */
  readonly wordsBefore: string
  readonly canExpand: boolean
}

/** Selects the picture of an open row, opens the plugin, types the row's insets and presses Expand where it can be pressed. */
export async function expandRow(session: GallerySession, row: Row): Promise<RowReport> {
  const { page, plugin } = session
  await page.evaluate((name) => {
    window.playground.select(window.playground.findByName(name))
  }, pictureName)
  await openPlugin(session)
  await chooseMode(plugin, 'sides')
  const main = plugin.getByRole('main')
  const fields = plugin.getByRole('textbox', { name: english.sides.top, exact: true })
  await fields
    .or(plugin.getByRole('heading', { level: 2 }))
    .first()
    .waitFor()
  const hasForm = (await fields.count()) > 0
  if (hasForm) {
    const { top, right, bottom, left } = row.insets
    await enterInsets(plugin, {
      top: String(top),
      right: String(right),
      bottom: String(bottom),
      left: String(left)
    })
    if (row.content === 'everything') {
      await plugin.getByRole('radio', { name: english.expand.contents.everything }).check({ force: true })
    }
  }
  const button = plugin.getByRole('button', { name: english.expand.action, exact: true })
  const canExpand = hasForm && (await button.isEnabled())
  const wordsBefore = await main.innerText()
  if (!canExpand) {
    return { title: hasForm ? '' : await firstTitle(plugin), words: wordsBefore, wordsBefore, canExpand }
  }
  if (row.page === 'left') {
    session.standIn?.setFaults({ stuck: true })
  }
  await button.click()
  if (row.page === 'left') {
    await plugin.getByRole('progressbar').waitFor()
    await page.evaluate((name) => {
      window.playground.openPage(name)
    }, pageNames[0])
    session.standIn?.setFaults({ stuck: false })
    // Meanwhile the window tells of the other page that nothing is selected there.
    await plugin.getByRole('progressbar').waitFor({ state: 'detached' })
  }
  const title = await firstTitle(plugin)
  const words = await main.innerText()
  if (row.page === 'left') {
    await page.evaluate((name) => {
      window.playground.openPage(name)
    }, pageNames[1])
  }
  return { title, words, wordsBefore, canExpand }
}

/** What was done is told first, what is selected now after it. */
function firstTitle(plugin: FrameLocator): Promise<string> {
  return plugin.getByRole('heading', { level: 2 }).first().innerText()
}
