import { describe, expect, it, test } from 'vitest'
import {
  doneImages,
  hasWaitingImage,
  imageKey,
  type ImageState,
  isOfFile,
  isPastHour,
  isSettled,
  withImageState
} from '../../../src/core/expansion/journal-entry'
import { sampleEntry } from '../../main/support/sample-entry'

describe('an entry', () => {
  test.each([
    ['the file with its mark', { id: 'f1', name: 'Renamed' }, true],
    ['the file of its name, whose mark was undone', { id: 'f2', name: 'Sample' }, true],
    ['another file', { id: 'f2', name: 'Another' }, false]
  ])('in %s', (_name, here, isHere) => {
    expect(isOfFile(sampleEntry(), here)).toBe(isHere)
  })

  it('belongs to every file, where its own could not be told', () => {
    const unknown = sampleEntry({ file: { id: '', name: '' } })
    expect(isOfFile(unknown, { id: 'f2', name: 'Another' })).toBe(true)
  })

  test.each([
    ['within it', 3_600_000, false],
    ['after it', 3_600_001, true],
    ['when the clock was set back', -5000, false]
  ])('knows its hour: %s', (_name, laterMs, isPast) => {
    const accepted = { taskId: 't1', atMs: 7, createdAtMs: null, isCanceled: false }
    expect(isPastHour(accepted, 7 + laterMs)).toBe(isPast)
  })
})

describe('its images', () => {
  test.each<readonly [string, readonly ImageState[], boolean, boolean, readonly number[]]>([
    ['how many is not known', [], true, false, []],
    ['one, waiting', ['waiting'], true, false, []],
    ['one, placed', ['placed'], false, false, [0]],
    ['one, settled', ['settled'], false, true, [0]],
    ['one of two is settled', ['waiting', 'settled'], true, false, [1]],
    ['one placed, one settled', ['placed', 'settled'], false, false, [0, 1]],
    ['both settled', ['settled', 'settled'], false, true, [0, 1]]
  ])('%s', (_name, images, isWaiting, isAllSettled, done) => {
    const entry = sampleEntry({ images })
    expect([hasWaitingImage(entry), isSettled(entry), doneImages(entry)]).toEqual([
      isWaiting,
      isAllSettled,
      done
    ])
  })

  it('are as many as its result has, from the first that is marked on', () => {
    const entry = withImageState(sampleEntry(), { index: 2, count: 4 }, 'placed')
    expect(entry.images).toEqual(['waiting', 'waiting', 'placed', 'waiting'])
    expect(withImageState(entry, { index: 0, count: 1 }, 'settled').images).toEqual([
      'settled',
      'waiting',
      'placed',
      'waiting'
    ])
  })

  it('have keys of their own, among all entries', () => {
    const keys = [0, 1, 2, 3].map((index) => imageKey({ entryId: 'e1', index, count: 4 }))
    expect(new Set([...keys, imageKey({ entryId: 'e2', index: 0, count: 1 })]).size).toBe(5)
  })
})
