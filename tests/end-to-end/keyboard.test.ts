import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findNode, openPlugin } from '../../playground/testing/demo'
import { english } from '../../src/ui/words/english'
import { isEverythingTested } from '../some-rows'
import { placedTitle } from './expected-words'
import { expectNoPluginErrors, openPluginSession, type PluginSession } from './plugin-session'
import { imageFill, layer, photoOf, sceneOf } from './sample-scenes'

let session: PluginSession
let photo: Buffer
beforeAll(async () => {
  photo = await photoOf(200, 100)
  session = await openPluginSession({
    scene: sceneOf([layer('RECTANGLE', '1:2', 'Photo', [100, 50, 200, 100], imageFill)], { photo })
  })
})
afterAll(() => session.close())

/** The name of what has the focus in the plugin's window, as a screen reader says it. */
const focused = (): Promise<string> =>
  session.plugin.locator('body').evaluate(({ ownerDocument: { activeElement: element } }) => {
    const label = element?.closest('label')?.textContent ?? ''
    return (element?.getAttribute('aria-label') ?? (label === '' ? element?.textContent : label) ?? '').trim()
  })

const press = (key: string): Promise<void> => session.page.keyboard.press(key)

/** Presses Tab until something has the focus; gives the names of all that had it on the way. */
async function tabTo(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string[]> {
  const passed: string[] = []
  while (passed.length < 60) {
    await press(key)
    const now = await focused()
    if (now === name) {
      return passed
    }
    passed.push(now)
  }
  throw new Error(`Tab does not lead to "${name}", but to ${passed.join(', ')}`)
}

/** Opens the plugin and gives its window the focus, as Figma does. */
async function open(): Promise<void> {
  await session.select('Photo')
  await openPlugin(session)
  await session.page.locator('iframe[title="Full Bleed"]').focus()
}

describe('the main job by keyboard alone', () => {
  it('from the first run to the kept image: the key, how far, Expand, Keep', async () => {
    await session.startOver({ key: null })
    await open()

    await tabTo(english.expand.addKey)
    await press('Enter')
    await expect.poll(focused).toBe(english.settings.key)
    await session.page.keyboard.type('demo-key')
    await press('Enter')
    await session.says(english.settings.keySaved)
    await press('Escape')
    await expect.poll(focused).toBe(english.expand.settings)

    await tabTo(english.sides.right)
    await press('Shift+ArrowRight')
    await press('ArrowRight')
    await tabTo(english.expand.prompt)
    await session.page.keyboard.type('more beach')
    await tabTo(english.expand.action)
    await press('Enter')
    await expect.poll(focused).toBe(english.running.cancel)
    await session.says(placedTitle('grown'))
    await expect.poll(focused).toBe(english.ended.keep)
    await press('Enter')
    await session.plugin.getByText(placedTitle('grown')).waitFor({ state: 'detached' })

    const photo = findNode((await session.dump()).document, '1:2')
    expect(photo?.['absoluteBoundingBox']).toEqual({ x: 80, y: 40, width: 251, height: 120 })
    expect(photo?.['fills']).toHaveLength(2)
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })
})

describe('every press of Tab', () => {
  beforeEach(async () => {
    await session.startOver()
    await open()
  })

  it('goes on in the order of reading, and back the same way', async () => {
    const forward = await tabTo(english.window.corner)
    expect(
      forward.filter((name) =>
        [
          english.expand.settings,
          english.sides.top,
          english.expand.prompt,
          english.expand.advanced,
          english.expand.action
        ].includes(name)
      )
    ).toEqual([
      english.expand.settings,
      // The handle in the picture, and the field.
      english.sides.top,
      english.sides.top,
      english.expand.prompt,
      english.expand.advanced,
      english.expand.action
    ])
    const [first = ''] = forward
    const back = await tabTo(first, 'Shift+Tab')
    // A group of choices is one stop: the one that is chosen.
    expect(back.reverse()).toEqual(forward.slice(1))
  })

  // Two pictures of the window for each stop.
  it.runIf(isEverythingTested)('shows where it is', async () => {
    const unseen: string[] = []
    for (const name of await tabTo(english.window.corner)) {
      await press('Shift+Tab')
      const look = (): Promise<Buffer> =>
        session.page.locator('.plugin-window').screenshot({ animations: 'disabled' })
      const element = await session.plugin.locator(':focus').elementHandle()
      const withFocus = await look()
      await element.evaluate((node) => {
        if (node instanceof HTMLElement || node instanceof SVGElement) node.blur()
      })
      const without = await look()
      if (withFocus.equals(without)) {
        unseen.push(name)
      }
      await element.focus()
    }
    expect(unseen).toEqual([])
  })
})

describe('Escape', () => {
  beforeEach(async () => {
    await session.startOver()
    await open()
  })
  const isOpen = (): Promise<boolean> => session.page.locator('.plugin-window').isVisible()

  it('leaves a screen, a field, and the plugin', async () => {
    await tabTo(english.expand.settings)
    await press('Enter')
    await expect.poll(focused).toBe(english.settings.key)
    await press('Escape')
    await expect.poll(focused).toBe(english.expand.settings)
    await session.plugin.getByRole('textbox', { name: english.sides.left, exact: true }).focus()
    await press('Escape')
    expect(await isOpen()).toBe(true)
    await press('Escape')
    await expect.poll(isOpen).toBe(false)
  })

  it('does not close the plugin on what is paid for', async () => {
    session.setFaults({ processing: 500 })
    await tabTo(english.expand.action)
    await press('Enter')
    await session.plugin.getByRole('button', { name: english.running.cancel }).waitFor()
    await press('Escape')
    await session.says(placedTitle('grown'))
    await press('Escape')
    expect(await isOpen()).toBe(true)
  })
})

describe('Enter', () => {
  beforeEach(async () => {
    await session.startOver()
    await open()
  })

  it.each(['Control+Enter', 'Meta+Enter'])(
    'with %s starts the expansion from wherever it is',
    async (keys) => {
      await tabTo(english.sides.top)
      await press(keys)
      await session.says(placedTitle('grown'))
      expect(session.creates()).toBe(1)
    }
  )

  it('starts it from a choice; in a field it ends the typing, in the prompt it is a new line', async () => {
    await session.plugin.getByRole('textbox', { name: english.expand.prompt }).focus()
    await press('Enter')
    expect(await session.plugin.getByRole('textbox', { name: english.expand.prompt }).inputValue()).toBe('\n')
    expect(session.creates()).toBe(0)
    await session.plugin.getByRole('textbox', { name: english.sides.left, exact: true }).fill('20%')
    await press('Enter')
    expect(session.creates()).toBe(0)
    await session.plugin.getByRole('radio', { name: '16:9' }).focus()
    await press('Enter')
    await session.says(placedTitle('grown'))
    expect(session.creates()).toBe(1)
  })
})

describe('the window’s size', () => {
  const size = (): Promise<readonly number[]> =>
    session.plugin.locator('body').evaluate(() => [innerWidth, innerHeight])
  beforeEach(async () => {
    await session.startOver()
    await open()
  })

  it('is changed by the arrow keys on its corner, and is the same the next time', async () => {
    const [width = 0, height = 0] = await size()
    await tabTo(english.window.corner)
    await press('ArrowRight')
    await press('ArrowRight')
    await press('ArrowUp')
    await expect.poll(size).toEqual([width + 40, height - 20])
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })
    await open()
    await expect.poll(size).toEqual([width + 40, height - 20])
  })

  it('follows the pointer within its limits; a double press gives the first size back', async () => {
    const corner = session.plugin.getByRole('button', { name: english.window.corner })
    const box = await corner.boundingBox()
    const first = await size()
    const [width = 0, height = 0] = first
    if (box === null) throw new Error('the corner is not there')
    const { mouse } = session.page
    await mouse.move(box.x + 8, box.y + 8)
    await mouse.down()
    await mouse.move(box.x + 48, box.y - 52)
    await expect.poll(size).toEqual([width + 40, height - 60])
    await mouse.move(box.x - 300, box.y - 600)
    await mouse.up()
    await expect.poll(size).toEqual([280, 320])
    await corner.dblclick()
    await expect.poll(size).toEqual(first)
  })
})

describe('Fill enlarged frame', () => {
  const frames = ['First', 'Second', 'Third'] as const
  beforeEach(() =>
    session.startOver({
      scene: sceneOf(
        frames.map((name, index) =>
          layer('FRAME', `2:${index}`, name, [index * 400, 0, 300, 200], {
            children: [layer('RECTANGLE', `3:${index}`, `Photo ${index}`, [50, 50, 100, 50], imageFill)]
          })
        ),
        { photo }
      )
    })
  )

  /** Opens the window by this command of the menu; `hasFocus`: the editor gives it the focus at once. */
  const openByCommand = async (hasFocus: boolean): Promise<void> => {
    const { page, plugin } = session
    await page.evaluate(async (gives) => {
      new MutationObserver((_, observer) => {
        const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Full Bleed"]')
        if (frame !== null && gives) {
          frame.focus()
          observer.disconnect()
        }
      }).observe(document.body, { childList: true, subtree: true })
      await window.playground.runPlugin('src/main/main.ts--fillFrame')
    }, hasFocus)
    await plugin.getByRole('button', { name: english.expand.settings }).waitFor()
  }

  /** Selects a frame on the canvas, and waits until the window has shown it and done what comes after that. */
  const selectOnCanvas = async (name: string): Promise<void> => {
    await session.select(name)
    const { before, after } = english.expand.titles.frame
    await session.plugin.getByRole('heading', { name: `${before}${name}${after}` }).waitFor()
    await afterDrawing()
  }

  const afterDrawing = (): Promise<unknown> =>
    session.plugin
      .locator('body')
      .evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
          )
      )

  const pressOnCanvas = async (): Promise<void> => {
    expect(await session.page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME')
    await press('Enter')
    await press('Space')
  }

  it('puts the focus on Expand, once, when the window opens with the focus on an enlarged frame', async () => {
    await session.select('First')
    await openByCommand(true)
    await expect.poll(focused).toBe(english.expand.action)
    await session.plugin.getByRole('textbox', { name: english.expand.prompt }).focus()
    await selectOnCanvas('Second')
    expect(await focused()).toBe(english.expand.prompt)
  })

  it.each([
    ['nothing', []],
    ['an enlarged frame', ['First']]
  ])(
    'leaves Enter and Space to the canvas when it opens there on %s, and when others are selected later',
    async (_, selected) => {
      await session.select(...selected)
      await openByCommand(false)
      await afterDrawing()
      await pressOnCanvas()
      for (const name of ['Second', 'Third'] as const) {
        await selectOnCanvas(name)
        await pressOnCanvas()
      }
      // What the keys had sent would be sent, and placed, before this.
      await session.press(english.expand.action)
      await session.says(placedTitle('filled'))
      expect(session.creates()).toBe(1)
      await expectNoPluginErrors(session)
    }
  )
})
