import { createServer, type Server } from 'node:http'
import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findNode, openPlugin } from '../../playground/testing/demo'
import type { SceneNode } from '../../playground/testing/document'
import { english } from '../../src/ui/words/english'
import { placedTitle } from './expected-words'
import { expectNoPluginErrors, openOn, openPluginSession, type PluginSession } from './plugin-session'
import { imageFill, layer, photoOf, sceneOf, solidFill } from './sample-scenes'

/** What is drawn of the page in a rectangle, as raw RGBA. */
async function pixels(
  session: PluginSession,
  area: { x: number; y: number; width: number; height: number }
): Promise<Buffer> {
  const base64 = await session.page.evaluate((wanted) => window.playground.renderPage(wanted, 1), area)
  return sharp(Buffer.from(base64, 'base64')).ensureAlpha().raw().toBuffer()
}

function node(scene: Awaited<ReturnType<PluginSession['dump']>>, id: string): SceneNode {
  const found = findNode(scene.document, id)
  if (found === null) throw new Error(`there is no ${id}`)
  return found
}

/** Everything in the file's pages, byte for byte. */
function pagesOf({ document }: Awaited<ReturnType<PluginSession['dump']>>): string {
  return JSON.stringify(document.children)
}

/** The same place on the page, but for the rounding of floating point. */
function expectSameBox(one: SceneNode, other: SceneNode): void {
  for (const [field, length] of Object.entries(one['absoluteBoundingBox'] as Record<string, number>)) {
    expect(length).toBeCloseTo((other['absoluteBoundingBox'] as Record<string, number>)[field] ?? NaN, 6)
  }
}

let session: PluginSession
beforeAll(async () => {
  session = await openPluginSession({ scene: 'banner' })
})
afterAll(() => session.close())

describe('expanding the banner of the bundled scene', () => {
  it('adds a paint and grows the frame; children stay where they are seen; undo takes all of it back', async () => {
    const before = await session.dump()
    const bannerId = (await session.page.evaluate(() => window.playground.findByName('Web banner')))[0] ?? ''
    const children = node(before, bannerId).children ?? []
    expect(children.length).toBeGreaterThan(2)

    await openOn(session, 'Web banner')
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    const after = await session.dump()
    const old = node(before, bannerId)
    const grown = node(after, bannerId)
    expect(grown['absoluteBoundingBox']).toEqual({ x: -120, y: -44, width: 1680, height: 528 })
    expect(grown['fills']).toEqual([
      ...(old['fills'] as unknown[]),
      expect.objectContaining({ type: 'IMAGE' })
    ])
    for (const child of children) {
      expectSameBox(node(after, child.id), child)
    }
    expect(session.creates()).toBe(1)

    expect(await session.page.evaluate(() => window.playground.undo())).toBe(true)
    // The file keeps the mark by which its paid tasks find it; everything else is as it was.
    expect(pagesOf(await session.dump())).toBe(pagesOf(before))
    await expectNoPluginErrors(session)
  })
})

describe('what is on screen', () => {
  let scene: ReturnType<typeof sceneOf>
  beforeAll(async () => {
    const photo = await photoOf(400, 200)
    scene = sceneOf(
      [
        layer('FRAME', '1:2', 'Card', [100, 50, 400, 200], {
          ...imageFill,
          children: [
            layer('RECTANGLE', '1:3', 'Badge', [20, 20, 80, 30], solidFill),
            layer('TEXT', '1:4', 'Title', [20, 80, 200, 40], {
              ...solidFill,
              characters: 'Fresh coffee',
              style: { fontFamily: 'Inter', fontWeight: 700, fontSize: 24 }
            })
          ]
        }),
        layer('RECTANGLE', '1:5', 'Photo', [100, 400, 400, 200], imageFill),
        layer('ELLIPSE', '1:6', 'Round', [700, 400, 200, 200], imageFill),
        layer('FRAME', '1:7', 'List', [700, 50, 300, 100], {
          ...imageFill,
          layoutMode: 'HORIZONTAL',
          primaryAxisSizingMode: 'FIXED',
          counterAxisSizingMode: 'FIXED',
          primaryAxisAlignItems: 'CENTER',
          counterAxisAlignItems: 'MAX',
          itemSpacing: 10,
          paddingLeft: 20,
          paddingRight: 10,
          paddingTop: 5,
          paddingBottom: 15,
          children: [
            layer('RECTANGLE', '1:8', 'One', [100, 55, 40, 30], solidFill),
            layer('RECTANGLE', '1:9', 'Two', [150, 55, 60, 30], solidFill)
          ]
        })
      ],
      { photo }
    )
  })
  beforeEach(() => session.startOver({ scene }))

  it.each([
    ['a frame with live layers', 'Card', { x: 100, y: 50, width: 400, height: 200 }],
    ['a rectangle', 'Photo', { x: 100, y: 400, width: 400, height: 200 }]
  ])('of %s is the same pixel by pixel where the image was, and new around it', async (_name, name, area) => {
    const around = { x: area.x - 20, y: area.y - 20, width: area.width + 60, height: area.height + 40 }
    const kept = await pixels(session, area)
    const surroundings = await pixels(session, around)
    await openOn(session, name, { top: '20', right: '40', bottom: '20', left: '20' })
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    expect((await pixels(session, area)).equals(kept)).toBe(true)
    expect((await pixels(session, around)).equals(surroundings)).toBe(false)
    await expectNoPluginErrors(session)
  })

  it('of an auto-layout frame keeps its children in place, whatever their alignment', async () => {
    const before = await session.dump()
    await openOn(session, 'List', { top: '10', right: '60', bottom: '20', left: '30' })
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    const after = await session.dump()
    expect(node(after, '1:7')['absoluteBoundingBox']).toEqual({ x: 670, y: 40, width: 390, height: 130 })
    for (const id of ['1:8', '1:9']) {
      expectSameBox(node(after, id), node(before, id))
    }
  })

  it('leaves no temporary layer behind', async () => {
    await openOn(session, 'Round')
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    const { document } = await session.dump()
    expect(document.children?.[0]?.children?.map(({ name }) => name)).toEqual([
      'Card',
      'Photo',
      'Round',
      'List'
    ])
  })

  describe('in the window, before anything is sent', () => {
    const field = (name: string): Promise<string> =>
      session.plugin.getByRole('textbox', { name, exact: true }).inputValue()
    const handle = (name: string): Locator => session.plugin.getByRole('slider', { name, exact: true })
    beforeEach(async () => {
      await session.select('Photo')
      await openPlugin(session)
    })

    it('a layer is made 16:9 in two presses: its shape, and Expand', async () => {
      await session.plugin.getByRole('radio', { name: '16:9', exact: true }).click()
      await session.press(english.expand.action)
      await session.says(placedTitle('grown'))
      const box = node(await session.dump(), '1:5')['absoluteBoundingBox']
      expect(box).toEqual({ x: 100, y: 388, width: 400, height: 225 })
    })

    it('a side follows the pointer, and Escape takes it back', async () => {
      const box = await handle(english.sides.right).boundingBox()
      if (box === null) throw new Error('the handle is not there')
      const { mouse, keyboard } = session.page
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await mouse.move(x, y)
      await mouse.down()
      await mouse.move(x + 15, y)
      await mouse.move(x + 30, y)
      await expect
        .poll(async () => (await handle(english.sides.right).boundingBox())?.x)
        .toBeCloseTo(box.x + 30, -1)
      expect(Number(await field(english.sides.right))).toBeGreaterThan(80)
      expect([await field(english.sides.top), await field(english.sides.left)]).toEqual(['20', '40'])
      await keyboard.press('Escape')
      await expect.poll(() => field(english.sides.right)).toBe('10%')
      await mouse.up()
      expect(await field(english.sides.right)).toBe('10%')
    })

    it('keys move a side by 1 and by 10, all sides with Alt, and take it to 0', async () => {
      await handle(english.sides.top).focus()
      const { keyboard } = session.page
      await keyboard.press('ArrowUp')
      await keyboard.press('Shift+ArrowUp')
      await expect.poll(() => field(english.sides.top)).toBe('31')
      await keyboard.press('Alt+ArrowDown')
      await expect
        .poll(() =>
          Promise.all(
            [english.sides.top, english.sides.right, english.sides.bottom, english.sides.left].map(field)
          )
        )
        .toEqual(['30', '39', '19', '39'])
      await keyboard.press('Delete')
      await expect.poll(() => field(english.sides.top)).toBe('0')
      expect(await field(english.expand.height)).toBe('219')
    })

    it('a side is taken to 0 by a double press', async () => {
      await handle(english.sides.left).dblclick()
      await expect.poll(() => field(english.sides.left)).toBe('0')
    })
  })
})

describe('an image from a link', () => {
  let files: Server
  let url: string
  beforeAll(async () => {
    const photo = await photoOf(200, 100)
    files = createServer((_request, response) => {
      response.end(photo)
    })
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
    const address = files.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/photos/coffee.png`
  })
  afterAll(() => files.close())

  it('is placed in the middle of the view, selected, with its own size and name; undo takes it back', async () => {
    await session.startOver()
    const before = await session.dump()
    await session.select()
    await openPlugin(session)
    await session.plugin.getByRole('textbox', { name: english.link.label }).fill(url)
    await session.plugin.getByRole('textbox', { name: english.link.allSides }).fill('50')
    await session.press(english.expand.action)
    await session.says(placedTitle('in-view'))
    expect(session.creates()).toBe(1)
    const [id = ''] = await session.page.evaluate(() => window.playground.findByName('coffee.png'))
    expect(node(await session.dump(), id)['absoluteBoundingBox']).toMatchObject({ width: 400, height: 200 })
    expect(await session.page.evaluate(() => window.playground.undo())).toBe(true)
    expect(pagesOf(await session.dump())).toBe(pagesOf(before))
    await expectNoPluginErrors(session)
  })
})
