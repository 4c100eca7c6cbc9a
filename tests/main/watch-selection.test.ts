import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Port } from '../../src/bridge/port'
import { notePlacing } from '../../src/main/placed/placed-images'
import { type Session, startSession } from '../../src/main/placed/session'
import { watchSelection } from '../../src/main/watch-selection'
import { sampleRef } from './support/sample-entry'

/** Longer than changes are waited for, ms. */
const quiet = 1_000

interface Editor {
  /** Ids that were looked up, in this order. */
  readonly lookedUp: string[]
  /** Names of what the window was told. */
  readonly told: unknown[]
  /** A layer of the page changes. */
  readonly change: () => void
  readonly openPage: () => void
  readonly lookSoon: () => void
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** An editor with nothing selected, in which every layer is gone. */
function watched(session: Session): Editor {
  const listeners = new Map<string, ((event: unknown) => void)[]>()
  const on = (type: string, listener: (event: unknown) => void): void => {
    listeners.set(type, [...(listeners.get(type) ?? []), listener])
  }
  const emit = (type: string, event?: unknown): void => {
    listeners.get(type)?.forEach((listener) => {
      listener(event)
    })
  }
  const lookedUp: string[] = []
  const told: unknown[] = []
  const port: Port = {
    post: (message) => told.push(Reflect.get(Object(message), 'name')),
    listen: () => () => undefined
  }
  // What `watchSelection` uses of the platform; a page that is searched has no such method, and throws.
  vi.stubGlobal('figma', {
    currentPage: { selection: [], on, off: () => undefined },
    on,
    getNodeByIdAsync: (id: string) => {
      lookedUp.push(id)
      return Promise.resolve(null)
    }
  })
  const lookSoon = watchSelection(port, session)
  return {
    lookedUp,
    told,
    lookSoon,
    change: () => {
      emit('nodechange', { nodeChanges: [{ id: '9:9' }] })
    },
    openPage: () => {
      emit('currentpagechange')
    }
  }
}

function withCards(count: number): Session {
  const session = startSession()
  for (let number = 1; number <= count; number++) {
    notePlacing(session, `r${number}`, {
      variant: 1,
      image: sampleRef,
      where: 'grown',
      layerId: `1:${number}`,
      imageHash: 'hash',
      subjectId: `1:${number}`,
      run: null
    })
  }
  return session
}

describe('the images of the open cards', () => {
  it('are looked up once, each by its id, after a storm of changes', async () => {
    const editor = watched(withCards(2))
    for (let step = 0; step < 500; step++) {
      editor.change()
      await vi.advanceTimersByTimeAsync(16)
    }
    expect(editor.lookedUp).toEqual([])
    await vi.advanceTimersByTimeAsync(quiet)
    expect(editor.lookedUp).toEqual(['1:1', '1:2'])
    expect([...editor.told].sort()).toEqual(['images-changed', 'selection-changed'])
  })

  it('are told of once, as long as they stay as they are', async () => {
    const editor = watched(withCards(1))
    for (let step = 0; step < 3; step++) {
      editor.change()
      await vi.advanceTimersByTimeAsync(quiet)
    }
    expect(editor.told.filter((name) => name === 'images-changed')).toHaveLength(1)
  })

  it('are not looked for where no card is open', async () => {
    const editor = watched(withCards(0))
    editor.change()
    editor.openPage()
    await vi.advanceTimersByTimeAsync(quiet)
    expect(editor.lookedUp).toEqual([])
    expect(editor.told).not.toContain('images-changed')
  })

  it('are looked up soon after one was placed, though the editor tells of no change', async () => {
    const editor = watched(withCards(1))
    editor.lookSoon()
    editor.change()
    await vi.advanceTimersByTimeAsync(quiet)
    expect(editor.lookedUp).toEqual(['1:1'])
  })

  it('are looked up when another page is opened', async () => {
    const editor = watched(withCards(1))
    editor.openPage()
    await vi.advanceTimersByTimeAsync(quiet)
    expect(editor.lookedUp).toEqual(['1:1'])
  })
})
