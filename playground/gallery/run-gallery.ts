import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { english } from '../../src/ui/words/english'
import { drawSheets } from './draw-sheets'
import { expandRow } from './expand-row'
import { type Exhibit, galleryPage } from './gallery-page'
import { type GallerySession, openGallerySession } from './gallery-session'
import { canvasCorners, rectangleAround } from './rows/canvas-corners'
import type { Outcome, Row } from './rows/row'
import { pictureName } from './rows/sample-layers'

/** Room left around the canvas in the pictures, document units. */
const margin = 40
/** Long side of a picture, px. */
const longSide = 400

/** What the window is titled when a row did what it says; an obstacle's title is its own. */
const titles: Readonly<Record<Outcome, string | null>> = {
  grows: english.ended.placed.grown(pictureName).title,
  behind: english.ended.placed.behind(pictureName).title,
  obstacle: null
}

/** Where the contact sheets are, and what came of the rows that did not do what they say. */
interface GalleryReport {
  readonly sheets: readonly string[]
  readonly others: readonly { readonly name: string; readonly came: string }[]
}

/**
 * Drives the built plugin over all rows and writes what they look like before and after: `index.html` with its
 * `images`, and the same as contact sheets, `sheet-1.png` and on.
 */
export async function runGallery(rows: readonly Row[], out: string): Promise<GalleryReport> {
  await rm(join(out, 'images'), { recursive: true, force: true })
  await mkdir(join(out, 'images'), { recursive: true })
  const session = await openGallerySession()
  try {
    const exhibits: Exhibit[] = []
    for (const [index, row] of rows.entries()) {
      exhibits.push(await exhibit(session, row, { out, name: String(index + 1).padStart(3, '0') }))
    }
    await writeFile(join(out, 'index.html'), galleryPage(exhibits))
    return {
      sheets: await drawSheets(session.browser, out),
      others: exhibits
        .filter(({ didAsSaid }) => !didAsSaid)
        .map(({ row, title, words }) => ({ name: row.name, came: title === '' ? words : title }))
    }
  } finally {
    await session.close()
  }
}

async function exhibit(
  session: GallerySession,
  row: Row,
  to: { readonly out: string; readonly name: string }
): Promise<Exhibit> {
  await session.openRow(row)
  const area = await areaOf(session, row)
  const draw = async (when: 'before' | 'after'): Promise<string> => {
    const file = `images/${to.name}-${when}.png`
    const scale = Math.min(2, longSide / Math.max(area.width, area.height))
    const base64 = await session.page.evaluate(
      (wanted) => window.playground.renderPage(wanted.area, wanted.scale),
      { area, scale }
    )
    await writeFile(join(to.out, file), Buffer.from(base64, 'base64'))
    return file
  }
  const before = await draw('before')
  const { title, canExpand, words } = await expandRow(session, row)
  const isObstacle = row.expect === 'obstacle'
  return {
    row,
    title,
    words,
    before,
    after: canExpand ? await draw('after') : null,
    didAsSaid: isObstacle ? !canExpand && words.includes(row.sentence ?? '') : title === titles[row.expect]
  }
}

/** The canvas of a row's picture with room around it. */
async function areaOf({ page }: GallerySession, row: Row): Promise<Rect> {
  const place = await page.evaluate((name) => {
    const [id] = window.playground.findByName(name)
    return id === undefined ? undefined : window.playground.places()[id]
  }, pictureName)
  if (place === undefined) throw new Error(`${row.name}: there is no ${pictureName}`)
  const { x, y, width, height } = rectangleAround(canvasCorners(place, row.insets))
  const room = Math.max(margin, width / 10)
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room }
}
