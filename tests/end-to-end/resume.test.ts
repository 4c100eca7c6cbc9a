import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { developmentUrl, openPlugin } from '../../playground/testing/demo'
import type { JournalEntry } from '../../src/core/expansion/journal-entry'
import { english } from '../../src/ui/words/english'
import { englishClaims } from '../../src/ui/words/failures/claims'
import { failurePatterns, oneOf, placedTitle } from './expected-words'
import { expectNoPluginErrors, openOn, openPluginSession, type PluginSession } from './plugin-session'
import { imageFill, layer, photoOf, sceneOf, solidFill } from './sample-scenes'
import { isJournalKey, storedJournal, waitingTasks } from './stored-journal'

let session: PluginSession
let photo: Buffer
beforeAll(async () => {
  photo = await photoOf(160, 120)
  session = await openPluginSession({ scene: sampleScene('Sample') })
})
afterAll(() => session.close())
beforeEach(() => session.startOver())

function sampleScene(name: string): ReturnType<typeof sceneOf> {
  const { scene, images } = sceneOf(
    [
      layer('RECTANGLE', '1:2', 'Photo', [0, 0, 160, 120], imageFill),
      layer('RECTANGLE', '1:3', 'Other', [400, 0, 100, 100], solidFill)
    ],
    { photo }
  )
  return { scene: { ...scene, name }, images }
}

const expectPlacedForOneRequest = async (): Promise<void> => {
  expect(await widthOf('1:2')).toBeCloseTo(224, 6)
  expect(session.creates()).toBe(1)
  expect(await remembered()).toEqual([])
  await expectNoPluginErrors(session)
}

const closePlugin = (): Promise<void> =>
  session.page.evaluate(() => {
    window.playground.closePlugin()
  })

const storage = (): Promise<Readonly<Record<string, unknown>>> =>
  session.page.evaluate(() => window.playground.storage())

const changeStorage = async (
  change: (entries: Readonly<Record<string, unknown>>) => Record<string, unknown>
): Promise<void> => {
  await session.page.evaluate(
    (entries) => {
      window.playground.setStorage(entries)
    },
    change(await storage())
  )
}

const journal = (): Promise<readonly JournalEntry[]> => storedJournal(session.page)
const remembered = (): Promise<readonly (string | null)[]> => waitingTasks(session.page)

/** Changes every entry of the journal. */
const changeJournal = (change: (entry: JournalEntry) => JournalEntry): Promise<void> =>
  changeStorage((entries) =>
    Object.fromEntries(
      Object.entries(entries).map(([key, entry]) => [
        key,
        isJournalKey(key) ? change(entry as JournalEntry) : entry
      ])
    )
  )

const widthOf = (id: string): Promise<number | undefined> =>
  session.page.evaluate((layerId) => window.playground.places()[layerId]?.width, id)

const away = (finished: number): string => english.remembered.here({ finished, underWay: 0, over: 0 }).title
const fromBefore = english.remembered.here({ finished: 0, underWay: 1, over: 0 }).title

describe('a paid image that was not placed when the plugin was closed', () => {
  test.each([
    ['while the service works', { processing: 600_000 }, { processing: 0 }],
    ['while the service does not answer polls', { 'poll-status': 503 }, { 'poll-status': 0 }]
  ] as const)('%s waits for the plugin to be opened again', async (_name, before, after) => {
    session.setFaults(before)
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await expect.poll(remembered).toHaveLength(1)
    await closePlugin()

    session.setFaults(after)
    await openPlugin(session)
    await session.says(oneOf([away(1), fromBefore]))
    expect(session.creates()).toBe(1)
    if ('processing' in before) {
      // The task was made to take minutes: it is still running, and stays remembered.
      return
    }
    await session.says(away(1))
    await session.press(english.remembered.placeOf('Photo'))
    await session.says(placedTitle('grown'))
    expect(await widthOf('1:2')).toBeCloseTo(224, 6)
    expect(session.creates()).toBe(1)
    expect(await remembered()).toEqual([])
    await expectNoPluginErrors(session)
  })

  it('after it was cancelled waits to be placed or discarded', async () => {
    session.setFaults({ processing: 600_000 })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await expect.poll(remembered).toHaveLength(1)
    await session.press(english.running.cancel)
    await session.says(english.ended.cancelledTitle(1))
    await session.press(english.ended.back)
    await session.says(fromBefore)
    await session.press(english.remembered.discardOf('Photo'))
    await expect.poll(remembered).toEqual([])
    expect(await widthOf('1:2')).toBe(160)
  })

  it('says which file it belongs to where another is open', async () => {
    session.setFaults({ 'poll-status': 503 })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await expect.poll(remembered).toHaveLength(1)
    await closePlugin()
    const kept = await storage()

    // The playground's storage begins anew with each document; Figma's is one for all files.
    await session.page.evaluate(
      async ({ scene, images, entries }) => {
        await window.playground.openScene(scene, images)
        window.playground.setStorage(entries)
      },
      { ...sampleScene('Another'), entries: kept }
    )
    await openPlugin(session)
    await session.says(english.remembered.elsewhere['other-file']('Photo', 'Sample').sentence)
    expect(
      await session.plugin.getByRole('button', { name: english.remembered.placeOf('Photo') }).count()
    ).toBe(0)
  })

  test.each([
    ['is let go where the service does not know it any more', { 'poll-status': 404 }, 'gone'],
    ['is offered where the service still has it', { 'poll-status': 0 }, 'finished']
  ] as const)('past its hour %s', async (_name, faults, found) => {
    session.setFaults({ 'poll-status': 503 })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(english.stages.waiting)
    await expect.poll(remembered).toHaveLength(1)
    await closePlugin()
    await changeJournal((entry) =>
      entry.accepted === null
        ? entry
        : { ...entry, accepted: { ...entry.accepted, atMs: Date.now() - 3_700_000 } }
    )
    session.setFaults(faults)
    await openPlugin(session)
    await session.says(english.remembered.found[found])
    expect(await remembered()).toHaveLength(1)
  })
})

/** Has images come with the answers to their creates from now on. */
const waitForAnswers = (variants: number): Promise<void> =>
  changeStorage((entries) => ({
    ...entries,
    settings: { ...(entries['settings'] as object), isSingleRequest: true, variants }
  }))

/** Presses Expand, and Cancel while the create is on its way. */
const cancelWhileSent = async (): Promise<void> => {
  let letGo = (): void => undefined
  const isCancelled = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const isCreate = (url: URL): boolean => url.href.startsWith(developmentUrl)
  await session.page.route(isCreate, async (route) => {
    await isCancelled
    await route.continue()
  })
  await openOn(session, 'Photo')
  await Promise.all([
    session.page.waitForRequest((request) => request.method() === 'POST'),
    session.press(english.expand.action)
  ])
  await session.press(english.running.cancel)
  letGo()
  await session.says(english.ended.cancelledTitle(1))
  await session.page.unroute(isCreate)
}

describe('images that come with the answers to their creates', () => {
  it('and are not placed are offered when the plugin is opened again', async () => {
    await waitForAnswers(3)
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    await expect.poll(remembered, { timeout: 20_000 }).toHaveLength(2)
    await closePlugin()

    await openPlugin(session)
    await session.says(away(1))
    await session.says(english.remembered.images(2))
    await session.plugin
      .getByRole('button', { name: english.remembered.placeOf('Photo') })
      .first()
      .click()
    await session.says(english.ended.placed.replaced('Photo').sentence)
    // The one that was replaced, and the other one.
    expect(await remembered()).toHaveLength(2)
    expect(session.creates()).toBe(3)
    await expectNoPluginErrors(session)
  })

  it('and are cancelled while they are awaited are offered, now and when it is opened again', async () => {
    await waitForAnswers(1)
    await cancelWhileSent()
    await session.says(english.ended.cancelledCharged(1, true))
    expect(await remembered()).toHaveLength(1)
    await session.press(english.ended.back)
    await session.says(fromBefore)
    await closePlugin()

    await openPlugin(session)
    await session.says(away(1))
    await session.press(english.remembered.placeOf('Photo'))
    await session.says(placedTitle('grown'))
    await expectPlacedForOneRequest()
  })
})

describe('an image whose answer does not name its task', () => {
  const cancelNameless = async (): Promise<void> => {
    await waitForAnswers(1)
    session.setFaults({ 'no-task-id': true })
    await cancelWhileSent()
    await session.says(english.ended.cancelledUnnamed(1, true))
  }

  it('is told to be of this window alone, and placed from there without a request', async () => {
    await cancelNameless()
    expect(await session.windowText()).not.toContain(englishClaims['available for an hour'].phrase)
    await session.press(english.actions.goOn('task', false, 1))
    await session.says(placedTitle('grown'))
    await expectPlacedForOneRequest()
  })

  it('is told to be lost when the plugin is opened again', async () => {
    await cancelNameless()
    await closePlugin()
    await openPlugin(session)
    await session.says(english.remembered.lost.unnamed('Photo', 'Sample').sentence)
    await session.press(english.ended.back)
    await expect.poll(journal).toEqual([])
    expect(session.creates()).toBe(1)
  })
})

describe('a 404 on a poll', () => {
  const polls = (): number => session.standIn?.requests.filter(({ method }) => method === 'GET').length ?? 0
  const expectStillRemembered = async (): Promise<void> => {
    expect(await remembered()).toHaveLength(1)
    expect(session.creates()).toBe(1)
  }

  it('of a gateway is waited out', async () => {
    session.setFaults({ 'html-error-page': 'poll', 'html-error-status': 404 })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await expect.poll(polls, { timeout: 40_000 }).toBeGreaterThanOrEqual(3)
    expect(await session.windowText()).toContain(english.stages.waiting)
    await expectStillRemembered()
    session.setFaults({ 'html-error-page': 'off' })
    await session.says(placedTitle('grown'))
    await expectPlacedForOneRequest()
  })

  it('of the service, three times, leaves the task to be asked for, now and after reopening', async () => {
    session.setFaults({ 'poll-status': 404 })
    await openOn(session, 'Photo')
    await session.press(english.expand.action)
    await session.says(failurePatterns({ kind: 'unknown-task', message: '' }, 'task').title)
    await expectStillRemembered()
    expect(
      await session.plugin.getByRole('button', { name: english.actions.goOn('task', false, 1) }).count()
    ).toBe(1)
    expect(
      await session.plugin.getByRole('button', { name: english.actions.goOn('nothing', false, 1) }).count()
    ).toBe(0)
    await closePlugin()

    const before = polls()
    await openPlugin(session)
    await expect.poll(polls).toBe(before + 1)
    await session.says(english.remembered.found.unknown)
    await expectStillRemembered()
    session.setFaults({ 'poll-status': 0 })
    await session.press(english.listed(english.remembered.get, 'Photo'))
    await session.says(placedTitle('grown'))
    await expectPlacedForOneRequest()
  })
})

describe('tasks that were sent to other addresses', () => {
  const another = 'https://techsz.aoscdn.com'
  const closed = 'https://elsewhere.example'
  const keysSentTo = new Map<string, string[]>()

  /** Has the stand-in answer for another address, and counts what is sent anywhere but to the stand-in. */
  const answerFor = async (taskId: string): Promise<void> => {
    await session.page.route(
      (url) => [another, closed].includes(url.origin),
      async (route) => {
        const { origin, pathname } = new URL(route.request().url())
        const key = (await route.request().headerValue('x-api-key')) ?? ''
        keysSentTo.set(origin, [...(keysSentTo.get(origin) ?? []), key])
        const path = pathname.replace(/[^/]+$/, taskId)
        const answer = await fetch(`${session.standIn?.url ?? ''}${path}`, { headers: { 'X-API-KEY': key } })
        await route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: Buffer.from(await answer.arrayBuffer())
        })
      }
    )
  }
  /** Where the window has sent requests; the playground's own are to its own address. */
  const originsSince = (count: number): readonly string[] =>
    session.requests
      .slice(count)
      .map(({ url }) => new URL(url).origin)
      .filter((origin) => origin !== new URL(session.page.url()).origin)

  it('are asked for only after a press, and never where the manifest does not allow it', async () => {
    session.setFaults({ 'poll-status': 503 })
    await openOn(session, 'Photo')
    await session.press('Expand')
    await expect.poll(remembered).toHaveLength(1)
    await closePlugin()
    session.setFaults({ 'poll-status': 0 })
    const [record] = await journal()
    const taskId = record?.accepted?.taskId ?? ''
    await answerFor(taskId)
    await changeStorage((entries) => {
      const sentTo = (id: string, serviceUrl: string, olderByMs: number): object =>
        record?.accepted == null
          ? {}
          : {
              [`journal:${id}`]: {
                ...record,
                id,
                serviceUrl,
                begunAtMs: record.begunAtMs - olderByMs,
                accepted: { ...record.accepted, taskId: id }
              }
            }
      // Those of other addresses are the oldest: the window comes to them first.
      return { ...entries, ...sentTo('t-another', another, 2), ...sentTo('t-closed', closed, 1) }
    })

    const before = session.requests.length
    await openPlugin(session)
    await session.says('Generated through techsz.aoscdn.com, not the address in Settings.')
    await session.says('Generated through elsewhere.example, not the address in Settings.')
    await session.plugin.getByRole('button', { name: 'Place the image for “Photo”' }).waitFor()
    expect([...keysSentTo]).toEqual([])
    expect(originsSince(before)).toEqual([developmentUrl])
    const rows = await session.plugin
      .locator('li', { hasText: 'Generated through' })
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('button')].map(({ ariaLabel }) => ariaLabel))
      )
    expect(rows).toEqual([['Get the result, Photo', 'Discard the image for “Photo”'], ['Dismiss, Photo']])

    await session.press('Get the result, Photo')
    await session.says('Expanded')
    expect([...new Set(keysSentTo.get(another))]).toEqual(['demo-key'])
    expect(keysSentTo.has(closed)).toBe(false)
    expect(session.creates()).toBe(1)
    await session.press('Dismiss, Photo')
    await expect.poll(remembered).toEqual([taskId])
    await expectNoPluginErrors(session)
  })
})
