import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { ClientStorage } from '../../../playground/testing/host'
import type { Params } from '../../../src/bridge/protocol'
import type { ImageState } from '../../../src/core/expansion/journal-entry'
import { removeStaleLocks, unlockImage } from '../../../src/main/storage/image-lock'
import { named } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { sampleEntry } from '../support/sample-entry'
import { otherPng } from '../support/tiny-png'
import { type Latency, openStorageWindow, type StorageWindow } from '../support/two-windows'

type Claim = Params<'place-result'>['claim']

const minute = 60_000
const other = { image: otherPng, ref: { entryId: 'e2', index: 0, count: 1 } }

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(globalThis, 'figma')
})

/** A storage that has these entries, each with one image that waits. */
function remembering(...ids: readonly string[]): ClientStorage {
  const storage = new ClientStorage()
  for (const id of ids) {
    storage.set(`journal:${id}`, sampleEntry({ id }))
  }
  return storage
}

/** The state of each image of an entry; null where the entry is not there. */
function imagesOf(storage: ClientStorage, id = 'e1'): readonly ImageState[] | null {
  const stored = storage.get(`journal:${id}`)
  return stored === undefined ? null : (stored as ReturnType<typeof sampleEntry>).images
}

/** What promises come to within a time of the clock. */
async function within<Result>(ms: number, promises: readonly Promise<Result>[]): Promise<readonly Result[]> {
  const all = Promise.all(promises)
  await vi.advanceTimersByTimeAsync(ms)
  return Promise.race([all, Promise.reject(new Error('it takes longer'))])
}

describe('one window', () => {
  it.each(['own', 'resumed'] as const)(
    'places the image (%s), notes it in the journal and ends its claim',
    async (claim) => {
      const storage = remembering('e1')
      const window = openStorageWindow(storage)
      expect(await within(1000, [window.place({ claim })])).toEqual(['filled'])
      expect([window.images(), storage.keys(), imagesOf(storage)]).toEqual([1, ['journal:e1'], ['placed']])
    }
  )

  it.each([
    ['resumed', null],
    ['resumed', ['placed']],
    ['resumed', ['settled', 'waiting']],
    ['own', ['placed']],
    ['own', ['settled', 'waiting']]
  ] as const)('places nothing (%s) that was placed or decided about elsewhere: %j', async (claim, images) => {
    const storage = new ClientStorage()
    if (images !== null) {
      storage.set('journal:e1', sampleEntry({ images }))
    }
    const window = openStorageWindow(storage)
    const was = window.figma.document.snapshot()
    expect(await within(1000, [window.place({ claim })])).toEqual(['elsewhere'])
    expect(changedFields(was, window.figma.document)).toEqual([])
    expect(window.figma.history.undo()).toBe(false)
    expect(storage.keys()).toEqual(images === null ? [] : ['journal:e1'])
    expect(imagesOf(storage)).toEqual(images)
  })

  it('that has begun the entry places nothing of it once another window has settled it', async () => {
    const storage = new ClientStorage()
    const window = openStorageWindow(storage)
    await window.run(() => window.session.journal.begin(sampleEntry({ windowId: window.session.id })))
    storage.delete('journal:e1')
    expect(await within(1000, [window.place({ claim: 'own' })])).toEqual(['elsewhere'])
    expect(window.images()).toBe(0)
  })

  it.each(['own', 'resumed'] as const)(
    'answers the same (%s) when it is asked twice at once, or again after a late answer',
    async (claim) => {
      const storage = remembering('e1')
      const window = openStorageWindow(storage)
      const twice = [window.place({ claim }), window.place({ claim })]
      expect(await within(2000, twice)).toEqual(['filled', 'filled'])
      expect(await within(1000, [window.place({ claim })])).toEqual(['filled'])
      expect([window.images(), imagesOf(storage)]).toEqual([1, ['placed']])
    }
  )

  it('shows an image again that it has placed before another of the run, which waits then', async () => {
    const storage = remembering('e1', 'e2')
    const window = openStorageWindow(storage)
    expect(await within(1000, [window.place()])).toEqual(['filled'])
    expect(await within(1000, [window.place(other)])).toEqual(['replaced'])
    expect([window.images(), imagesOf(storage), imagesOf(storage, 'e2')]).toEqual([
      0,
      ['waiting'],
      ['placed']
    ])
    expect(await within(1000, [window.place()])).toEqual(['replaced'])
    expect([window.images(), imagesOf(storage), imagesOf(storage, 'e2')]).toEqual([
      1,
      ['placed'],
      ['waiting']
    ])
  })

  it.each(['none', 'own'] as const)('does not wait with its own image (%s)', async (claim) => {
    const window = openStorageWindow(remembering('e1'))
    expect(await within(0, [window.place({ claim })])).toEqual(['filled'])
  })

  it('places what it has decided about without a look at the journal', async () => {
    const window = openStorageWindow(new ClientStorage())
    expect(await within(0, [window.place({ claim: 'none' })])).toEqual(['filled'])
  })

  it.each(['own', 'resumed'] as const)(
    'leaves an image waiting that could not be placed (%s)',
    async (claim) => {
      const storage = remembering('e1')
      const window = openStorageWindow(storage)
      expect(await within(1000, [window.place({ claim, image: new Uint8Array(3) })])).toEqual([
        'image-refused'
      ])
      named(window.figma.document, 'target').fills = [
        { type: 'IMAGE', scaleMode: 'FILL', imageHash: 'not in the file' }
      ]
      expect(await within(1000, [window.place({ claim })])).toEqual(['cannot-write'])
      expect([storage.keys(), imagesOf(storage)]).toEqual([['journal:e1'], []])
    }
  )

  it('places the image beside where the layer was, when it goes while the claim is waited for', async () => {
    const window = openStorageWindow(remembering('e1'))
    const placed = window.place()
    await vi.advanceTimersByTimeAsync(200)
    window.figma.document.remove(named(window.figma.document, 'target'))
    expect(await within(2000, [placed])).toEqual(['beside'])
  })
})

describe('two windows of one file, each with its own copy', () => {
  describe.each([
    ['resumed', 'resumed'],
    ['own', 'resumed'],
    ['resumed', 'own']
  ] as const)('%s and %s', (...claims) => {
    test.each<readonly [string, number]>([
      ['at the same moment', 0],
      ['while the first has yet to write its claim', 5],
      ['while the first looks whether another claims it', 30],
      ['while the first places it, or waits whether another claims it', 200],
      ['just when the first places it, if it waits', 305],
      ['a second later', 1000]
    ])('only one places the image: the other begins %s', async (_name, laterMs) => {
      const storage = remembering('e1')
      const latency: Latency = () => ({ beforeMs: 10, afterMs: 10 })
      const windows = [openStorageWindow(storage, latency), openStorageWindow(storage, latency)] as const
      const first = windows[0].place({ claim: claims[0] })
      await vi.advanceTimersByTimeAsync(laterMs)
      const outcomes = await within(5000, [first, windows[1].place({ claim: claims[1] })])
      expect([...outcomes].sort()).toEqual(['elsewhere', 'filled'])
      expect(windows.map((window) => window.images()).sort()).toEqual([0, 1])
      expect([storage.keys(), imagesOf(storage)]).toEqual([['journal:e1'], ['placed']])
    })
  })

  test.each<readonly [string, readonly Claim[]]>([
    ['two or three that resume its task', ['resumed', 'resumed', 'resumed']],
    ['the one that made it, and one or two that resume its task', ['own', 'resumed', 'resumed']]
  ])('however long each call of the storage takes, and whenever they begin: %s', async (_name, claims) => {
    const length = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 1500 }) }
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            startMs: fc.integer({ min: 0, max: 800 }),
            calls: fc.array(fc.record({ beforeMs: length, afterMs: length }), { minLength: 1, maxLength: 30 })
          }),
          { minLength: 2, maxLength: 3 }
        ),
        async (windows) => {
          const storage = remembering('e1')
          const opened = windows.map(({ startMs, calls }, number) => {
            let count = 0
            const latency: Latency = () => calls[count++] ?? { beforeMs: 5, afterMs: 5 }
            return {
              startMs,
              claim: claims[number] ?? 'resumed',
              window: openStorageWindow(storage, latency)
            }
          })
          const outcomes = await within(
            3 * minute,
            opened.map(async ({ startMs, claim, window }) => {
              await new Promise((resolve) => setTimeout(resolve, startMs))
              return window.place({ claim })
            })
          )
          expect(outcomes.filter((where) => where === 'filled')).toHaveLength(1)
          expect(outcomes.filter((where) => where === 'elsewhere')).toHaveLength(outcomes.length - 1)
          expect(opened.reduce((sum, { window }) => sum + window.images(), 0)).toBe(1)
          expect(imagesOf(storage)).toEqual(['placed'])
        }
      ),
      { seed: 3, numRuns: 150 }
    )
  })

  it('two images at once do not wait for each other', async () => {
    const storage = remembering('e1', 'e2')
    const windows = [openStorageWindow(storage), openStorageWindow(storage)] as const
    const placed = [windows[0].place(), windows[1].place({ ref: other.ref })]
    expect(await within(400, placed)).toEqual(['filled', 'filled'])
  })

  it('an image that is discarded while another window waits for its claim is not placed', async () => {
    const storage = remembering('e1')
    const window = openStorageWindow(storage)
    storage.set('claim:e1', { by: 'another', atMs: Date.now() })
    const placed = window.place()
    await vi.advanceTimersByTimeAsync(500)
    storage.delete('journal:e1')
    storage.delete('claim:e1')
    expect(await within(1000, [placed])).toEqual(['elsewhere'])
  })

  it('the window that made the image yields to one that resumes its task', async () => {
    const storage = remembering('e1')
    const window = openStorageWindow(storage)
    storage.set('claim:e1', { by: 'another', atMs: Date.now() })
    const placed = window.place({ claim: 'own' })
    await vi.advanceTimersByTimeAsync(500)
    expect([window.images(), storage.keys()]).toEqual([0, ['journal:e1', 'claim:e1']])
    storage.delete('claim:e1')
    expect(await within(1000, [placed])).toEqual(['filled'])
  })
})

describe('a window that was closed', () => {
  test.each(['claim:e1', 'claim:e1:maker'])(
    'with a claim (%s): it is waited for until it ends, and the image placed',
    async (claim) => {
      const storage = remembering('e1')
      storage.set(claim, { by: 'closed', atMs: Date.now() - 5000 })
      const window = openStorageWindow(storage)
      const placed = window.place()
      await vi.advanceTimersByTimeAsync(14_900)
      expect([window.images(), storage.get(claim)]).toEqual([0, { by: 'closed', atMs: 995_000 }])
      expect(await within(1000, [placed])).toEqual(['filled'])
    }
  )

  it('after placing and before noting it: the image is not placed again, and noted', async () => {
    const storage = remembering('e1')
    const window = openStorageWindow(storage)
    await within(1000, [window.place()])
    storage.set('journal:e1', sampleEntry())
    const was = window.figma.document.snapshot()
    const later = laterRun(window, storage)
    expect(await within(1000, [later.place()])).toEqual(['filled'])
    expect(changedFields(was, window.figma.document)).toEqual([])
    expect(imagesOf(storage)).toEqual(['placed'])
  })

  it('after another image of the run replaced it: it is placed again, and the other one waits', async () => {
    const storage = remembering('e1', 'e2')
    const window = openStorageWindow(storage)
    await within(1000, [window.place()])
    await within(1000, [window.place(other)])
    const later = laterRun(window, storage)
    expect(await within(1000, [later.place()])).toEqual(['replaced'])
    expect([later.images(), imagesOf(storage), imagesOf(storage, 'e2')]).toEqual([1, ['placed'], ['waiting']])
    const last = laterRun(window, storage)
    expect(await within(1000, [last.place(other)])).toEqual(['replaced'])
    expect([last.images(), imagesOf(storage), imagesOf(storage, 'e2')]).toEqual([0, ['waiting'], ['placed']])
  })

  test.each<readonly [string, unknown, boolean]>([
    ['that ended is swept', { by: 'closed', atMs: 1_000_000 - 20_000 }, false],
    ['that holds still stays', { by: 'open', atMs: 1_000_000 - 19_000 }, true],
    ['of after the clock was set back is swept', { by: 'closed', atMs: 1_000_000 + minute }, false],
    ['that is none is swept', 'nonsense', false]
  ])('a claim %s', async (_name, claim, stays) => {
    const storage = remembering('e1')
    storage.set('claim:e9', claim)
    storage.set('claim:e9:maker', claim)
    const window = openStorageWindow(storage)
    await within(100, [window.run(() => removeStaleLocks())])
    expect(storage.keys()).toEqual(stays ? ['journal:e1', 'claim:e9', 'claim:e9:maker'] : ['journal:e1'])
  })

  it('a claim of another is not ended', async () => {
    const storage = new ClientStorage()
    storage.set('claim:e1', { by: 'another', atMs: Date.now() })
    const window = openStorageWindow(storage)
    await within(100, [window.run(() => unlockImage('e1', window.session.id))])
    expect(storage.keys()).toEqual(['claim:e1'])
  })
})

describe.each(['own', 'resumed'] as const)(
  'a storage that fails keeps no image from being placed (%s)',
  (claim) => {
    it('one that is full', async () => {
      const storage = remembering('e1')
      storage.full = true
      expect(await within(1000, [openStorageWindow(storage).place({ claim })])).toEqual(['filled'])
      expect(storage.keys()).toEqual(['journal:e1'])
    })

    it.each(['get', 'set', 'delete'] as const)('one that refuses to %s', async (operation) => {
      const storage = remembering('e1')
      vi.spyOn(storage, operation).mockImplementation(() => {
        throw new Error('no')
      })
      const window = openStorageWindow(storage)
      expect(await within(1000, [window.place({ claim })])).toEqual(['filled'])
      expect(window.images()).toBe(1)
      await within(100, [window.run(() => removeStaleLocks())])
    })
  }
)

/** The plugin closed and opened again on the same copy of the file. */
function laterRun(window: StorageWindow, storage: ClientStorage): StorageWindow {
  return openStorageWindow(storage, undefined, window.figma)
}
