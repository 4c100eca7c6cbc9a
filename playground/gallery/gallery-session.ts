import type { Browser } from 'playwright-core'
import { developmentUrl, openSession, type Session } from '../demo/session'
import { quickenTime, quickService } from './quick-time'
import type { Row } from './rows/row'
import { pageNames, rowImages, rowScene } from './rows/row-scene'

/** A playground in which one row after the other is opened. */
export interface GallerySession extends Session {
  readonly browser: Browser
  /** Opens a row's document; the plugin is closed and has its key and the stand-in's address. */
  readonly openRow: (row: Row) => Promise<void>
}

export async function openGallerySession(): Promise<GallerySession> {
  const session = await openSession({ service: { processingMs: 10, ...quickService } })
  const { page, standIn } = session
  await quickenTime(page)
  // The smaller the editor, the less there is to draw without a graphics card.
  await page.setViewportSize({ width: 1000, height: 760 })
  const images = await rowImages()
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page has no browser of its own')
  return {
    ...session,
    browser,
    openRow: async (row) => {
      standIn?.reset()
      await page.evaluate(
        async ({ scene, files, settings }) => {
          window.playground.closePlugin()
          await window.playground.openScene(scene, files)
          window.playground.setStorage({ settings, 'api-key': 'demo-key' })
        },
        { scene: rowScene(row), files: images, settings: { region: 'own', ownUrl: developmentUrl } }
      )
      if (row.page !== undefined) {
        await page.evaluate((name) => {
          window.playground.openPage(name)
        }, pageNames[1])
      }
    }
  }
}
