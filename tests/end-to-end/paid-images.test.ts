import { beforeAll, describe, expect, it, vi } from 'vitest'
import { english } from '../../src/ui/words/english'
import { playScript } from './play-script'

const layer = 'Hero photo'
const file = 'Phone'

beforeAll(() => {
  vi.spyOn(console, 'log').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})

const open = { open: 'expand' }
const settings = (changed: object): object => ({ storage: { settings: { isIntroduced: true, ...changed } } })
const choose = {
  choose: { group: english.expand.mode, option: english.expand.modes.sides }
}
/** Opens the plugin on the photo and asks for a larger one. */
const press = [{ select: layer }, open, choose, { press: english.expand.action }]
const says = (text: string): object => ({ expect: text })
const reopen = [{ closePlugin: true }, open]
const get = english.actions.goOn('task', false, 1)
const unknown = english.failures['unknown-task']
const notFound = { kind: 'unknown-task', message: '' } as const

describe('a task that the service does not know', () => {
  it('can still be got within its hour, and is let go after one more question past it', async () => {
    const played = await playScript([
      settings({}),
      { fault: { 'poll-status': 404 } },
      ...press,
      says(unknown(notFound, 'task').title),
      { clock: 59 },
      { press: get },
      says(unknown(notFound, 'task').title),
      { clock: 2 },
      { press: get },
      says(unknown(notFound, 'nothing').title),
      ...reopen,
      { wait: 'idle' }
    ])
    expect(played).toMatchObject({ failed: null, creates: 1 })
    expect(played.window.at(-1)).not.toContain(english.remembered.found.unknown)
  })
})

describe('a plugin that is closed during the upload', () => {
  it('says so at once when it is opened again, and finally once no answer can come', async () => {
    const played = await playScript([
      settings({}),
      { fault: { 'slow-create': 30_000 } },
      ...press,
      { wait: 'sending' },
      ...reopen,
      says(english.remembered.lost.recent(layer, file).sentence),
      { clock: 3 },
      says(english.remembered.lost.final(layer, file).sentence),
      { press: english.ended.back },
      ...reopen,
      { wait: 'idle' }
    ])
    expect(played).toMatchObject({ failed: null, creates: 1 })
    expect(played.window.at(-1)).not.toContain(english.remembered.lost.final(layer, file).title)
  })

  it('is not said of a window that is still open, however long it waits', async () => {
    const played = await playScript([
      settings({ isSingleRequest: true }),
      { fault: { processing: 25_000 } },
      ...press,
      { wait: 'sending' },
      { ...open, window: 2 },
      { wait: 'idle', window: 2 },
      { clock: 4 },
      { wait: 'idle', window: 2 }
    ])
    expect(played.failed).toBeNull()
    expect(played.window.join()).not.toContain(english.remembered.lost.recent(layer, file).title)
    expect(played.window.join()).not.toContain(english.remembered.lost.final(layer, file).title)
  })
})

describe('Cancel while the create is being sent', () => {
  it('is acknowledged at once, frees the form, and leaves the image to be got', async () => {
    const played = await playScript([
      settings({}),
      { fault: { 'slow-create': 6_000 } },
      ...press,
      { wait: 'sending' },
      { press: english.running.cancel },
      { ...says(english.ended.canceling.sentence), timeoutMs: 1_000 },
      { ...says(english.expand.requests(1)), timeoutMs: 1_000 },
      { ...says(english.ended.cancelledCharged(1, true)), timeoutMs: 20_000 },
      { press: get },
      { wait: 'placed' }
    ])
    expect(played).toMatchObject({ failed: null, creates: 1 })
  })
})

describe.each([
  ['a task', false],
  ['the answer to the create', true]
])('four images of %s', (_name, isSingleRequest) => {
  it('stay remembered until each is placed or decided about', async () => {
    const played = await playScript([
      settings({ isSingleRequest }),
      { fault: { 'several-images': 4 } },
      ...press,
      { wait: 'placed' },
      { wait: 'idle' },
      ...reopen,
      { press: english.remembered.placeOf(layer) },
      says(english.ended.placed.replaced(layer).title),
      { wait: 'idle' },
      { press: english.ended.keep },
      { wait: 'idle' },
      ...reopen,
      { wait: 'idle' }
    ])
    expect(played).toMatchObject({ failed: null, creates: 1 })
    // The image that was replaced before waits for a decision of its own.
    expect(played.window.at(-1)).toContain(
      english.remembered.here({ finished: 1, underWay: 0, over: 0 }).title
    )
  })
})

describe('remembered variations of one expansion', () => {
  it('are one card with their number, and what was canceled says so', async () => {
    const played = await playScript([
      settings({ variants: 3 }),
      { fault: { processing: 120_000 } },
      ...press,
      { wait: 'waiting' },
      { press: english.running.cancel },
      says(english.ended.cancelledTitle(3)),
      ...reopen,
      says(english.remembered.images(3)),
      says(english.remembered.canceled),
      { clock: 3 },
      ...reopen,
      { press: english.remembered.placeOf(layer) },
      { wait: 'placed' },
      { wait: 'idle' },
      says(english.ended.keep)
    ])
    expect(played).toMatchObject({ failed: null, creates: 3 })
  })
})

describe('a 429 on a create', () => {
  it('surely made nothing, so it is sent once more', async () => {
    const once = { 'create-status': 429, 'status-times': 1 }
    const played = await playScript([settings({}), { fault: once }, ...press, { wait: 'placed' }])
    expect(played).toMatchObject({ failed: null, creates: 2 })
  })

  it('is said the second time', async () => {
    const always = { 'create-status': 429 }
    const title = english.failures['too-many-requests'](
      { kind: 'too-many-requests', message: '' },
      'nothing'
    ).title
    const played = await playScript([settings({}), { fault: always }, ...press, says(title)])
    expect(played).toMatchObject({ failed: null, creates: 2 })
  })
})
