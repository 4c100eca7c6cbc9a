import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../../playground/testing/server'
import { bundle, type OpenWindow, openWindow } from './open-window'
import type { WindowCalls } from './window-calls'

let browser: Browser
let windowScript: string
const sources = { real: '', fragile: '', broken: 'this is no script' }

beforeAll(async () => {
  windowScript = await bundle('window-calls.ts')
  sources.real = await bundle('../../../src/raster/worker/worker-entry.ts')
  sources.fragile = await bundle('fragile-worker.ts')
  browser = await launchChromium()
})
afterAll(() => browser.close())

describe.each([
  ['where workers are allowed', false],
  ['where workers are refused', true]
])('%s', (_where, noWorkers) => {
  let opened: OpenWindow
  let workers: number
  beforeEach(async () => {
    opened = await openWindow(browser, windowScript, noWorkers)
    workers = 0
    opened.page.on('worker', () => workers++)
  })
  afterEach(() => opened.page.close())

  const inWindow = (name: keyof WindowCalls, source: keyof typeof sources): Promise<unknown> =>
    opened.frame.evaluate(`calls.${name}(${JSON.stringify(sources[source])})`)

  test('the window’s origin is null', async () => {
    expect(await opened.frame.evaluate('origin')).toBe('null')
  })

  test('every task gives what it gives when it is called directly', async () => {
    expect(await inWindow('doBothWays', 'real')).toEqual(Array(10).fill('same'))
    expect(workers).toBe(noWorkers ? 0 : 1)
  })

  test('what was prepared changes no image, nor does a handle of a worker that is gone', async () => {
    expect(await inWindow('finishPrepared', 'real')).toEqual([true, true])
  })

  test('a long text comes as a blob, the same text as the same', async () => {
    expect(await inWindow('readLongTexts', 'real')).toEqual({
      sizes: [65_537, 65_538, 'short'],
      isSame: true,
      isOther: true
    })
  })

  test('an error of a task comes back', async () => {
    expect(await inWindow('fail', 'fragile')).toBe('Error: no such mask')
  })

  test('a script that does not run is an error', async () => {
    expect(await inWindow('fail', 'broken')).toBe(
      'Error: the pixel work may run neither in a worker nor in the window'
    )
  })

  if (!noWorkers) {
    test('a crash of the worker fails what is under way, and the next call starts another', async () => {
      const detail: unknown = expect.stringContaining('out of memory')
      expect(await inWindow('crash', 'fragile')).toEqual([
        1,
        2,
        { ok: false, failure: { kind: 'unreadable-export', detail } },
        { ok: false, failure: { kind: 'unreadable-result', detail } },
        1
      ])
      expect(workers).toBe(2)
    })

    test('a crash while finishing is prepared, or before it is released, is no failure', async () => {
      expect(await inWindow('prepareInVain', 'fragile')).toEqual([null, 1])
    })
  }
})
