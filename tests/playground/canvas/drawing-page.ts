import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type { ExportRounding, ExportSettings } from '../../../playground/canvas/export'
import type { FontFile } from '../../../playground/canvas/fonts'
import type { SceneFile } from '../../../playground/document/scene/rest'
import { openScriptPage, type ScriptPage } from '../../fixtures/pixels/script-page'
import type { DrawRequest, SentScene } from './drawing-entry'
import { Pixels } from './pixels'

const weights = [400, 500, 600, 700]

/** The playground's drawing in a real browser. */
export interface Drawing {
  draw(scene: SceneFile, area: Area, options?: DrawOptions): Promise<Pixels>
  export(
    scene: SceneFile,
    name: string,
    settings: ExportSettings,
    options?: { images?: Images; rounding?: ExportRounding }
  ): Promise<Buffer>
  readonly page: Page
  close(): Promise<void>
}

/** x, y, width, height, px. */
type Area = readonly [number, number, number, number]
type Images = Readonly<Record<string, string>>
interface DrawOptions {
  readonly images?: Images
  readonly scale?: number
  /** Only this layer. */
  readonly node?: string
}

export async function openDrawing(): Promise<Drawing> {
  const { page, close } = await openDrawingPage()
  return {
    page,
    close,
    async draw(scene, [x, y, width, height], { images = {}, scale = 1, node } = {}) {
      const request = { area: { x, y, width, height }, scale, ...(node === undefined ? {} : { node }) }
      const sent: [SentScene, DrawRequest] = [{ scene, images }, request]
      const base64 = await page.evaluate(([one, two]) => window.drawing.draw(one, two), sent)
      return new Pixels(Math.round(width * scale), Math.round(height * scale), Buffer.from(base64, 'base64'))
    },
    async export(scene, name, settings, { images = {}, rounding = 'ceil' } = {}) {
      const sent: [SentScene, string, ExportSettings, ExportRounding] = [
        { scene, images },
        name,
        settings,
        rounding
      ]
      const result = await page.evaluate(
        ([one, two, three, four]) => window.drawing.export(one, two, three, four),
        sent
      )
      if ('error' in result) {
        throw new Error(result.error)
      }
      return Buffer.from(result.bytes, 'base64')
    }
  }
}

/** Opens a page in Chromium that has the playground's drawing as `window.drawing`, with Inter loaded. */
async function openDrawingPage(): Promise<ScriptPage> {
  const script = await openScriptPage(new URL('./drawing-entry.ts', import.meta.url))
  const fonts = await interFiles()
  await script.page.evaluate((files) => window.drawing.loadFonts(files), fonts)
  return script
}

/** Inter's Latin faces as `data:` URLs. */
async function interFiles(): Promise<readonly FontFile[]> {
  const require = createRequire(import.meta.url)
  return Promise.all(
    weights.map(async (weight) => {
      const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
      const bytes = await readFile(file)
      return { weight, url: `data:font/woff2;base64,${bytes.toString('base64')}` }
    })
  )
}
