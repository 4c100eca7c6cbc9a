import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { chooseMode, openPlugin, developmentUrl } from '../../playground/testing/demo'
import type { Faults } from '../../playground/testing/service'
import { gifBomb } from '../fixtures/gif-bomb'
import {
  expectNoPluginErrors,
  openOn,
  openPluginSession,
  unmarked,
  type PluginSession
} from './plugin-session'
import { imageFill, layer, photoOf, sceneOf, solidFill } from './sample-scenes'

let session: PluginSession

beforeAll(async () => {
  const photo = await photoOf(200, 100)
  session = await openPluginSession({
    scene: sceneOf(
      [
        layer('RECTANGLE', '1:2', 'Photo', [0, 0, 200, 100], imageFill),
        layer('RECTANGLE', '1:3', 'Other', [300, 0, 100, 100], solidFill),
        layer('RECTANGLE', '1:4', 'Hidden', [0, 200, 100, 100], { ...solidFill, visible: false }),
        layer('FRAME', '1:5', 'Empty', [200, 200, 100, 100], { fills: [] }),
        layer('LINE', '1:6', 'Rule', [400, 200, 100, 0], { ...solidFill }),
        layer('COMPONENT_SET', '1:8', 'Buttons', [300, 400, 100, 100], {
          ...solidFill,
          children: [layer('COMPONENT', '1:9', 'Small', [0, 0, 50, 50], imageFill)]
        }),
        layer('GROUP', '1:10', 'Cut out', [0, 600, 100, 100], {
          children: [
            layer('ELLIPSE', '1:11', 'Hole', [0, 600, 100, 100], { ...solidFill, isMask: true }),
            layer('RECTANGLE', '1:12', 'Masked', [0, 600, 100, 100], imageFill)
          ]
        }),
        layer('FRAME', '1:14', 'Clip', [600, 600, 120, 120], {
          ...solidFill,
          clipsContent: true,
          children: [layer('RECTANGLE', '1:15', 'In frame', [10, 10, 100, 100], imageFill)]
        }),
        layer('FRAME', '1:13', 'Strip', [0, 800, 7000, 50], solidFill)
      ],
      { photo }
    )
  })
})
afterAll(() => session.close())
beforeEach(() => session.startOver())

/** The paths of all polls so far: they end with the task's id. */
const polledTasks = (): readonly string[] =>
  (session.standIn?.requests ?? []).flatMap(({ method, path }) => (method === 'GET' ? [path] : []))

describe('what can be known before is said before, and nothing is sent', () => {
  test.each([
    ['nothing is selected', [], 'Nothing selected', 'Select a layer with an image'],
    ['a line is selected', ['Rule'], 'can’t be expanded', 'is a line'],
    [
      'a set of variants is selected',
      ['Buttons'],
      'can’t be expanded',
      'Select a frame or another layer in it'
    ],
    ['the layer is hidden', ['Hidden'], 'hidden', 'Show it'],
    ['the layer is empty', ['Empty'], 'empty', 'Give it an image'],
    ['the layer is cut by a mask', ['Masked'], 'masked', 'Select the group or frame']
  ])('%s', async (_name, names, title, advice) => {
    const before = await session.dump()
    await session.select(...names)
    await openPlugin(session)
    if (names.length > 0) {
      await chooseMode(session.plugin, 'sides')
    }
    await session.says(title)
    expect(await session.windowText()).toContain(advice)
    expect(await session.plugin.getByRole('button', { name: 'Expand', exact: true }).count()).toBe(0)
    expect(session.standIn?.requests).toEqual([])
    expect(await session.dump()).toEqual(before)
    await expectNoPluginErrors(session)
  })

  test.each([
    ['a side that is no number', { top: 'ten' }, 'Top: type a number'],
    ['a negative side', { left: '-4' }, 'Left: an image can only grow'],
    ['no side at all', { top: '0', right: '0', bottom: '0', left: '' }, 'how far the image should grow'],
    ['more than can be sent', { right: '90000' }, 'too long and thin']
  ])('%s', async (_name, insets, sentence) => {
    await openOn(session, 'Photo', { top: '10%', right: '10%', bottom: '10%', left: '10%', ...insets })
    await session.says(sentence)
    expect(await session.plugin.getByRole('button', { name: 'Expand', exact: true }).isDisabled()).toBe(true)
    expect(session.standIn?.requests).toEqual([])
  })

  it('a strip too thin to be sent', async () => {
    await openOn(session, 'Strip', { top: '1', right: '1', bottom: '1', left: '1' })
    await session.says('too long and thin')
    expect(session.standIn?.requests).toEqual([])
  })

  it('what a frame around the layer clips', async () => {
    await openOn(session, 'In frame', { top: '5', right: '5', bottom: '5', left: '5' })
    expect(await session.windowText()).not.toContain('will not be seen')
    await openOn(session, 'In frame', { top: '5', right: '50%', bottom: '5', left: '5' })
    await session.says('it lies outside of “Clip”')
  })

  it('a prompt that is too long', async () => {
    await openOn(session, 'Photo')
    await session.plugin.getByRole('textbox', { name: 'Prompt' }).fill('x'.repeat(201))
    await session.says('1 character too long')
    expect(await session.plugin.getByRole('button', { name: 'Expand', exact: true }).isDisabled()).toBe(true)
  })

  it('no key', async () => {
    await session.startOver({ key: null })
    await session.select('Photo')
    await openPlugin(session)
    await session.says('What leaves the file')
    await session.press('Look around first')
    await session.says('Add your API key')
    await session.press('Add API key')
    expect(await session.plugin.getByRole('textbox', { name: 'API key' }).isVisible()).toBe(true)
    expect(session.standIn?.requests).toEqual([])
  })
})

describe('what the service refuses or breaks is said in words, and nothing is changed', () => {
  const faults: readonly [string, Partial<Faults>, string, RegExp][] = [
    ['400 with its own words', { 'create-status': 400 }, 'The service refused the request', /It says: “.+”/],
    ['out of credits', { 'out-of-credits': true }, 'Out of credits', /Add credits/],
    ['413', { 'create-status': 413 }, 'The upload is too large', /smaller layer/],
    ['429', { 'create-status': 429 }, 'Too many requests', /Wait a moment/],
    ['500', { 'create-status': 500 }, 'The service has a fault', /code 500/],
    ['503', { 'create-status': 503 }, 'The service has a fault', /code 503/],
    ['a failed task', { state: -7, 'err-message': 'Bad picture' }, 'could not expand', /Bad picture/],
    ['a refused prompt', { state: -17, 'err-message': '' }, 'could not expand', /Change it and try again/],
    ['an answer that is not JSON', { 'not-json': 'create' }, 'The answer was lost', /may be charged/],
    ['a status that is not JSON', { 'not-json': 'poll' }, 'can’t be read', /not what the service documents/],
    ['no image', { 'no-image': true }, 'The answer holds no image', /not charged again/],
    ['what is no image', { 'not-an-image': true }, 'The answer holds no image', /not charged again/],
    ['a blocked answer (CORS)', { 'no-cors': true }, 'can’t be reached', /let plugins through/],
    // The browser itself sends a request again when a connection that it used before breaks: hence more than one.
    ['a lost answer', { 'drop-create-after': 9 }, 'The answer was lost', /is a new request/]
  ]
  test.each(faults)('%s', async (_name, fault, title, sentence) => {
    session.setFaults(fault)
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says(title)
    const text = await session.windowText()
    expect(text).toMatch(sentence)
    expect(text).toContain('This changed nothing in your file.')
    expect(text).not.toContain('demo-key')
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    expect(session.creates()).toBeLessThanOrEqual(fault['drop-create-after'] === undefined ? 1 : 2)
    await expectNoPluginErrors(session)
  })

  it('a wrong key, with the way to the settings', async () => {
    await session.startOver({ key: 'not-the-key' })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('The key was refused')
    expect(await session.windowText()).not.toContain('not-the-key')
    await session.press('Open settings')
    expect(await session.plugin.getByRole('textbox', { name: 'API key' }).isVisible()).toBe(true)
  })
})

describe('what is paid for is not lost', () => {
  it('a key that is refused while the result is asked for: it is not charged again, and got with a press', async () => {
    session.setFaults({ 'poll-status': 401 })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('The key was refused')
    const text = await session.windowText()
    expect(text).toContain('not charged again')
    expect(text).not.toContain('Nothing was charged')
    session.setFaults({ 'poll-status': 0 })
    await session.press('Get the result')
    await session.says('Expanded')
    expect(session.creates()).toBe(1)
  })

  it('a result that could not be read can be fetched again, without a second create', async () => {
    session.setFaults({ 'no-image': true })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('The answer holds no image')
    session.setFaults({ 'no-image': false })
    await session.press('Get the result')
    await session.says('Expanded')
    expect(session.creates()).toBe(1)
  })

  it('the layer removed while waiting: the image is placed beside where it was, and nothing else is changed', async () => {
    session.setFaults({ stuck: true })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('Generating')
    await session.page.evaluate(() => {
      window.playground.removeNode('1:2')
    })
    session.setFaults({ stuck: false })
    await session.says('Placed beside')
    const placed = await session.page.evaluate(() => window.playground.findByName('Expanded image'))
    expect(placed).toHaveLength(1)
    expect(await session.page.evaluate(() => window.playground.selection())).toEqual(placed)
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })

  it('the layer resized while waiting: the image covers it, and says so', async () => {
    session.setFaults({ stuck: true })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('Generating')
    await session.page.evaluate(() => {
      window.playground.resizeNode('1:2', 150, 150)
    })
    session.setFaults({ stuck: false })
    await session.says('Placed at its current size')
    expect(session.creates()).toBe(1)
  })
})

describe('results that need work', () => {
  it('larger than a fill can be are brought to the canvas’s own size', async () => {
    session.setFaults({ 'huge-result': 4200 })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('Expanded')
    const images = await session.page.evaluate(() => window.playground.images())
    const sizes = await Promise.all(
      Object.values(images).map(async (base64) => sharp(Buffer.from(base64, 'base64')).metadata())
    )
    expect(Math.max(...sizes.map(({ width }) => width))).toBe(280)
  })

  it('in a format that Figma does not take are turned into one that it takes', async () => {
    session.setFaults({ 'result-format': 'webp' })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('Expanded')
  })

  test.each([
    ['takes a GIF whose frame is larger than its screen', 120, 'Expanded', true],
    ['refuses a GIF whose frame is longer than any result, and changes nothing', 13_000, 'no image', false]
  ])('%s', async (_name, width, said, isPlaced) => {
    const gif = gifBomb({ width: 64, height: 64 }, { left: 0, top: 0, width, height: 64 })
    const image = Buffer.from(gif).toString('base64')
    const polls = `${developmentUrl}/api/tasks/**/*`
    await session.page.route(polls, (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({
            headers: { 'access-control-allow-origin': '*' },
            json: { status: 200, message: 'success', data: { state: 1, progress: 100, task_id: 't', image } }
          })
        : route.fallback()
    )
    try {
      const before = unmarked(await session.dump())
      await openOn(session, 'Photo')
      await session.press('Expand')
      await session.says(said)
      expect(JSON.stringify(unmarked(await session.dump())) === JSON.stringify(before)).toBe(!isPlaced)
      expect(session.creates()).toBe(1)
      await expectNoPluginErrors(session)
    } finally {
      await session.page.unroute(polls)
    }
  })
})

describe('Copy details', () => {
  it('copies a failure without the prompt, the layer’s name, the key and the signed link in its message', async () => {
    const prompt = 'a sign: "Closed"\nby the C:\\sea'
    const signed = 'https://results.example/9f.png?Expires=17&Signature=c2lnbmVk'
    session.setFaults({
      state: -1,
      'err-message': `Photo: ${JSON.stringify(prompt)} (demo-key) failed at ${signed} after 7 s`
    })
    await openOn(session, 'Photo')
    await session.plugin.getByRole('textbox', { name: 'Prompt' }).fill(prompt)
    await session.press('Expand')
    await session.says('could not expand')
    const body = session.plugin.locator('body')
    await body.evaluate((element) => {
      element.addEventListener('copy', ({ target }) => {
        element.dataset['copied'] = target instanceof HTMLTextAreaElement ? target.value : ''
      })
    })
    await session.plugin.getByText('Copy details').click()
    const report = (await body.getAttribute('data-copied')) ?? ''
    expect(report).toContain('failed at https://results.example••• after 7 s')
    expect(report).not.toMatch(/sign:|closed|sea|photo|demo|c2lnbmVk|9f/i)
  })
})

describe('stopping', () => {
  it('says that the request may be charged, changes nothing, and ignores what comes late', async () => {
    session.setFaults({ stuck: true })
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('Generating')
    await session.press('Cancel')
    await session.says('may be charged')
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    session.setFaults({ stuck: false })
    await session.press('Get the result')
    await session.says('Expanded')
    expect(session.creates()).toBe(1)
  })

  it('by closing the plugin in the middle changes nothing', async () => {
    session.setFaults({ stuck: true })
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('Generating')
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    await expectNoPluginErrors(session)
  })

  it('pressing twice sends once', async () => {
    await openOn(session, 'Photo')
    await session.plugin.getByRole('button', { name: 'Expand', exact: true }).dblclick()
    await session.says('Expanded')
    expect(session.creates()).toBe(1)
  })
})

// What follows changes the session for good: it stays at the end, in this order.

describe('a service that works for longer than the plugin waits', () => {
  it('is said after 180 s, and one press goes on waiting for the same task', async () => {
    // The stand-in keeps to the real time, in which the polls come too close together once the window’s time is moved.
    session.setFaults({ stuck: true, 'no-rate-limit': true })
    await session.page.clock.install()
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('87%')

    await session.page.clock.fastForward(160_000)
    await expect.poll(() => polledTasks().length).toBeGreaterThan(1)
    expect(await session.windowText()).toContain('Generating')

    await session.page.clock.fastForward(20_000)
    await session.says('Still not finished')
    expect(await session.windowText()).toMatch(
      /has worked on it for (1[89]\d seconds|3 minutes).*This changed nothing in your file/
    )
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    expect(session.creates()).toBe(1)

    const polls = polledTasks().length
    await session.press('Get the result')
    await session.says('87%')
    await expect.poll(() => polledTasks().length).toBeGreaterThan(polls)
    session.setFaults({ stuck: false })
    await session.says('Expanded')
    expect(unmarked(await session.dump())).not.toEqual(unmarked(before))
    expect(session.creates()).toBe(1)
    expect(new Set(polledTasks()).size).toBe(1)
    await expectNoPluginErrors(session)
  })
})

describe('a service that cannot be reached at all', () => {
  it('is said, and nothing is changed', async () => {
    await session.standIn?.close()
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press('Expand')
    await session.says('can’t be reached')
    expect(await session.windowText()).toContain('Check the connection')
    expect(await session.dump()).toEqual(before)
  })
})
