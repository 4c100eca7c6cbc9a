import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import { launchChromium, type OpenEditor, openEditor, playgroundOf } from './open-editor'

let browser: Browser
let editor: OpenEditor

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(() => editor.close())

/** A 300 × 200 frame at the page's origin with a 100 × 50 rectangle in its middle, and a second frame beside it. */
const scene = {
  name: 'Small',
  document: {
    id: '0:0',
    name: 'Document',
    type: 'DOCUMENT',
    children: [
      {
        id: '0:1',
        name: 'Page 1',
        type: 'CANVAS',
        children: [
          {
            id: '1:2',
            name: 'Card',
            type: 'FRAME',
            size: { x: 300, y: 200 },
            relativeTransform: [
              [1, 0, 0],
              [0, 1, 0]
            ],
            fills: [{ type: 'SOLID', color: { r: 1, g: 1, b: 1, a: 1 } }],
            children: [
              {
                id: '1:3',
                name: 'Photo',
                type: 'RECTANGLE',
                size: { x: 100, y: 50 },
                relativeTransform: [
                  [1, 0, 100],
                  [0, 1, 75]
                ],
                fills: [{ type: 'SOLID', color: { r: 0, g: 0, b: 1, a: 1 } }],
                constraints: { horizontal: 'LEFT', vertical: 'TOP' }
              }
            ]
          },
          {
            id: '1:4',
            name: 'Other',
            type: 'FRAME',
            size: { x: 100, y: 100 },
            relativeTransform: [
              [1, 0, 400],
              [0, 1, 0]
            ],
            fills: [{ type: 'SOLID', color: { r: 0, g: 1, b: 0, a: 1 } }],
            children: []
          }
        ]
      }
    ]
  }
}

const plugin = `
  figma.on('selectionchange', () => console.log(figma.currentPage.selection.map((node) => node.name).join('+') || 'nothing'))
  figma.showUI('<script>onmessage = (event) => parent.postMessage(event.data, "*")</script>', { width: 200, height: 100 })`

async function open(main = plugin, ui = ''): Promise<Page> {
  editor = await openEditor(browser, { main, ui })
  const playground = await editor.page.evaluateHandle(() => window.playground)
  await playground.evaluate((automation, given) => automation.openScene(given, {}), scene)
  return editor.page
}

/** Where a point of the page is on the screen: the two frames fill the canvas's middle at 100 %. */
async function screen(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.getByLabel('Canvas').boundingBox()
  if (box === null) throw new Error('the canvas is not on screen')
  return { x: box.x + box.width / 2 + x - 250, y: box.y + box.height / 2 + y - 100 }
}

async function click(
  page: Page,
  x: number,
  y: number,
  modifiers: ('Control' | 'Shift')[] = []
): Promise<void> {
  const at = await screen(page, x, y)
  for (const key of modifiers) await page.keyboard.down(key)
  await page.mouse.click(at.x, at.y)
  for (const key of modifiers) await page.keyboard.up(key)
}

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const [a, b] = [await screen(page, ...from), await screen(page, ...to)]
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2)
  await page.mouse.move(b.x, b.y)
  await page.mouse.up()
}

const selected = (page: Page): Promise<readonly string[]> =>
  playgroundOf(page, (playground) => playground.selection())

interface Box {
  readonly size: { readonly x: number; readonly y: number }
  readonly relativeTransform: readonly (readonly number[])[]
}

/** Size and place of a node, as the dump has them: [x, y, width, height]. */
async function boxOf(page: Page, id: string): Promise<readonly unknown[]> {
  const dump = await playgroundOf(page, (playground) => playground.dump())
  const find = (node: unknown): Box | null => {
    if (typeof node !== 'object' || node === null) return null
    // The dump is a tree of plain nodes.
    const { id: own, children = [] } = node as { id: string; children?: readonly unknown[] }
    if (own === id) return node as Box
    return children.map(find).find((each) => each !== null) ?? null
  }
  const box = find(dump.document)
  return [box?.relativeTransform[0]?.[2], box?.relativeTransform[1]?.[2], box?.size.x, box?.size.y]
}

describe('selecting', () => {
  it('a click takes the outermost, with Ctrl the innermost, with Shift one more', async () => {
    const page = await open()
    await click(page, 150, 100)
    expect(await selected(page)).toEqual(['1:2'])
    await click(page, 150, 100, ['Control'])
    expect(await selected(page)).toEqual(['1:3'])
    await click(page, 450, 50, ['Shift'])
    expect(await selected(page)).toEqual(['1:3', '1:4'])
    await click(page, 450, 50, ['Shift'])
    expect(await selected(page)).toEqual(['1:3'])
    await click(page, 350, 300)
    expect(await selected(page)).toEqual([])
  })

  it('a double click goes one deeper, and the layers panel selects too', async () => {
    const page = await open()
    await click(page, 20, 20)
    const at = await screen(page, 150, 100)
    await page.mouse.dblclick(at.x, at.y)
    expect(await selected(page)).toEqual(['1:3'])
    await page.getByRole('treeitem', { name: 'Other' }).click()
    expect(await selected(page)).toEqual(['1:4'])
  })

  it('reaches the plugin late and once', async () => {
    const page = await open()
    const atOnce = await playgroundOf(page, async (playground) => {
      playground.setSwitches({ selectionDelayMs: 40 })
      await playground.runPlugin()
      playground.select(['1:2'])
      playground.select(['1:4'])
      playground.select(['1:2', '1:3'])
      return document.querySelector('.console-strip ol')?.textContent ?? ''
    })
    expect(atOnce).toBe('')
    await page.waitForSelector('.console-strip')
    await page.waitForTimeout(100)
    await page.getByRole('button', { name: 'Show all' }).click()
    expect(await page.locator('.console-strip ol').textContent()).toBe('Card+Photo')
  })
})

describe('editing by hand', () => {
  it('dragging moves, and is one undo step', async () => {
    const page = await open()
    await drag(page, [20, 20], [50, 60])
    expect(await boxOf(page, '1:2')).toEqual([30, 40, 300, 200])
    await page.keyboard.press('Control+z')
    expect(await boxOf(page, '1:2')).toEqual([0, 0, 300, 200])
    await page.keyboard.press('Control+Shift+z')
    expect(await boxOf(page, '1:2')).toEqual([30, 40, 300, 200])
  })

  const handles: readonly (readonly [string, [number, number], [number, number], readonly number[]])[] = [
    ['the right side', [300, 100], [360, 100], [0, 0, 360, 200]],
    ['the bottom right corner', [300, 200], [340, 260], [0, 0, 340, 260]],
    ['the left side', [0, 100], [-40, 100], [-40, 0, 340, 200]],
    ['the top left corner', [0, 0], [-10, -20], [-10, -20, 310, 220]]
  ]
  test.each(handles)(
    'dragging %s resizes a frame and scales nothing in it',
    async (_name, from, to, expected) => {
      const page = await open()
      await click(page, 20, 20)
      await drag(page, from, to)
      expect(await boxOf(page, '1:2')).toEqual(expected)
      expect(await boxOf(page, '1:3')).toEqual([100, 75, 100, 50])
    }
  )

  it('the panel’s fields set place and size', async () => {
    const page = await open()
    await click(page, 450, 50)
    await page.getByLabel('Width').fill('250')
    await page.getByLabel('Width').press('Enter')
    expect(await boxOf(page, '1:4')).toEqual([400, 0, 250, 100])
  })
})

describe('the automation', () => {
  it('finds, edits and draws', async () => {
    const page = await open()
    const result = await playgroundOf(page, async (playground) => {
      playground.resizeNode('1:4', 50, 60)
      playground.moveNode('1:4', 7, 8)
      playground.setFills('1:4', [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }])
      const png = await playground.renderNode('1:4', { scale: 2 })
      const blob = await (await fetch(`data:image/png;base64,${png}`)).blob()
      const bitmap = await createImageBitmap(blob)
      const area = await playground.renderPage({ x: 0, y: 0, width: 10, height: 20 })
      playground.removeNode('1:3')
      return {
        ids: playground.findByName('Other'),
        size: [bitmap.width, bitmap.height],
        drawn: area.length > 50,
        left: playground.findByName('Photo')
      }
    })
    expect(result).toEqual({ ids: ['1:4'], size: [100, 120], drawn: true, left: [] })
    expect(await boxOf(page, '1:4')).toEqual([7, 8, 50, 60])
  })

  it('dumps the same after an undo as before, byte for byte', async () => {
    const page = await open(`
      const [card] = figma.currentPage.children
      card.resizeWithoutConstraints(500, 300); card.fills = []; card.setPluginData('a', 'b')
      card.setRelaunchData({}); figma.createEllipse(); figma.closePlugin()`)
    const dumps = await playgroundOf(page, async (playground) => {
      const before = JSON.stringify(playground.dump())
      await playground.runPlugin()
      const after = JSON.stringify(playground.dump())
      playground.undo()
      return { before, after, undone: JSON.stringify(playground.dump()) }
    })
    expect(dumps.after).not.toBe(dumps.before)
    expect(dumps.undone).toBe(dumps.before)
  })

  it('reads and sets the plugin’s storage', async () => {
    const page = await open(
      `figma.clientStorage.getAsync('a').then((a) => figma.clientStorage.setAsync('b', a + 1))`
    )
    await playgroundOf(page, (playground) => {
      playground.setStorage({ a: 1 })
      return playground.runPlugin()
    })
    await page.waitForFunction(() => 'playground' in window)
    expect(await playgroundOf(page, (playground) => playground.storage())).toEqual({ a: 1, b: 2 })
  })
})

describe('the plugin’s window and messages', () => {
  it('closes by its button, and runs again', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Test plugin' }).click()
    await page.waitForSelector('.plugin-window')
    await page.getByRole('button', { name: 'Close plugin' }).click()
    expect(await page.locator('.plugin-window').count()).toBe(0)
    expect(await playgroundOf(page, (playground) => playground.isPluginOpen())).toBe(false)
    await page.getByRole('button', { name: 'Test plugin' }).click()
    await page.waitForSelector('.plugin-window')
    expect(await playgroundOf(page, (playground) => playground.pluginErrors())).toEqual([])
  })

  it('can be closed while exports and answers are under way', async () => {
    const page = await open(`
      figma.showUI('<script>setInterval(() => parent.postMessage({ pluginMessage: 1 }, "*"), 1)</script>')
      figma.ui.onmessage = async () => {
        const bytes = await figma.currentPage.children[0].exportAsync({ format: 'PNG' })
        figma.ui.postMessage(bytes)
      }`)
    await playgroundOf(page, async (playground) => {
      playground.setSwitches({ exportDelayMs: 30 })
      await playground.runPlugin()
    })
    await page.waitForTimeout(150)
    await playgroundOf(page, (playground) => {
      playground.closePlugin()
    })
    await page.waitForTimeout(100)
    expect(await playgroundOf(page, (playground) => playground.pluginErrors())).toEqual([])
    expect(await playgroundOf(page, (playground) => playground.isPluginOpen())).toBe(false)
  })

  it('exports what the document shows, at the size that was asked for', async () => {
    const page = await open(`
      figma.currentPage.children[0].exportAsync({ format: 'PNG', constraint: { type: 'WIDTH', value: 600 }, useAbsoluteBounds: true, colorProfile: 'SRGB' })
        .then((bytes) => figma.createImage(bytes).getSizeAsync())
        .then(({ width, height }) => figma.notify(width + ' × ' + height))`)
    await playgroundOf(page, (playground) => playground.runPlugin())
    await page.getByRole('status').getByText('600 × 400').waitFor()
    expect(await playgroundOf(page, (playground) => playground.notifications())).toEqual(['600 × 400'])
  })

  it('shows what the plugin did wrong', async () => {
    const page = await open(`Promise.reject(new Error('nobody caught this'))`)
    await playgroundOf(page, (playground) => playground.runPlugin())
    await page.getByLabel('Plugin console').getByText('nobody caught this').waitFor()
    expect(await playgroundOf(page, (playground) => playground.pluginErrors())).toEqual([
      'Uncaught (in promise) Error: nobody caught this'
    ])
  })
})
