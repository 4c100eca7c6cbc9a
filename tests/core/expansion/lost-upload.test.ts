import { describe, expect, it, test } from 'vitest'
import { isWindowOpen, type LostUpload, lostUploadOf } from '../../../src/core/expansion/lost-upload'
import { sampleEntry } from '../../main/support/sample-entry'

const begunAtMs = 1_000_000
const closed = { aliveAtMs: begunAtMs, isClosed: true }
const pending = sampleEntry({ begunAtMs, accepted: null })
const single = { ...pending, expansion: { ...pending.expansion, isSingleRequest: true } }

function phaseOf(entry = pending, laterMs = 0, sign = closed): LostUpload['phase'] | null {
  return lostUploadOf(entry, sign, begunAtMs + laterMs).lost?.phase ?? null
}

describe('a window', () => {
  test.each([
    ['has just shown that it is open', { aliveAtMs: 1000, isClosed: false }, 1000, true],
    ['was silent for as long as a hidden one may be', { aliveAtMs: 1000, isClosed: false }, 75_999, true],
    ['was silent for longer', { aliveAtMs: 1000, isClosed: false }, 76_000, false],
    ['has said that it closes', { aliveAtMs: 1000, isClosed: true }, 1000, false],
    ['left a sign of before the clock was set back', { aliveAtMs: 99_000, isClosed: false }, 1000, false]
  ])('%s', (_name, sign, nowMs, isOpen) => {
    expect(isWindowOpen(sign, nowMs)).toBe(isOpen)
  })
})

describe("another window's create", () => {
  it('whose answer named a task is not lost, whatever has become of the window', () => {
    expect(lostUploadOf(sampleEntry(), closed, begunAtMs + 400_000)).toEqual({ lost: null, againInMs: null })
  })

  it('is not called lost while that window is open, however long it takes, and is looked at again', () => {
    const open = { aliveAtMs: begunAtMs + 400_000, isClosed: false }
    expect(lostUploadOf(pending, open, begunAtMs + 400_000)).toEqual({ lost: null, againInMs: 5000 })
    const unnamed = { taskId: null, atMs: begunAtMs, createdAtMs: null, isCanceled: false }
    expect(lostUploadOf({ ...pending, accepted: unnamed }, open, begunAtMs + 400_000).lost).toBeNull()
  })

  it('is told at once when that window closes, with its name and file', () => {
    expect(lostUploadOf(pending, closed, begunAtMs)).toEqual({
      lost: { entryId: 'e1', name: pending.expansion.name, file: pending.file, phase: 'recent' },
      againInMs: 150_000
    })
  })

  test.each([
    ['a task', 149_999, 'recent', pending],
    ['a task', 150_000, 'final', pending],
    ['the image', 329_999, 'recent', single],
    ['the image', 330_000, 'final', single]
  ] as const)('that is to bring %s is, after %d ms, %s', (_name, laterMs, phase, entry) => {
    expect(phaseOf(entry, laterMs)).toBe(phase)
  })

  it('is looked at again just when it becomes final, and not any more then', () => {
    expect(lostUploadOf(pending, closed, begunAtMs + 149_000).againInMs).toBe(1000)
    expect(lostUploadOf(pending, closed, begunAtMs + 150_000).againInMs).toBeNull()
  })

  it('whose answer named no task is lost with its window', () => {
    const unnamed = { taskId: null, atMs: begunAtMs, createdAtMs: null, isCanceled: false }
    expect(phaseOf({ ...pending, accepted: unnamed })).toBe('unnamed')
    expect(phaseOf({ ...pending, accepted: unnamed, images: ['placed', 'waiting'] })).toBe('unnamed')
    expect(phaseOf({ ...pending, accepted: unnamed, images: ['placed'] })).toBeNull()
  })
})
