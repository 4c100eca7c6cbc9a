import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { ClientStorage } from '../../../playground/testing/host'
import type { Acceptance, ImageState, JournalEntry } from '../../../src/core/expansion/journal-entry'
import { createJournal, type Journal, type JournalList } from '../../../src/main/storage/journal'
import { layer } from '../../playground/document/build-document'
import { openLayers } from '../support/open-layers'
import { sampleEntry } from '../support/sample-entry'

const startMs = 1_000_000
const hourMs = 3_600_000
const file = { id: 'f1', name: 'Sample' }
const one = { index: 0, count: 1 }

beforeEach(() => {
  vi.useFakeTimers({ now: startMs })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(globalThis, 'figma')
})

interface Device {
  readonly storage: ClientStorage
  /** A window's journal, in a storage that all of them share. */
  readonly open: (windowId: string) => Journal
}

function device(entries: Readonly<Record<string, unknown>> = {}): Device {
  const storage = new ClientStorage()
  storage.replace(entries)
  const { figma } = openLayers([layer('FRAME', { name: 'target' })], { storage })
  // Timers of a window need it for as long as the test runs.
  const api = figma.run((): unknown => Reflect.get(globalThis, 'figma'))
  Object.defineProperty(globalThis, 'figma', { configurable: true, value: api })
  return { storage, open: createJournal }
}

function pending(windowId: string, more: Partial<JournalEntry> = {}): JournalEntry {
  return sampleEntry({ windowId, begunAtMs: Date.now(), accepted: null, ...more })
}

function acceptance(more: Partial<Acceptance> = {}): Acceptance {
  return { taskId: 't1', atMs: Date.now(), createdAtMs: null, isCanceled: false, ...more }
}

async function listOf(journal: Journal): Promise<JournalList> {
  const listed = await journal.list()
  if (!listed.ok) {
    throw new Error(listed.failure.kind)
  }
  return listed.value
}

async function waitingIn(journal: Journal): Promise<readonly string[]> {
  return (await listOf(journal)).tasks.map(({ id }) => id)
}

function imagesIn(storage: ClientStorage, id = 'e1'): readonly ImageState[] | undefined {
  return (storage.get(`journal:${id}`) as JournalEntry | undefined)?.images
}

describe('an entry, from its create to its last decision', () => {
  it('is pending, accepted, placed and settled, and then gone', async () => {
    const { storage, open } = device()
    const journal = open('w1')
    await journal.begin(pending('w1'))
    expect(storage.get('journal:e1')).toEqual(pending('w1'))
    expect(await waitingIn(journal)).toEqual([])
    await journal.accept('e1', acceptance(), file)
    expect(await waitingIn(journal)).toEqual(['e1'])
    const image = { entryId: 'e1', ...one }
    expect(await journal.isWaiting(image, false)).toBe(true)
    await journal.mark(image, 'placed')
    expect([await waitingIn(journal), await journal.isWaiting(image, false)]).toEqual([[], false])
    await journal.settle('e1', one)
    expect(storage.keys()).toEqual([])
  })

  it('waits again when its image leaves the document, and does not when it comes back', async () => {
    const { open } = device({ 'journal:e1': sampleEntry() })
    const journal = open('w1')
    for (const state of ['placed', 'waiting', 'placed', 'waiting'] as const) {
      await journal.mark({ entryId: 'e1', ...one }, state)
      expect(await waitingIn(journal)).toEqual(state === 'waiting' ? ['e1'] : [])
    }
  })

  it('is kept until each of four images of one answer is decided about', async () => {
    const { storage, open } = device({ 'journal:e1': sampleEntry() })
    const journal = open('w1')
    await journal.mark({ entryId: 'e1', index: 0, count: 4 }, 'placed')
    const states: unknown[] = []
    for (const index of [2, 0, 3, 1]) {
      expect(await waitingIn(journal)).toEqual(['e1'])
      await journal.settle('e1', { index, count: 4 })
      states.push(imagesIn(storage)?.join(' '))
    }
    expect(states).toEqual([
      'placed waiting settled waiting',
      'settled waiting settled waiting',
      'settled waiting settled settled',
      undefined
    ])
  })

  it('has an image settled for good: it is neither placed nor waiting any more', async () => {
    const { storage, open } = device({ 'journal:e1': sampleEntry({ images: ['settled', 'waiting'] }) })
    const journal = open('w1')
    for (const state of ['placed', 'waiting'] as const) {
      await journal.mark({ entryId: 'e1', index: 0, count: 2 }, state)
    }
    expect(imagesIn(storage)).toEqual(['settled', 'waiting'])
    expect(await journal.isWaiting({ entryId: 'e1', index: 0, count: 2 }, true)).toBe(false)
  })

  it('is let go of whole, and written again as it was', async () => {
    const entry = sampleEntry({ images: ['settled', 'waiting'] })
    const { storage, open } = device({ 'journal:e1': entry })
    const journal = open('w1')
    await journal.settle('e1', null)
    expect(storage.keys()).toEqual([])
    await journal.restore(entry)
    expect(storage.get('journal:e1')).toEqual(entry)
  })

  it('that is gone is not brought back by what is noted late', async () => {
    const { storage, open } = device()
    const journal = open('w1')
    await journal.accept('e1', acceptance(), file)
    await journal.mark({ entryId: 'e1', ...one }, 'placed')
    await journal.settle('e1', one)
    expect(storage.keys()).toEqual([])
  })

  it('notes changes that are made at once one after the other', async () => {
    const { storage, open } = device({ 'journal:e1': sampleEntry() })
    const journal = open('w1')
    await Promise.all([0, 1, 2, 3].map((index) => journal.mark({ entryId: 'e1', index, count: 4 }, 'placed')))
    expect(imagesIn(storage)).toEqual(['placed', 'placed', 'placed', 'placed'])
  })

  it('is canceled, and remembered as that', async () => {
    const { open } = device()
    const journal = open('w1')
    await journal.begin(pending('w1'))
    await journal.accept('e1', acceptance({ isCanceled: true }), file)
    const [task] = (await listOf(journal)).tasks
    expect(task?.accepted?.isCanceled).toBe(true)
  })
})

describe('tasks are listed', () => {
  it('of any file and window, the oldest first', async () => {
    const { open } = device({
      'journal:e2': sampleEntry({ id: 'e2', begunAtMs: 2, file: { id: 'f2', name: 'Other' } }),
      'journal:e1': sampleEntry({ id: 'e1', begunAtMs: 1, windowId: 'w1' })
    })
    expect(await waitingIn(open('w1'))).toEqual(['e1', 'e2'])
  })

  it('without what cannot be read', async () => {
    const { open } = device({
      'journal:e1': sampleEntry(),
      'journal:e2': 'nonsense',
      'journal:e3': { id: 'e3' }
    })
    expect(await waitingIn(open('w1'))).toEqual(['e1'])
  })

  it.each<readonly [string, readonly ImageState[], number, string, boolean]>([
    ['placed, by another window, after the hour', ['placed'], hourMs + 1, 'w2', false],
    ['placed, by another window, within the hour', ['placed'], hourMs, 'w2', true],
    ['placed, by this window, after the hour', ['placed'], hourMs + 1, 'w1', true],
    ['waiting, after the hour', ['placed', 'waiting'], hourMs + 1, 'w2', true],
    ['not known, after the hour', [], hourMs + 1, 'w2', true]
  ])('%s: it stays or is swept', async (_name, images, laterMs, windowId, stays) => {
    const { storage, open } = device({ 'journal:e1': sampleEntry({ windowId, images }) })
    vi.setSystemTime(startMs + laterMs)
    await open('w1').list()
    expect(storage.keys()).toEqual(stays ? ['journal:e1'] : [])
  })
})

describe('a create that is on its way', () => {
  it('is nothing to tell of in its own window, however long it takes', async () => {
    const { open } = device()
    const journal = open('w1')
    await journal.begin(pending('w1'))
    await vi.advanceTimersByTimeAsync(400_000)
    expect(await listOf(journal)).toEqual({ tasks: [], lost: [], againInMs: null })
  })

  it('is not lost while its window is open, and looked at again', async () => {
    const { open } = device()
    await open('w1').begin(pending('w1'))
    await vi.advanceTimersByTimeAsync(400_000)
    expect(await listOf(open('w2'))).toEqual({ tasks: [], lost: [], againInMs: 5000 })
  })

  test.each([
    ['the task', false, 150_000],
    ['the image', true, 330_000]
  ])(
    'when its window closes: %s can come until its time is over',
    async (_name, isSingleRequest, untilMs) => {
      const { open } = device()
      const entry = pending('w1')
      const first = open('w1')
      await first.begin({ ...entry, expansion: { ...entry.expansion, isSingleRequest } })
      first.close()
      await vi.advanceTimersByTimeAsync(1000)
      const second = open('w2')
      const { name } = entry.expansion
      const told = { entryId: 'e1', name, file }
      expect(await listOf(second)).toEqual({
        tasks: [],
        lost: [{ ...told, phase: 'recent' }],
        againInMs: untilMs - 1000
      })
      await vi.advanceTimersByTimeAsync(untilMs - 1000)
      expect(await listOf(second)).toEqual({
        tasks: [],
        lost: [{ ...told, phase: 'final' }],
        againInMs: null
      })
      await second.settle('e1', null)
      expect((await listOf(second)).lost).toEqual([])
    }
  )

  it('of a window that could not say that it closes is told when its sign is old', async () => {
    const { storage, open } = device()
    const first = open('w1')
    await first.begin(pending('w1'))
    vi.spyOn(storage, 'set').mockImplementation(() => {
      throw new Error('closed')
    })
    first.close()
    await vi.advanceTimersByTimeAsync(74_999)
    expect((await listOf(open('w2'))).lost).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect((await listOf(open('w2'))).lost).toMatchObject([{ entryId: 'e1', phase: 'recent' }])
  })

  it('whose window left no sign at all is as old as itself', async () => {
    const { open } = device({ 'journal:e1': pending('w1') })
    vi.setSystemTime(startMs + 74_999)
    expect((await listOf(open('w2'))).lost).toEqual([])
    vi.setSystemTime(startMs + 75_000)
    expect((await listOf(open('w2'))).lost).toMatchObject([{ phase: 'recent' }])
  })

  it('is never told of once its task is named, though its window closed', async () => {
    const { open } = device()
    const first = open('w1')
    await first.begin(pending('w1'))
    await first.accept('e1', acceptance(), file)
    first.close()
    expect(await listOf(open('w2'))).toMatchObject({ tasks: [{ id: 'e1' }], lost: [], againInMs: null })
  })

  it('whose answer names no task is lost when its window closes before its image is decided about', async () => {
    const { open } = device()
    const first = open('w1')
    await first.begin(pending('w1'))
    await first.accept('e1', acceptance({ taskId: null }), file)
    expect(await listOf(open('w2'))).toMatchObject({ tasks: [], lost: [], againInMs: 5000 })
    first.close()
    await vi.advanceTimersByTimeAsync(10)
    expect(await listOf(open('w2'))).toMatchObject({
      tasks: [],
      lost: [{ phase: 'unnamed' }],
      againInMs: null
    })
  })

  it('whose answer names no task is not lost once its image is in the document', async () => {
    const { open } = device()
    const first = open('w1')
    await first.begin(pending('w1'))
    await first.accept('e1', acceptance({ taskId: null }), file)
    await first.mark({ entryId: 'e1', ...one }, 'placed')
    first.close()
    await vi.advanceTimersByTimeAsync(10)
    expect((await listOf(open('w2'))).lost).toEqual([])
  })
})

describe('the sign that a window is open', () => {
  it('is there from its first open create to the answer of its last, and is kept fresh', async () => {
    const { storage, open } = device()
    const journal = open('w1')
    await journal.begin(pending('w1'))
    await journal.begin(pending('w1', { id: 'e2' }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(storage.get('window:w1')).toEqual({ aliveAtMs: startMs + 60_000, isClosed: false })
    await journal.accept('e1', acceptance(), file)
    expect(storage.keys()).toContain('window:w1')
    await journal.settle('e2', null)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(storage.keys()).toEqual(['journal:e1'])
  })

  it('is not written by a window that closes with nothing open', async () => {
    const { storage, open } = device()
    open('w1').close()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(storage.keys()).toEqual([])
  })

  it('of another window is removed after an hour', async () => {
    const { storage, open } = device({
      'window:w1': { aliveAtMs: startMs - hourMs - 1, isClosed: false },
      'window:w2': { aliveAtMs: startMs - hourMs, isClosed: true }
    })
    await open('w3').list()
    expect(storage.keys()).toEqual(['window:w2'])
  })
})

describe('a full storage', () => {
  it('keeps no window from placing its own image, and is said; the accepted task is remembered', async () => {
    const { storage, open } = device()
    storage.full = true
    const journal = open('w1')
    expect(await journal.begin(pending('w1'))).toMatchObject({
      ok: false,
      failure: { kind: 'storage-failed' }
    })
    const image = { entryId: 'e1', ...one }
    expect([await journal.isWaiting(image, false), await journal.isWaiting(image, true)]).toEqual([
      true,
      false
    ])
    storage.full = false
    expect(await journal.accept('e1', acceptance(), file)).toEqual({ ok: true, value: null })
    expect(storage.keys()).toEqual(['journal:e1'])
  })

  it('does not take a task away that another window has let go of as lost', async () => {
    const { open } = device()
    const [own, other] = [open('w1'), open('w2')]
    await own.begin(pending('w1'))
    await other.settle('e1', null)
    await own.accept('e1', acceptance(), file)
    expect(await own.isWaiting({ entryId: 'e1', ...one }, false)).toBe(true)
    expect(await waitingIn(other)).toEqual(['e1'])
  })
})

describe('what comes after an entry was settled', () => {
  it('writes nothing where its begin was held up', async () => {
    const { storage, open } = device()
    const journal = open('w1')
    await journal.settle('e1', null)
    await journal.begin(pending('w1'))
    await journal.accept('e1', acceptance(), file)
    expect(storage.keys()).toEqual([])
  })

  it('does not offer a task again that is noted as canceled once more', async () => {
    const { storage, open } = device()
    const [own, other] = [open('w1'), open('w2')]
    await own.begin(pending('w1'))
    await own.accept('e1', acceptance(), file)
    await other.settle('e1', null)
    await own.accept('e1', { ...acceptance(), isCanceled: true }, file)
    expect(storage.keys()).toEqual([])
  })
})

describe('what version 0.1.0 has kept', () => {
  const { expansion } = sampleEntry()
  const task = { taskId: 't7', file, serviceUrl: 'https://service.example', order: expansion, createdAtMs: 5 }
  const upload = { id: 'n1', file, name: 'Hero', sentAtMs: startMs }

  it('of a task is an entry from then on, and settled as one', async () => {
    const { storage, open } = device({ 'task:t7': task, 'task:t8': 'nonsense' })
    const journal = open('w1')
    expect((await listOf(journal)).tasks).toEqual([
      sampleEntry({
        id: 't7',
        windowId: '',
        begunAtMs: 5,
        accepted: { taskId: 't7', atMs: 5, createdAtMs: null, isCanceled: false }
      })
    ])
    expect(storage.keys().sort()).toEqual(['journal:t7', 'task:t8'])
    await journal.settle('t7', one)
    expect(await waitingIn(journal)).toEqual([])
  })

  test.each([
    ['a task, by default', {}, 150_000, 'recent', 'final'],
    ['a task', { awaits: 'task' }, 150_000, 'recent', 'final'],
    ['the image', { awaits: 'image' }, 330_000, 'recent', 'final'],
    ['nothing', { awaits: 'nothing' }, 0, 'unnamed', 'unnamed']
  ] as const)(
    'of a request that awaits %s is told, and settled',
    async (_name, more, untilMs, first, last) => {
      const { storage, open } = device({ 'sent:n1': { ...upload, ...more } })
      const journal = open('w1')
      const told = { entryId: 'sent:n1', name: 'Hero', file }
      const againInMs = untilMs === 0 ? null : untilMs
      expect(await listOf(journal)).toEqual({ tasks: [], lost: [{ ...told, phase: first }], againInMs })
      vi.setSystemTime(startMs + untilMs)
      expect(await listOf(journal)).toEqual({ tasks: [], lost: [{ ...told, phase: last }], againInMs: null })
      await journal.settle('sent:n1', null)
      expect(storage.keys()).toEqual([])
    }
  )
})
