import { expect } from 'vitest'
import { expandRow, type GallerySession, pictureName, type Row } from '../../playground/testing/gallery'
import { english } from '../../src/ui/words/english'
import { expectBehind, expectGrown } from './expect-document'
import { changeIn, expectPixels } from './expect-pixels'
import { closeAtRest, drawArea, type Pixels, readState, type RowState } from './row-state'
import { type RowView, rowView } from './row-view'
import { nodeOf, nodesOf } from './scene-nodes'

/** Drives the built plugin over one row and checks all that the row claims. */
export async function checkRow(session: GallerySession, row: Row): Promise<void> {
  await session.openRow(row)
  const { page } = session
  const [targetId = '', ...others] = await page.evaluate(
    (name) => window.playground.findByName(name),
    pictureName
  )
  expect(others).toEqual([])
  const before = await readState(session)
  if (row.expect === 'obstacle') {
    await checkObstacle(session, row, JSON.stringify(before.scene))
    return
  }
  const place = before.places[targetId]
  if (place === undefined) throw new Error(`${row.name}: there is no ${pictureName}`)
  const view = await rowView(session, targetId, place, row)
  const draw = (): Promise<Pixels> => drawArea(session, view.area, view.scale)
  const pixelsBefore = await draw()

  const { title, wordsBefore } = await expandRow(session, row)
  expect(wordsBefore).toContain(row.notice ?? '')
  expect(title).toBe(english.ended.placed[row.expect === 'grows' ? 'grown' : 'behind'](pictureName).title)
  expect(session.standIn?.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  await expectNoErrors(session)
  await closeAtRest(session)
  const after = await readState(session)
  const change = { before, after, targetId, row }
  if (row.expect === 'grows') {
    expectGrown(change)
  } else {
    expectBehind(change)
  }
  const pixelsAfter = await draw()
  expectPixels(view, pixelsBefore, pixelsAfter, row)
  await checkUndoing(session, bytesOf(before), bytesOf(after))
  if (row.expect === 'behind') {
    await checkSeenBehind(session, targetId, view, pixelsBefore, draw)
  }
}

/** The window says why not, and offers nothing to press; nothing is sent and nothing has changed. */
async function checkObstacle(session: GallerySession, row: Row, sceneBefore: string): Promise<void> {
  const { canExpand, words } = await expandRow(session, row)
  expect(canExpand).toBe(false)
  expect(words).toContain(row.sentence)
  expect(session.standIn?.requests.filter(({ method }) => method === 'POST')).toEqual([])
  expect(JSON.stringify((await readState(session)).scene)).toBe(sceneBefore)
  await expectNoErrors(session)
}

/** One step takes all of it back, byte for byte, and one step brings it again. */
async function checkUndoing(session: GallerySession, before: string, after: string): Promise<void> {
  const { page } = session
  expect(await page.evaluate(() => window.playground.undo())).toBe(true)
  expect(bytesOf(await readState(session))).toBe(before)
  expect(await page.evaluate(() => window.playground.redo())).toBe(true)
  expect(bytesOf(await readState(session))).toBe(after)
}

/** All that can be undone, to be compared byte for byte: not the mark that the plugin gives the file itself. */
function bytesOf({ scene }: RowState): string {
  return JSON.stringify({ ...scene, document: { ...scene.document, pluginData: {} } })
}

/** How far on average what the new image repeats of the layer may be from the layer, in steps of 255. */
const mostBehind = 8

/**
 * The new image behind the layer shows the same at the same place, turned the same way: seen when the layer, or all that is in
 * it where it has no image of its own, has no paint.
 */
async function checkSeenBehind(
  session: GallerySession,
  targetId: string,
  view: RowView,
  before: Pixels,
  draw: () => Promise<Pixels>
): Promise<void> {
  const nodes = nodesOf((await readState(session)).scene)
  const within = (id: string): readonly string[] => [id, ...nodeOf(nodes, id).childIds.flatMap(within)]
  const isBackground = JSON.stringify(nodeOf(nodes, targetId).fields['fills']).includes('IMAGE')
  await session.page.evaluate(
    (ids) => {
      for (const id of ids) {
        window.playground.setFills(id, [])
      }
    },
    isBackground ? [targetId] : within(targetId)
  )
  expect(changeIn('kept', view, before, await draw()).average).toBeLessThan(mostBehind)
}

async function expectNoErrors({ page }: GallerySession): Promise<void> {
  expect(await page.evaluate(() => window.playground.pluginErrors())).toEqual([])
}
