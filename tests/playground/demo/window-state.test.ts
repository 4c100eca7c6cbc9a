import { describe, expect, test } from 'vitest'
import { readWindowState } from '../../../playground/demo/script/steps/window-state'
import { chinese } from '../../../src/ui/words/chinese'
import { english } from '../../../src/ui/words/english'

const none = { placed: 0, failed: 0, underWay: 0, undone: 0, ended: 0 }

describe.each([
  ['English', english],
  ['Chinese', chinese]
])('readWindowState in %s', (_language, words) => {
  const read = (lines: readonly string[], hasProgress = false): ReturnType<typeof readWindowState> =>
    readWindowState(['Title', ...lines, 'End'].join('\n'), hasProgress, words)
  const idle = { isUnderWay: false, isSending: false, isWaiting: false, placed: 0 }

  test('is idle when nothing is said of an expansion', () => {
    expect(read([words.expand.action, words.running.cancel])).toEqual(idle)
  })

  test('is under way when there is a bar of progress', () => {
    expect(read([words.stages.exporting, '0:01'], true)).toEqual({ ...idle, isUnderWay: true })
  })

  test('is sending and waiting by the stage, alone or with a time beside it', () => {
    expect(read([`${words.stages.sending}0:03`], true)).toEqual({
      ...idle,
      isUnderWay: true,
      isSending: true
    })
    expect(read([words.stages.waiting], true)).toEqual({ ...idle, isUnderWay: true, isWaiting: true })
  })

  test('counts what several expansions have come to', () => {
    const title = words.queue.title({ ...none, underWay: 12, placed: 3, failed: 1 })
    expect(read([title])).toEqual({ ...idle, isUnderWay: true, placed: 3 })
    expect(read([words.queue.title({ ...none, undone: 2 })])).toEqual(idle)
  })

  test.each(Object.keys(words.ended.placed))('has an image placed when it is %s', (where) => {
    const [, said] = Object.entries(words.ended.placed).find(([name]) => name === where) ?? []
    expect(read([said?.('Photo').title ?? ''])).toEqual({ ...idle, placed: 1 })
  })
})
