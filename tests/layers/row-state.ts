import sharp from 'sharp'
import type { SceneFile } from '../../playground/testing/document'
import type { Place } from '../../playground/testing/editor'
import type { GallerySession, Row } from '../../playground/testing/gallery'

/** A document as it stands, with where each of its layers is seen. */
export interface RowState {
  readonly scene: SceneFile
  readonly places: Readonly<Record<string, Place>>
}

/** What became of a row's document when the layer was expanded. */
export interface RowChange {
  readonly before: RowState
  readonly after: RowState
  readonly targetId: string
  readonly row: Row
}

export function placeOf({ places }: RowState, id: string): Place {
  const place = places[id]
  if (place === undefined) throw new Error(`there is no ${id}`)
  return place
}

export function readState({ page }: GallerySession): Promise<RowState> {
  return page.evaluate(() => ({ scene: window.playground.dump(), places: window.playground.places() }))
}

/**
 * Waits until the plugin rests, then closes it: a picture of what is selected may still be made for its window, with a
 * temporary layer.
 */
export async function closeAtRest({ page }: GallerySession): Promise<void> {
  await page.evaluate(async () => {
    let [quietLooks, seen] = [0, -1]
    while (quietLooks < 6) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      const count = window.playground.messages().length
      const isBusy = count !== seen || JSON.stringify(window.playground.dump()).includes('"temporary":')
      quietLooks = isBusy ? 0 : quietLooks + 1
      seen = count
    }
    window.playground.closePlugin()
  })
}

/** Pixels of an area of the page, or of a layer alone. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Buffer
}

export async function drawArea({ page }: GallerySession, area: Rect, scale: number): Promise<Pixels> {
  return decode(
    await page.evaluate((wanted) => window.playground.renderPage(wanted.area, wanted.scale), { area, scale })
  )
}

export async function drawLayer({ page }: GallerySession, nodeId: string, scale: number): Promise<Pixels> {
  return decode(
    await page.evaluate((wanted) => window.playground.renderNode(wanted.nodeId, { scale: wanted.scale }), {
      nodeId,
      scale
    })
  )
}

async function decode(base64: string): Promise<Pixels> {
  const { data, info } = await sharp(Buffer.from(base64, 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgba: data }
}
