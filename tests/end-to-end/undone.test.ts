import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPlugin } from '../../playground/testing/demo'
import { expectNoPluginErrors, openOn, openPluginSession, type PluginSession } from './plugin-session'
import { imageFill, layer, photoOf, sceneOf, solidFill } from './sample-scenes'
import { waitingTasks } from './stored-journal'

let session: PluginSession
beforeAll(async () => {
  const photo = await photoOf(160, 120)
  session = await openPluginSession({
    scene: sceneOf(
      [
        layer('RECTANGLE', '1:2', 'Photo', [0, 0, 160, 120], imageFill),
        layer('RECTANGLE', '1:3', 'Other', [400, 0, 120, 120], imageFill),
        layer('FRAME', '1:4', 'Frame', [0, 400, 300, 200], {
          ...solidFill,
          children: [layer('RECTANGLE', '1:5', 'Inside', [20, 20, 160, 120], imageFill)]
        })
      ],
      { photo }
    )
  })
})
afterAll(() => session.close())
beforeEach(async () => {
  await tellOfChanges(50)
  await session.startOver()
})

/** How late the editor tells the plugin what was changed, ms. */
const tellOfChanges = (delayMs: number): Promise<void> =>
  session.page.evaluate((selectionDelayMs) => {
    window.playground.setSwitches({ selectionDelayMs })
  }, delayMs)

const undo = (): Promise<boolean> => session.page.evaluate(() => window.playground.undo())
const redo = (): Promise<boolean> => session.page.evaluate(() => window.playground.redo())

/** Where every layer is, and what the one shows. */
const look = (id = '1:2'): Promise<unknown> =>
  session.page.evaluate((layerId) => [window.playground.places(), window.playground.fills(layerId)], id)

const remembered = async (): Promise<number> => (await waitingTasks(session.page)).length

const title = (text: string): Promise<void> =>
  session.plugin.getByRole('heading', { level: 2, name: text, exact: true }).waitFor()

async function expandPhoto(): Promise<void> {
  await openOn(session, 'Photo')
  await session.press('Expand')
  await title('Expanded')
}

describe('undo of a placed image', () => {
  it('is said, redo too, and the image is placed again as it was, for no request', async () => {
    const before = await look()
    await expandPhoto()
    const first = await look()

    await undo()
    await title('Undone')
    await session.says('“Photo” is back to how it was.')
    expect(await session.plugin.getByRole('button', { name: 'Keep', exact: true }).count()).toBe(0)

    await redo()
    await title('Expanded')
    expect(await look()).toEqual(first)

    await undo()
    await title('Undone')
    await session.press('Place again')
    await title('Expanded')
    expect(await look()).toEqual(first)
    expect(session.creates()).toBe(1)

    expect(await undo()).toBe(true)
    expect(await look()).toEqual(before)
    await title('Undone')
    await expectNoPluginErrors(session)
  })

  it('leaves the paid image to be had after the window is closed, and not after Dismiss', async () => {
    await expandPhoto()
    expect(await remembered()).toBe(0)
    await undo()
    await title('Undone')
    await expect.poll(remembered).toBe(1)
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })
    await openPlugin(session)
    await session.press('Place the image for “Photo”')
    await title('Expanded')
    await undo()
    await title('Undone')
    await expect.poll(remembered).toBe(1)
    await session.press('Dismiss')
    await expect.poll(remembered).toBe(0)
    expect(await session.windowText()).not.toContain('Undone')
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })

  it('is noticed by Keep, which changes nothing, where the editor has not told of it', async () => {
    await openOn(session, 'Photo')
    await tellOfChanges(3_600_000)
    const before = await session.page.evaluate(() => window.playground.messages().length)
    await session.press('Expand')
    await title('Expanded')
    // The main thread has looked after the placing; it is told of nothing more.
    await session.page.waitForFunction(
      (count) =>
        window.playground
          .messages()
          .slice(count)
          .some(({ body }) => Reflect.get(Object(body), 'name') === 'images-changed'),
      before
    )
    await undo()
    const undone = await look()
    await session.press('Keep')
    await title('Not kept')
    await title('Undone')
    expect(await look()).toEqual(undone)
    await session.press('Place again')
    await title('Expanded')
    expect(await session.windowText()).not.toContain('Not kept')
    await session.press('Keep')
    await title('Kept')
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })

  it('shows which of several variants is there', async () => {
    await openOn(session, 'Photo')
    await session.plugin.getByRole('radio', { name: '2', exact: true }).check({ force: true })
    await session.press('Expand')
    const shown = session.plugin.getByRole('button', { name: /^Variant \d, shown$/ })
    await session.plugin.getByRole('button', { name: /^Variant \d, new$/ }).waitFor()
    const first = (await shown.getAttribute('aria-label')) ?? ''
    await session.plugin.getByRole('button', { name: /^Variant \d, new$/ }).click()
    await expect.poll(() => shown.getAttribute('aria-label')).not.toBe(first)
    const second = (await shown.getAttribute('aria-label')) ?? ''
    await undo()
    await session.plugin.getByRole('button', { name: first, exact: true }).waitFor()
    await title('Expanded')
    await undo()
    await title('Undone')
    await expect.poll(() => shown.count()).toBe(0)
    await redo()
    await session.plugin.getByRole('button', { name: first, exact: true }).waitFor()
    await redo()
    await session.plugin.getByRole('button', { name: second, exact: true }).waitFor()
    expect(session.creates()).toBe(2)
    await expectNoPluginErrors(session)
  })

  it('is said of each of several layers', async () => {
    await session.select('Photo', 'Other')
    await openPlugin(session)
    await session.plugin.getByRole('radio', { name: '16:9', exact: true }).check({ force: true })
    await session.press('Expand')
    await session.says('2 placed')
    await undo()
    await session.says('1 placed, 1 undone')
    await undo()
    await session.says('2 undone')
    await redo()
    await session.says('1 placed, 1 undone')
    expect(session.creates()).toBe(2)
    await expectNoPluginErrors(session)
  })

  it('is said in Chinese', async () => {
    await session.page.evaluate(() => {
      const { settings, ...others } = window.playground.storage()
      window.playground.setStorage({ ...others, settings: { ...Object(settings), language: 'chinese' } })
    })
    await session.select('Photo')
    await openPluginInChinese()
    await session.press('扩图')
    await title('已扩图')
    await undo()
    await title('已撤销')
    await session.says('“Photo”已还原。')
    await session.press('再次放置')
    await title('已扩图')
    expect(session.creates()).toBe(1)
  })
})

describe('what is done to a placed image by hand', () => {
  it('is no undo where the image is there still, and is one where its fill is removed', async () => {
    await expandPhoto()
    const first = await look()
    const change = (edit: 'crop' | 'remove'): Promise<void> =>
      session.page.evaluate((what) => {
        const fills = window.playground.fills('1:2')
        const last = fills.length - 1
        window.playground.setFills(
          '1:2',
          what === 'remove'
            ? fills.slice(0, last)
            : fills.map((paint, at) =>
                at === last && paint.type === 'IMAGE'
                  ? { ...paint, scaleMode: 'FILL', filters: { exposure: 0.5 } }
                  : paint
              )
        )
      }, edit)
    await change('crop')
    await change('remove')
    await title('Undone')
    await session.says('The image for “Photo” isn’t in the file anymore.')
    await undo()
    await title('Expanded')
    await undo()
    await change('remove')
    await title('Undone')
    await session.press('Place again')
    await title('Expanded')
    expect(await look()).toEqual(first)
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })

  it('is said of a layer that is deleted; the image is placed beside where it was', async () => {
    await expandPhoto()
    await session.page.evaluate(() => {
      window.playground.removeNode('1:2')
    })
    await title('Undone')
    await session.press('Place again')
    await title('Placed beside')
    await undo()
    await title('Undone')
    await undo()
    await title('Expanded')
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })

  it('is said of a filled frame, which is filled again', async () => {
    await session.select('Frame')
    await openPlugin(session)
    await session.press('Expand')
    await title('Filled')
    const first = await look('1:4')
    await undo()
    await title('Undone')
    await session.press('Place again')
    await title('Filled')
    expect(await look('1:4')).toEqual(first)
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })
})

async function openPluginInChinese(): Promise<void> {
  await session.page.evaluate(() => window.playground.runPlugin())
  await session.plugin.getByRole('button', { name: '设置', exact: true }).waitFor()
}
