import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { ClientStorage } from '../../../playground/testing/host'
import { removeStaleLocks, unlockTask } from '../../../src/main/storage/task-lock'
import { named } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { otherPng } from '../support/tiny-png'
import { type Latency, openStorageWindow, type StorageWindow } from '../support/two-windows'

const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(globalThis, 'figma')
})

/** A storage that remembers the task `t1`. */
function remembering(): ClientStorage {
  const storage = new ClientStorage()
  storage.set('task:t1', { taskId: 't1' })
  return storage
}

/** What promises come to within a time of the clock. */
async function within<Result>(ms: number, promises: readonly Promise<Result>[]): Promise<readonly Result[]> {
  const all = Promise.all(promises)
  await vi.advanceTimersByTimeAsync(ms)
  return Promise.race([all, Promise.reject(new Error('it takes longer'))])
}

describe('one window', () => {
  it('places the image, forgets the task and ends its claim', async () => {
    const storage = remembering()
    const window = openStorageWindow(storage)
    expect(await within(1000, [window.place()])).toEqual(['filled'])
    expect([window.images(), storage.keys()]).toEqual([1, []])
  })

  it('places nothing of a task that was placed or discarded elsewhere', async () => {
    const window = openStorageWindow(new ClientStorage())
    const was = window.figma.document.snapshot()
    expect(await within(1000, [window.place()])).toEqual(['elsewhere'])
    expect(changedFields(was, window.figma.document)).toEqual([])
    expect(window.figma.history.undo()).toBe(false)
    expect(window.figma.storage.keys()).toEqual([])
  })

  it('answers the same when it is asked twice at once, or again after a late answer', async () => {
    const storage = remembering()
    const window = openStorageWindow(storage)
    expect(await within(2000, [window.place(), window.place()])).toEqual(['filled', 'filled'])
    expect(await within(1000, [window.place()])).toEqual(['filled'])
    expect([window.images(), storage.keys()]).toEqual([1, []])
  })

  it('shows an image again that it has placed before another of the run', async () => {
    const storage = remembering()
    storage.set('task:t2', { taskId: 't2' })
    const window = openStorageWindow(storage)
    const other = { image: otherPng, task: 't2' }
    expect(await within(1000, [window.place()])).toEqual(['filled'])
    expect(await within(1000, [window.place(other)])).toEqual(['replaced'])
    expect(window.images()).toBe(0)
    expect(await within(1000, [window.place()])).toEqual(['replaced'])
    expect([window.images(), storage.keys()]).toEqual([1, []])
  })

  it('places an image without a task at once', async () => {
    const window = openStorageWindow(new ClientStorage())
    expect(await within(0, [window.place({ task: null })])).toEqual(['filled'])
  })

  it('keeps a task whose image could not be placed', async () => {
    const storage = remembering()
    const window = openStorageWindow(storage)
    expect(await within(1000, [window.place({ image: new Uint8Array(3) })])).toEqual(['image-refused'])
    named(window.figma.document, 'target').fills = [
      { type: 'IMAGE', scaleMode: 'FILL', imageHash: 'not in the file' }
    ]
    expect(await within(1000, [window.place()])).toEqual(['cannot-write'])
    expect(storage.keys()).toEqual(['task:t1'])
  })

  it('places the image beside where the layer was, when it goes while the claim is waited for', async () => {
    const window = openStorageWindow(remembering())
    const placed = window.place()
    await vi.advanceTimersByTimeAsync(200)
    window.figma.document.remove(named(window.figma.document, 'target'))
    expect(await within(2000, [placed])).toEqual(['beside'])
  })
})

describe('two windows of one file, each with its own copy', () => {
  test.each<readonly [string, number]>([
    ['at the same moment', 0],
    ['while the first has yet to write its claim', 5],
    ['while the first waits whether another claims it', 200],
    ['just when the first places it', 305],
    ['a second later', 1000]
  ])('only one places the image: the other begins %s', async (_name, laterMs) => {
    const storage = remembering()
    const latency: Latency = () => ({ beforeMs: 10, afterMs: 10 })
    const windows = [openStorageWindow(storage, latency), openStorageWindow(storage, latency)] as const
    const first = windows[0].place()
    await vi.advanceTimersByTimeAsync(laterMs)
    const outcomes = await within(5000, [first, windows[1].place()])
    expect([...outcomes].sort()).toEqual(['elsewhere', 'filled'])
    expect(windows.map((window) => window.images()).sort()).toEqual([0, 1])
    expect(storage.keys()).toEqual([])
  })

  it('however long each call of the storage takes, and whenever they begin', async () => {
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
          const storage = remembering()
          const opened = windows.map(({ startMs, calls }) => {
            let count = 0
            const latency: Latency = () => calls[count++] ?? { beforeMs: 5, afterMs: 5 }
            return { startMs, window: openStorageWindow(storage, latency) }
          })
          const outcomes = await within(
            3 * minute,
            opened.map(async ({ startMs, window }) => {
              await new Promise((resolve) => setTimeout(resolve, startMs))
              return window.place()
            })
          )
          expect(outcomes.filter((where) => where === 'filled')).toHaveLength(1)
          expect(outcomes.filter((where) => where === 'elsewhere')).toHaveLength(outcomes.length - 1)
          expect(opened.reduce((sum, { window }) => sum + window.images(), 0)).toBe(1)
        }
      ),
      { seed: 3, numRuns: 150 }
    )
  })

  it('two tasks at once do not wait for each other', async () => {
    const storage = remembering()
    storage.set('task:t2', { taskId: 't2' })
    const windows = [openStorageWindow(storage), openStorageWindow(storage)] as const
    expect(await within(400, [windows[0].place(), windows[1].place({ task: 't2' })])).toEqual([
      'filled',
      'filled'
    ])
  })

  it('one that is discarded while another window waits for its claim is not placed', async () => {
    const storage = remembering()
    const window = openStorageWindow(storage)
    storage.set('claim:t1', { by: 'another', atMs: Date.now() })
    const placed = window.place()
    await vi.advanceTimersByTimeAsync(500)
    storage.delete('task:t1')
    storage.delete('claim:t1')
    expect(await within(1000, [placed])).toEqual(['elsewhere'])
  })
})

describe('a window that was closed', () => {
  it('with a claim: its claim is waited for until it ends, and the image placed', async () => {
    const storage = remembering()
    storage.set('claim:t1', { by: 'closed', atMs: Date.now() - 5000 })
    const window = openStorageWindow(storage)
    const placed = window.place()
    await vi.advanceTimersByTimeAsync(9900)
    expect([window.images(), storage.get('claim:t1')]).toEqual([0, { by: 'closed', atMs: 995_000 }])
    expect(await within(1000, [placed])).toEqual(['filled'])
  })

  it('after placing and before forgetting: the image is not placed again, and the task forgotten', async () => {
    const storage = remembering()
    const window = openStorageWindow(storage)
    await within(1000, [window.place()])
    storage.set('task:t1', { taskId: 't1' })
    const was = window.figma.document.snapshot()
    const later = laterRun(window, storage)
    expect(await within(1000, [later.place()])).toEqual(['filled'])
    expect(changedFields(was, window.figma.document)).toEqual([])
    expect(storage.keys()).toEqual([])
  })

  it('the same where another image of the run has taken its place since', async () => {
    const storage = remembering()
    storage.set('task:t2', { taskId: 't2' })
    const window = openStorageWindow(storage)
    await within(1000, [window.place()])
    await within(1000, [window.place({ image: otherPng, task: 't2' })])
    storage.set('task:t1', { taskId: 't1' })
    const was = window.figma.document.snapshot()
    const later = laterRun(window, storage)
    expect(await within(1000, [later.place()])).toEqual(['replaced'])
    expect(changedFields(was, window.figma.document)).toEqual([])
    expect(storage.keys()).toEqual([])
  })

  test.each<readonly [string, unknown, boolean]>([
    ['that ended is swept', { by: 'closed', atMs: 1_000_000 - 15_000 }, false],
    ['that holds still stays', { by: 'open', atMs: 1_000_000 - 14_000 }, true],
    ['of after the clock was set back is swept', { by: 'closed', atMs: 1_000_000 + minute }, false],
    ['that is none is swept', 'nonsense', false]
  ])('a claim %s', async (_name, claim, stays) => {
    const storage = remembering()
    storage.set('claim:t9', claim)
    const window = openStorageWindow(storage)
    await within(100, [window.run(() => removeStaleLocks())])
    expect(storage.keys()).toEqual(stays ? ['task:t1', 'claim:t9'] : ['task:t1'])
  })

  it('a claim of another is not ended', async () => {
    const storage = new ClientStorage()
    storage.set('claim:t1', { by: 'another', atMs: Date.now() })
    const window = openStorageWindow(storage)
    await within(100, [window.run(() => unlockTask('t1', window.id))])
    expect(storage.keys()).toEqual(['claim:t1'])
  })
})

describe('a storage that fails keeps no image from being placed', () => {
  it('one that is full', async () => {
    const storage = remembering()
    storage.full = true
    expect(await within(1000, [openStorageWindow(storage).place()])).toEqual(['filled'])
    expect(storage.keys()).toEqual([])
  })

  it.each(['get', 'set', 'delete'] as const)('one that refuses to %s', async (operation) => {
    const storage = remembering()
    vi.spyOn(storage, operation).mockImplementation(() => {
      throw new Error('no')
    })
    const window = openStorageWindow(storage)
    expect(await within(1000, [window.place()])).toEqual(['filled'])
    expect(window.images()).toBe(1)
    await within(100, [window.run(() => removeStaleLocks())])
  })
})

/** The plugin closed and opened again on the same copy of the file. */
function laterRun(window: StorageWindow, storage: ClientStorage): StorageWindow {
  return openStorageWindow(storage, undefined, window.figma)
}
