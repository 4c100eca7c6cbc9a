import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { chooseMode, developmentUrl, openPlugin } from '../../playground/testing/demo'
import type { Faults } from '../../playground/testing/service'
import type { Failure } from '../../src/core/failures'
import type { InsetsObstacle } from '../../src/core/plan/plan-sides'
import type { DraftObstacle } from '../../src/ui/draft/read-draft'
import { english } from '../../src/ui/words/english'
import { englishClaims } from '../../src/ui/words/failures/claims'
import type { HowFar } from '../../src/ui/words/failures/of-credits'
import { type Explanation, say } from '../../src/ui/words/say'
import { gifBomb } from '../fixtures/gif-bomb'
import { anyWords, failurePatterns, placedTitle } from './expected-words'
import {
  expectNoPluginErrors,
  openOn,
  openPluginSession,
  type PluginSession,
  unmarked
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
    ['nothing is selected', [], { kind: 'nothing-selected' }],
    ['a line is selected', ['Rule'], { kind: 'not-expandable', name: 'Rule', nodeType: 'LINE' }],
    [
      'a set of variants is selected',
      ['Buttons'],
      { kind: 'not-expandable', name: 'Buttons', nodeType: 'COMPONENT_SET' }
    ],
    ['the layer is hidden', ['Hidden'], { kind: 'hidden', name: 'Hidden' }],
    ['the layer is empty', ['Empty'], { kind: 'empty', name: 'Empty' }],
    ['the layer is cut by a mask', ['Masked'], { kind: 'masked', name: 'Masked' }]
  ] as const)('%s', async (_name, names, obstacle) => {
    const { title, sentence } = say<DraftObstacle, Explanation>(english.obstacles, obstacle)
    const before = await session.dump()
    await session.select(...names)
    await openPlugin(session)
    if (names.length > 0) {
      await chooseMode(session.plugin, 'sides')
    }
    await session.says(title)
    expect(await session.windowText()).toContain(sentence)
    expect(
      await session.plugin.getByRole('button', { name: english.expand.action, exact: true }).count()
    ).toBe(0)
    expect(session.standIn?.requests).toEqual([])
    expect(await session.dump()).toEqual(before)
    await expectNoPluginErrors(session)
  })

  test.each([
    ['a side that is no number', { top: 'ten' }, { kind: 'not-a-number', side: 'top' }],
    ['a negative side', { left: '-4' }, { kind: 'negative', side: 'left' }],
    ['no side at all', { top: '0', right: '0', bottom: '0', left: '' }, { kind: 'nothing-to-add' }],
    ['more than can be sent', { right: '90000' }, { kind: 'too-long-and-thin' }]
  ] as const)('%s', async (_name, insets, obstacle) => {
    await openOn(session, 'Photo', { top: '10%', right: '10%', bottom: '10%', left: '10%', ...insets })
    await session.says(say<InsetsObstacle, string>(english.insetsObstacles, obstacle))
    expect(
      await session.plugin.getByRole('button', { name: english.expand.action, exact: true }).isDisabled()
    ).toBe(true)
    expect(session.standIn?.requests).toEqual([])
  })

  it('a strip too thin to be sent', async () => {
    await openOn(session, 'Strip', { top: '1', right: '1', bottom: '1', left: '1' })
    await session.says(english.insetsObstacles['too-long-and-thin']({ kind: 'too-long-and-thin' }))
    expect(session.standIn?.requests).toEqual([])
  })

  it('what a frame around the layer clips', async () => {
    await openOn(session, 'In frame', { top: '5', right: '5', bottom: '5', left: '5' })
    expect(await session.windowText()).not.toContain(english.expand.clipped('Clip'))
    await openOn(session, 'In frame', { top: '5', right: '50%', bottom: '5', left: '5' })
    await session.says(english.expand.clipped('Clip'))
  })

  it('a prompt that is too long', async () => {
    await openOn(session, 'Photo')
    await session.plugin.getByRole('textbox', { name: english.expand.prompt }).fill('x'.repeat(201))
    await session.says(english.expand.promptLength(201, 200))
    expect(
      await session.plugin.getByRole('button', { name: english.expand.action, exact: true }).isDisabled()
    ).toBe(true)
  })

  it('no key', async () => {
    await session.startOver({ key: null })
    await session.select('Photo')
    await openPlugin(session)
    await session.says(english.firstRun.title)
    await session.press(english.firstRun.lookAround)
    await session.says(english.expand.noKey)
    await session.press(english.expand.addKey)
    expect(await session.plugin.getByRole('textbox', { name: english.settings.key }).isVisible()).toBe(true)
    expect(session.standIn?.requests).toEqual([])
  })
})

describe('what the service refuses or breaks is said in words, and nothing is changed', () => {
  const message = anyWords
  const faults: readonly [string, Partial<Faults>, Failure, HowFar?][] = [
    ['400 with its own words', { 'create-status': 400 }, { kind: 'refused', status: 400, message }],
    ['out of credits', { 'out-of-credits': true }, { kind: 'out-of-credits', message }],
    ['413', { 'create-status': 413 }, { kind: 'upload-too-large', message }],
    ['429', { 'create-status': 429 }, { kind: 'too-many-requests', message }],
    ['500', { 'create-status': 500 }, { kind: 'server-fault', status: 500, message }],
    ['503', { 'create-status': 503 }, { kind: 'server-fault', status: 503, message }],
    [
      'a failed task',
      { state: -7, 'err-message': 'Bad picture' },
      { kind: 'task-failed', taskId: 't', state: -7, reason: 'invalid-image', message: 'Bad picture' }
    ],
    [
      'a refused prompt',
      { state: -17, 'err-message': '' },
      { kind: 'task-failed', taskId: 't', state: -17, reason: 'prompt-refused', message }
    ],
    ['an answer that is not JSON', { 'not-json': 'create' }, { kind: 'answer-lost' }],
    ['a status that is not JSON', { 'not-json': 'poll' }, { kind: 'unreadable-answer', detail: '' }, 'task'],
    ['no image', { 'no-image': true }, { kind: 'no-image', taskId: 't', detail: '' }, 'task'],
    ['what is no image', { 'not-an-image': true }, { kind: 'no-image', taskId: 't', detail: '' }, 'task'],
    ['a blocked answer (CORS)', { 'no-cors': true }, { kind: 'unreachable', sent: 'perhaps' }],
    // The browser itself sends a request again when a connection that it used before breaks: hence more than one.
    ['a lost answer', { 'drop-create-after': 9 }, { kind: 'answer-lost' }]
  ]
  test.each(faults)('%s', async (_name, fault, failure, howFar) => {
    const { title, sentence } = failurePatterns(failure, howFar)
    session.setFaults(fault)
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(title)
    const text = await session.windowText()
    expect(text).toMatch(sentence)
    expect(text).toContain(english.unchanged)
    expect(text).not.toContain('demo-key')
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    // After a 429, which made nothing, the plugin sends it once more.
    const isSentAgain = fault['create-status'] === 429 || fault['drop-create-after'] !== undefined
    expect(session.creates()).toBeLessThanOrEqual(isSentAgain ? 2 : 1)
    await expectNoPluginErrors(session)
  })

  it('a wrong key, with the way to the settings', async () => {
    await session.startOver({ key: 'not-the-key' })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(failurePatterns({ kind: 'wrong-key', message: '' }).title)
    expect(await session.windowText()).not.toContain('not-the-key')
    await session.press(english.actions['open-settings'])
    expect(await session.plugin.getByRole('textbox', { name: english.settings.key }).isVisible()).toBe(true)
  })
})

describe('what is paid for is not lost', () => {
  it('a key that is refused while the result is asked for: it is not charged again, and got with a press', async () => {
    session.setFaults({ 'poll-status': 401 })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    const { title, sentence } = failurePatterns({ kind: 'wrong-key', message: '' }, 'task')
    await session.says(title)
    const text = await session.windowText()
    expect(text).toMatch(sentence)
    expect(text).not.toContain(englishClaims['nothing charged'].sentence)
    session.setFaults({ 'poll-status': 0 })
    await session.press(english.actions.goOn('task', false, 1))
    await session.says(placedTitle('grown'))
    expect(session.creates()).toBe(1)
  })

  it('a result that could not be read can be fetched again, without a second create', async () => {
    session.setFaults({ 'no-image': true })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(failurePatterns({ kind: 'no-image', taskId: 't', detail: '' }).title)
    session.setFaults({ 'no-image': false })
    await session.press(english.actions.goOn('task', false, 1))
    await session.says(placedTitle('grown'))
    expect(session.creates()).toBe(1)
  })

  it('the layer removed while waiting: the image is placed beside where it was, and nothing else is changed', async () => {
    session.setFaults({ stuck: true })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await session.page.evaluate(() => {
      window.playground.removeNode('1:2')
    })
    session.setFaults({ stuck: false })
    await session.says(placedTitle('beside'))
    const placed = await session.page.evaluate(() => window.playground.findByName('Expanded image'))
    expect(placed).toHaveLength(1)
    expect(await session.page.evaluate(() => window.playground.selection())).toEqual(placed)
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })

  it('the layer resized while waiting: the image covers it, and says so', async () => {
    session.setFaults({ stuck: true })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await session.page.evaluate(() => {
      window.playground.resizeNode('1:2', 150, 150)
    })
    session.setFaults({ stuck: false })
    await session.says(placedTitle('changed-meanwhile'))
    expect(session.creates()).toBe(1)
  })
})

describe('results that need work', () => {
  it('larger than a fill can be are brought to the canvas’s own size', async () => {
    session.setFaults({ 'huge-result': 4200 })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    const images = await session.page.evaluate(() => window.playground.images())
    const sizes = await Promise.all(
      Object.values(images).map(async (base64) => sharp(Buffer.from(base64, 'base64')).metadata())
    )
    expect(Math.max(...sizes.map(({ width }) => width))).toBe(280)
  })

  it('in a format that Figma does not take are turned into one that it takes', async () => {
    session.setFaults({ 'result-format': 'webp' })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
  })

  test.each([
    ['takes a GIF whose frame is larger than its screen', 120, placedTitle('grown'), true],
    [
      'refuses a GIF whose frame is longer than any result, and changes nothing',
      13_000,
      failurePatterns({ kind: 'no-image', taskId: 't', detail: '' }).title,
      false
    ]
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
      await session.press(english.expand.action)
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
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await session.press(english.running.cancel)
    await session.says(english.ended.cancelledCharged(1, true))
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    session.setFaults({ stuck: false })
    await session.press(english.actions.goOn('task', false, 1))
    await session.says(placedTitle('grown'))
    expect(session.creates()).toBe(1)
  })

  it('by closing the plugin in the middle changes nothing', async () => {
    session.setFaults({ stuck: true })
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    await expectNoPluginErrors(session)
  })

  it('pressing twice sends once', async () => {
    await openOn(session, 'Photo')
    await session.plugin.getByRole('button', { name: english.expand.action, exact: true }).dblclick()
    await session.says(placedTitle('grown'))
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
    await session.press(english.expand.action)
    await session.says(english.running.percent(87))

    await session.page.clock.fastForward(160_000)
    await expect.poll(() => polledTasks().length).toBeGreaterThan(1)
    expect(await session.windowText()).toContain(english.stages.waiting)

    await session.page.clock.fastForward(20_000)
    const waits = Array.from({ length: 20 }, (_, at) => 180 + at).map((seconds) =>
      failurePatterns({ kind: 'still-running', taskId: 't', waitedMs: seconds * 1000 }, 'task')
    )
    await session.says(waits[0]?.title ?? '')
    const text = await session.windowText()
    expect(waits.filter(({ sentence }) => sentence.test(text))).toHaveLength(1)
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    expect(session.creates()).toBe(1)

    const polls = polledTasks().length
    await session.press(english.actions.goOn('task', false, 1))
    await session.says(english.running.percent(87))
    await expect.poll(() => polledTasks().length).toBeGreaterThan(polls)
    session.setFaults({ stuck: false })
    await session.says(placedTitle('grown'))
    expect(unmarked(await session.dump())).not.toEqual(unmarked(before))
    expect(session.creates()).toBe(1)
    expect(new Set(polledTasks()).size).toBe(1)
    await expectNoPluginErrors(session)
  })
})

describe('a service that cannot be reached at all', () => {
  it('is said, and nothing is changed', async () => {
    await session.standIn?.close()
    const unreachable = failurePatterns({ kind: 'unreachable', sent: 'perhaps' })
    const before = await session.dump()
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(unreachable.title)
    expect(await session.windowText()).toMatch(unreachable.sentence)
    expect(await session.dump()).toEqual(before)
  })
})
