import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chooseMode, openPlugin } from '../../playground/testing/demo'
import { english } from '../../src/ui/words/english'
import { oneOf } from './expected-words'
import { expectNoPluginErrors, openOn, openPluginSession, type PluginSession } from './plugin-session'
import { imageFill, layer, photoOf, sceneOf } from './sample-scenes'
import { waitingTasks } from './stored-journal'

let session: PluginSession
beforeAll(async () => {
  const photo = await photoOf(160, 120)
  session = await openPluginSession({
    scene: sceneOf(
      [
        layer('RECTANGLE', '1:2', 'Photo', [0, 0, 160, 120], imageFill),
        layer('RECTANGLE', '1:3', 'Other', [400, 0, 120, 120], imageFill)
      ],
      { photo }
    )
  })
})
afterAll(() => session.close())
beforeEach(() => session.startOver())

/** The images that a layer shows. */
const imagesOn = (id: string): Promise<readonly { readonly hash: string }[]> =>
  session.page.evaluate(
    (layerId) =>
      window.playground
        .fills(layerId)
        .flatMap((paint) =>
          paint.type === 'IMAGE' && paint.visible ? [{ hash: String(paint.imageHash) }] : []
        ),
    id
  )

const sizesOf = (...ids: readonly string[]): Promise<readonly (readonly (number | undefined)[])[]> =>
  session.page.evaluate((wanted) => {
    const places = window.playground.places()
    return wanted.map((id) => [places[id]?.width, places[id]?.height])
  }, ids)

/** The name of a variant that was not looked at. */
const unseen = oneOf(
  [1, 2, 3].map((number) => english.listed(english.ended.variant(number), english.ended.unseen))
)

const chooseVariants = (count: number): Promise<void> =>
  session.plugin.getByRole('radio', { name: String(count), exact: true }).check({ force: true })

const remembered = async (): Promise<number> => (await waitingTasks(session.page)).length

async function expandThreeTimes(): Promise<void> {
  await openOn(session, 'Photo')
  await chooseVariants(3)
  await session.says(english.expand.requests(3))
  await session.press(english.expand.action)
  await session.plugin
    .getByRole('button', { name: oneOf([1, 2, 3].map(english.ended.shownVariant)) })
    .waitFor()
  await session.plugin.getByRole('button', { name: unseen }).nth(1).waitFor()
}

describe('three variants', () => {
  it('are three requests with seeds of their own; the first is placed, a press shows another', async () => {
    await expandThreeTimes()
    const seeds = session.standIn?.requests.flatMap(({ method, fields }) =>
      method === 'POST' ? [fields['seed']] : []
    )
    expect(new Set(seeds).size).toBe(3)
    const [, first] = await imagesOn('1:2')
    await session.plugin.getByRole('button', { name: unseen }).first().click()
    await expect.poll(async () => (await imagesOn('1:2'))[1]?.hash).not.toBe(first?.hash)
    expect(await imagesOn('1:2')).toHaveLength(2)
    // The two that are not on the canvas are paid for.
    await expect.poll(remembered).toBe(2)
    await session.press(english.ended.keep)
    await expect.poll(remembered).toBe(0)
    expect(await imagesOn('1:2')).toHaveLength(2)
    await expectNoPluginErrors(session)
  })

  it('show another without making it: nothing moves, and the focus stays', async () => {
    await expandThreeTimes()
    const other = session.plugin.getByRole('button', { name: unseen }).first()
    await other.focus()
    // What is seen in every frame that the browser draws, until the other image is shown.
    const watch = await session.plugin.locator('body').evaluateHandle((_body, keep) => {
      const all = new Set<string>()
      const before = document.querySelector('[aria-pressed="true"]')
      const seen = new Promise<readonly string[]>((resolve) => {
        const look = (): void => {
          const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === keep)
          const focus = document.activeElement?.tagName ?? ''
          const images = document.querySelectorAll('button img').length
          all.add([button?.getBoundingClientRect().top, focus, images].join())
          if (document.querySelector('[aria-pressed="true"]') === before) {
            requestAnimationFrame(look)
          } else {
            resolve([...all])
          }
        }
        look()
      })
      return { seen }
    }, english.ended.keep)
    await session.page.keyboard.press('Enter')
    const states = await watch.evaluate(({ seen }) => seen)
    expect(states).toHaveLength(1)
    expect(states[0]).toMatch(/,BUTTON,3$/)
  })

  it('discarded leave everything as it was', async () => {
    const look = () =>
      session.page.evaluate(() => [window.playground.places(), window.playground.fills('1:2')])
    const before = await look()
    await expandThreeTimes()
    await session.press(english.ended.discard(2))
    await expect.poll(look).toEqual(before)
    expect(await remembered()).toBe(0)
    await expectNoPluginErrors(session)
  })

  it('show the original for as long as the button is held, by pointer or by key', async () => {
    await expandThreeTimes()
    const hold = session.plugin.getByRole('button', { name: english.ended.seeOriginal })
    await hold.focus()
    await session.page.keyboard.down(' ')
    await expect.poll(() => sizesOf('1:2')).toEqual([[160, 120]])
    expect(await imagesOn('1:2')).toHaveLength(1)
    await session.page.keyboard.up(' ')
    await expect.poll(() => sizesOf('1:2')).toEqual([[224, 144]])
    expect(await imagesOn('1:2')).toHaveLength(2)
  })

  it('not shown when the plugin is closed are offered again, and take the place of the one that is there', async () => {
    await expandThreeTimes()
    const [, first] = await imagesOn('1:2')
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })
    await openPlugin(session)
    await session.says(english.remembered.here({ finished: 1, underWay: 0, over: 0 }).title)
    await session.plugin
      .getByRole('button', { name: english.remembered.placeOf('Photo') })
      .first()
      .click()
    await expect.poll(async () => (await imagesOn('1:2'))[1]?.hash).not.toBe(first?.hash)
    expect(await imagesOn('1:2')).toHaveLength(2)
    expect(session.creates()).toBe(3)
    await expectNoPluginErrors(session)
  })
})

describe('two selected layers', () => {
  it('are expanded each on its own, and one that fails does not stop the other', async () => {
    await session.select('Photo', 'Other')
    await openPlugin(session)
    await session.says(english.expand.several(2, 2, false))
    await session.plugin.getByRole('radio', { name: '16:9', exact: true }).check({ force: true })
    await session.says(english.expand.requests(2))
    session.setFaults({ 'create-status': 400, 'status-times': 1 })
    await session.press(english.expand.action)
    await session.says(english.queue.title({ placed: 1, failed: 1, underWay: 0, undone: 0, ended: 0 }))
    expect(await sizesOf('1:2', '1:3')).toEqual([
      [160, 120],
      [213, 120]
    ])
    await session.press(english.queue.retry('Photo', 1))
    await expect.poll(() => sizesOf('1:2')).toEqual([[213, 120]])
    expect(session.creates()).toBe(3)
    await session.press(english.queue.keepAll)
    await expectNoPluginErrors(session)
  })

  /** What the list says of the layers, each with whether it is said in red, as an error. */
  const rows = (): Promise<readonly (readonly [string, boolean])[]> =>
    session.plugin.getByRole('main').evaluate((main) => {
      const probe = main.appendChild(document.createElement('span'))
      probe.style.color = 'var(--figma-color-text-danger)'
      const red = getComputedStyle(probe).color
      probe.remove()
      return [...main.querySelectorAll('ul[tabindex] li')].flatMap(({ lastElementChild: said }) =>
        said === null ? [] : [[said.textContent, getComputedStyle(said).color === red] as const]
      )
    })

  it('that are this size already are so in grey, in one line for all', async () => {
    await session.select('Photo', 'Other')
    await openPlugin(session)
    await session.plugin.getByRole('radio', { name: '16:9', exact: true }).check({ force: true })
    await session.press(english.expand.action)
    await session.says(english.queue.title({ placed: 2, failed: 0, underWay: 0, undone: 0, ended: 0 }))
    await session.says(english.expand.sameSize(2))
    const said = english.insetsObstacles['no-larger']({ kind: 'no-larger' })
    expect(await rows()).toEqual([
      [said, false],
      [said, false]
    ])
    expect(await session.windowText()).not.toContain(english.expand.several(0, 2, false))
    expect(
      await session.plugin.getByRole('button', { name: english.expand.action, exact: true }).isDisabled()
    ).toBe(true)

    await session.plugin.getByRole('textbox', { name: english.expand.width }).fill('213')
    await session.plugin.getByRole('textbox', { name: english.expand.height }).fill('100')
    await expect.poll(async () => (await rows()).map(([, isRed]) => isRed)).toEqual([true, true])
  })

  it('that are frames without empty space are so in grey, in one line where all are', async () => {
    const photo = await photoOf(160, 120)
    const frame = (id: string, name: string, x: number, width: number) =>
      layer('FRAME', id, name, [x, 0, width, 120], {
        children: [layer('RECTANGLE', `${id}1`, `${name} photo`, [0, 0, 160, 120], imageFill)]
      })
    await session.startOver({
      scene: sceneOf(
        [
          frame('2:1', 'Covered', 0, 160),
          layer('FRAME', '2:2', 'Filled', [200, 0, 160, 120], imageFill),
          frame('2:3', 'Enlarged', 400, 240)
        ],
        { photo }
      )
    })
    await session.select('Covered', 'Filled', 'Enlarged')
    await openPlugin(session)
    await session.says(english.expand.several(1, 3, true))
    const { title } = english.frameObstacles['already-covered']({ kind: 'already-covered' })
    expect(await rows()).toEqual([
      [title, false],
      [title, false],
      ['240 × 120', false]
    ])

    await session.select('Covered', 'Filled')
    await session.says(english.expand.several(2, 2, false))
    await chooseMode(session.plugin, 'fit')
    await session.says(english.expand.noEmptySpace(2))
    expect(await rows()).toEqual([
      [title, false],
      [title, false]
    ])
  })

  it('over the cap are not sent, with the way to the settings', async () => {
    await session.select('Photo', 'Other')
    await openPlugin(session)
    await session.press(english.expand.settings)
    await session.plugin.getByRole('textbox', { name: english.settings.cap }).fill('1')
    await session.press(english.settings.back)
    await session.says(english.expand.overCap(2, 1))
    expect(
      await session.plugin.getByRole('button', { name: english.expand.action, exact: true }).isDisabled()
    ).toBe(true)
    expect(session.creates()).toBe(0)
  })
})
