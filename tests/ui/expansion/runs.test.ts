import { describe, expect, it, test } from 'vitest'
import type { Params } from '../../../src/bridge/protocol'
import { fail, succeed } from '../../../src/core/outcome'
import type { ServiceClient } from '../../../src/service/service-client'
import type { ExpansionRequest } from '../../../src/service/wire/expansion-request'
import type { ResultImage } from '../../../src/service/wire/expansion-result'
import { finished, png, receivedImage } from '../support/fake-ports'
import { canvasWish, sampleInsets, sidesWish, wishFor } from '../support/sample-drafts'
import { sampleEntry } from '../support/sample-entry'
import { baseUrl, quiet, startRuns } from '../support/start-runs'

/** A service that names its tasks t1, t2 and so on, and sends an image of that number. */
function numberedService(): {
  readonly requests: ExpansionRequest[]
  readonly service: Partial<ServiceClient>
} {
  const requests: ExpansionRequest[] = []
  return {
    requests,
    service: {
      submit: async (request, options) => {
        const number = requests.push(request)
        await options?.onTurn?.()
        return Promise.resolve(succeed({ kind: 'task', taskId: `t${number}`, createdAtMs: null }))
      }
    }
  }
}

const imageOf = (taskId: string, field: ResultImage['field']): ResultImage => ({
  kind: 'base64',
  taskId,
  field,
  base64: 'AA=='
})

const details = {
  createdAt: null,
  processedAt: null,
  completedAt: null,
  downloadTime: null,
  timeElapsed: null,
  returnType: 2
}

describe('a run', () => {
  it('goes from export to a placed fill, in this order', async () => {
    const stages: string[] = []
    const runs = startRuns({ stages })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.list()).toMatchObject([
      { shown: 1, where: 'grown', variations: [{ state: { kind: 'ready' } }] }
    ])
    expect(runs.log).toEqual([
      'export-subject',
      'prepareUpload',
      'submit',
      'begin',
      'accept t1',
      'awaitResult',
      'download',
      'finishReceived',
      'place-result'
    ])
    expect(stages).toEqual(['exporting', 'preparing', 'queued', 'sending', 'waiting', 'receiving', 'placing'])
  })

  it('exports what the plan says and sends all four ratios, the prompt and a seed', async () => {
    const seen: unknown[] = []
    const { requests, service } = numberedService()
    const runs = startRuns({
      answers: {
        'export-subject': (params) => {
          seen.push(params)
          return succeed({ png: new Uint8Array([5]) })
        }
      },
      service
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(seen).toEqual([{ source: { nodeId: '1:2', content: 'backdrop' }, scale: 2 }])
    expect(requests).toEqual([
      {
        kind: 'sides',
        image: { kind: 'file', bytes: new Uint8Array([5]), mime: 'image/png' },
        ratios: { top: 0.1, right: 0.3, bottom: 0.1, left: 0.1 },
        prompt: 'a beach',
        seed: 2
      }
    ])
  })

  it('places the finished image with the frozen placement, its recipe and its task', async () => {
    const placed: Params<'place-result'>[] = []
    const runs = startRuns({
      answers: {
        'place-result': (params) => {
          placed.push(params)
          return succeed({ where: 'changed-meanwhile' })
        }
      }
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.list()).toMatchObject([{ where: 'changed-meanwhile' }])
    expect(placed).toEqual([
      {
        image: finished,
        placement: sidesWish.placement,
        recipe: {
          version: 1,
          growth: sidesWish.growth,
          content: 'background',
          prompt: 'a beach',
          seed: 2,
          tuning: { strength: null, scale: null, steps: null },
          maskIsInverted: false,
          matchSeam: true,
          seam: receivedImage.seam
        },
        runId: runs.list()[0]?.runId,
        variant: 1,
        ref: { entryId: 'e1', index: 0, count: 1 },
        claim: 'own'
      }
    ])
  })

  it('has a pending entry of the journal while its create is on its way, until the answer is there', async () => {
    let answer = (): void => undefined
    const runs = startRuns({
      service: {
        submit: async (_request, options) => {
          await options?.onTurn?.()
          return new Promise((resolve) => {
            answer = () => {
              resolve(fail({ kind: 'answer-lost' }))
            }
          })
        }
      }
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect([...runs.entries]).toEqual([['e1', null]])
    answer()
    await quiet()
    expect(runs.entries.size).toBe(0)
  })

  it('is timed from the create to the image, without the time that a cancelled one is left alone', async () => {
    let now = 1_000
    const results: (() => void)[] = []
    const awaitResult: ServiceClient['awaitResult'] = (taskId, options) =>
      new Promise((resolve) => {
        options?.signal?.addEventListener('abort', () => {
          resolve(fail({ kind: 'cancelled', taskMayExist: true }))
        })
        results.push(() => {
          resolve(succeed({ taskId, images: [imageOf(taskId, 'image')], details }))
        })
      })
    const submit: ServiceClient['submit'] = async (_request, options) => {
      await options?.onTurn?.()
      return Promise.resolve(succeed({ kind: 'task', taskId: 't1', createdAtMs: null }))
    }
    const runs = startRuns({ epochMs: () => now, service: { submit, awaitResult } })
    runs.start([sidesWish], { variants: 2, baseUrl, seed: null })
    await quiet()
    now = 9_000
    results[0]?.()
    await quiet()
    const runId = runs.list()[0]?.runId ?? ''
    runs.cancel(runId)
    await quiet()
    now = 500_000
    runs.goOn(runId, 2, baseUrl)
    await quiet()
    results[2]?.()
    await quiet()
    expect(runs.states().map(({ kind }) => kind)).toEqual(['ready', 'ready'])
    expect(runs.timed).toEqual([8_000])
  })

  it('without a key sends nothing', async () => {
    const runs = startRuns({ hasKey: false })
    runs.start([sidesWish], { variants: 2, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ failure: { kind: 'no-key' } }, { failure: { kind: 'no-key' } }])
    expect(runs.log).toEqual([])
  })
})

describe('what is set under Advanced', () => {
  it('is sent, with the seed for the first variant alone', async () => {
    const { requests, service } = numberedService()
    const runs = startRuns({ service })
    runs.start([{ ...sidesWish, tuning: { strength: 0.4, scale: 9, steps: 12 }, isSingleRequest: true }], {
      variants: 2,
      baseUrl,
      seed: 77
    })
    await quiet()
    expect(requests).toMatchObject([
      { strength: 0.4, scale: 9, steps: 12, sync: 1, seed: 77 },
      { strength: 0.4, scale: 9, steps: 12, sync: 1 }
    ])
    expect(requests[1]?.seed).not.toBe(77)
  })
})

describe('a canvas order', () => {
  it('sends image and mask and no ratio, and compares what was kept', async () => {
    const { requests, service } = numberedService()
    const runs = startRuns({ service })
    runs.start([canvasWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'ready', image: { verdict: 'kept' } }])
    expect(requests).toEqual([
      {
        kind: 'canvas',
        image: { kind: 'file', bytes: new Uint8Array([3]), mime: 'image/png' },
        mask: { kind: 'file', bytes: new Uint8Array([4]), mime: 'image/png' },
        prompt: 'a beach',
        seed: 2
      }
    ])
    expect(runs.log).toEqual([
      'export-subject',
      'composeCanvas',
      'build-mask',
      'submit',
      'begin',
      'accept t1',
      'awaitResult',
      'download',
      'finishReceived',
      'place-result'
    ])
  })

  it('asks for the mask at the size that is really uploaded', async () => {
    const masks: unknown[] = []
    const runs = startRuns({
      answers: {
        'build-mask': (params) => {
          masks.push(params)
          return succeed({ png: new Uint8Array([4]) })
        }
      }
    })
    runs.start([{ ...canvasWish, maskIsInverted: true }], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(masks).toMatchObject([{ size: { width: 64, height: 64 }, isInverted: true }])
  })

  it('takes the mask that follows the transparency where there is one', async () => {
    const runs = startRuns({
      raster: {
        composeCanvas: () =>
          Promise.resolve(
            succeed({
              upload: { bytes: png, mime: 'image/png', pixelSize: { width: 64, height: 64 } },
              refined: [{ rows: 64, boundaries: [1, 2] }]
            })
          )
      }
    })
    runs.start([canvasWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.log).toContain('writeRefinedMask')
    expect(runs.log).not.toContain('build-mask')
  })

  it('is what a four-side order becomes when its subject does not fill its box', async () => {
    const runs = startRuns({
      raster: { prepareUpload: () => Promise.resolve(succeed({ kind: 'see-through' })) }
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.log).toContain('composeCanvas')
    expect(runs.states()).toMatchObject([{ kind: 'ready' }])
  })

  it('is placed when its result cannot be compared', async () => {
    const runs = startRuns({ raster: { finishReceived: () => Promise.resolve(succeed(receivedImage)) } })
    runs.start([canvasWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.list()).toMatchObject([{ shown: 1, variations: [{ state: { image: { verdict: null } } }] }])
  })
})

describe('an image in doubt is not placed by itself, and is when going on', () => {
  test.each([
    [
      'mask-misread',
      canvasWish,
      {
        finishReceived: () => Promise.resolve(succeed({ ...receivedImage, kept: { kept: 60, generated: 1 } }))
      }
    ],
    [
      'unchanged',
      sidesWish,
      { finishReceived: () => Promise.resolve(succeed({ ...receivedImage, isUnchanged: true })) }
    ]
  ] as const)('%s', async (kind, wish, raster) => {
    const runs = startRuns({ raster })
    runs.start([wish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'failed', failure: { kind }, reached: { kind: 'image' } }])
    expect(runs.log).not.toContain('place-result')
    runs.goOn(runs.list()[0]?.runId ?? '', 1, baseUrl)
    await quiet()
    expect(runs.list()).toMatchObject([{ shown: 1, where: 'grown' }])
    expect(runs.log.filter((name) => name === 'submit')).toHaveLength(1)
  })
})

describe('a failure stops the run, says how far it came, and going on starts from there', () => {
  const exportFailed = { kind: 'export-failed', detail: 'nothing to see' } as const
  const wrongKey = { kind: 'wrong-key', message: '' } as const
  const stillRunning = { kind: 'still-running', taskId: 't1', waitedMs: 180_000 } as const
  const unknownTask = { kind: 'unknown-task', message: 'Not found' } as const
  const noImage = { kind: 'no-image', taskId: 't1', detail: '' } as const
  const unreadable = { kind: 'unreadable-result', detail: '' } as const
  const cannotWrite = { kind: 'cannot-write', detail: '' } as const
  test.each([
    [
      'in the export: nothing is sent',
      { answers: { 'export-subject': () => fail(exportFailed) } },
      exportFailed,
      'nothing',
      'export-subject',
      ['export-subject']
    ],
    [
      'in the upload: nothing is sent',
      {
        raster: {
          prepareUpload: () => Promise.resolve(fail({ kind: 'upload-cannot-fit' as const, detail: '' }))
        }
      },
      { kind: 'upload-cannot-fit', detail: '' },
      'nothing',
      'prepareUpload',
      ['export-subject', 'prepareUpload']
    ],
    [
      'in the create',
      { service: { submit: () => Promise.resolve(fail(wrongKey)) } },
      wrongKey,
      'nothing',
      'submit',
      ['submit']
    ],
    [
      'in the waiting: the task is kept',
      { service: { awaitResult: () => Promise.resolve(fail(stillRunning)) } },
      stillRunning,
      'task',
      'awaitResult',
      ['awaitResult']
    ],
    [
      'in the waiting, for a task that the service does not know: the task is kept',
      { service: { awaitResult: () => Promise.resolve(fail(unknownTask)) } },
      unknownTask,
      'task',
      'awaitResult',
      ['awaitResult']
    ],
    [
      'in the download: the result is kept',
      { service: { download: () => Promise.resolve(fail(noImage)) } },
      noImage,
      'result',
      'download',
      ['download']
    ],
    [
      'in the finishing: the result is kept',
      {
        raster: {
          finishReceived: () => Promise.resolve(fail(unreadable))
        }
      },
      unreadable,
      'result',
      'finishReceived',
      ['download', 'finishReceived']
    ],
    [
      'in the placing: the image is kept',
      { answers: { 'place-result': () => fail(cannotWrite) } },
      cannotWrite,
      'image',
      'place-result',
      ['place-result']
    ]
  ] as const)('%s', async (_name, changes, failure, reached, last, again) => {
    const runs = startRuns(changes)
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'failed', failure, reached: { kind: reached } }])
    expect(runs.log.filter((name) => !name.startsWith('settle')).at(-1)).toBe(last)
    expect(runs.tasks()).toEqual(reached === 'nothing' ? [] : ['t1'])
    runs.log.length = 0
    runs.goOn(runs.list()[0]?.runId ?? '', 1, baseUrl)
    await quiet()
    expect(runs.log).toEqual(again)
  })
})

describe('a result', () => {
  test.each([
    ['grow', true],
    ['behind', false]
  ] as const)('of a placement %s carries the original’s own pixels: %s', async (kind, keepPixels) => {
    const seen: unknown[] = []
    const runs = startRuns({
      raster: {
        finishReceived: (_bytes, _sent, options) => {
          seen.push(options)
          return Promise.resolve(succeed(receivedImage))
        }
      }
    })
    const { nodeId, origin } = sidesWish.placement
    const place = { nodeId, origin, subject: { width: 300, height: 100 }, insets: sampleInsets }
    runs.start(
      [
        {
          ...sidesWish,
          placement: kind === 'grow' ? { kind, ...place, above: 'images' } : { kind, ...place },
          matchSeam: false
        }
      ],
      { variants: 1, baseUrl, seed: null }
    )
    await quiet()
    expect(seen).toEqual([{ keepPixels, matchSeam: false }])
  })
})

describe('an image that comes with the answer to its create', () => {
  const placed = { 'place-result': () => succeed({ where: 'grown' as const }) }
  const single: typeof sidesWish = { ...sidesWish, isSingleRequest: true }
  /** A service that answers each create with images; `named`: and with the id of their task. */
  const answering = (named: boolean, fields: readonly ResultImage['field'][] = ['image']) => {
    let count = 0
    const submit: ServiceClient['submit'] = async (_request, { onTurn } = {}) => {
      await onTurn?.()
      const taskId = named ? `t${++count}` : ''
      const [first = 'image', ...others] = fields
      const images = [imageOf(taskId, first), ...others.map((field) => imageOf(taskId, field))] as const
      return Promise.resolve(
        succeed({ kind: 'done', createdAtMs: null, result: { taskId, images, details } })
      )
    }
    return { submit }
  }
  const startSingle = async (
    changes: Parameters<typeof startRuns>[0],
    variants = 1
  ): Promise<ReturnType<typeof startRuns>> => {
    const runs = startRuns(changes)
    runs.start([single], { variants, baseUrl, seed: null })
    await quiet()
    return runs
  }

  it('is remembered before it is received, and placed as its task', async () => {
    const refs: unknown[] = []
    const runs = await startSingle({
      service: answering(true),
      answers: {
        'place-result': ({ ref }) => {
          refs.push(ref)
          return succeed({ where: 'grown' })
        }
      }
    })
    expect(runs.log).toEqual([
      'export-subject',
      'prepareUpload',
      'submit',
      'begin',
      'accept t1',
      'download',
      'finishReceived',
      'place-result'
    ])
    expect(refs).toEqual([{ entryId: 'e1', index: 0, count: 1 }])
  })

  it('stays remembered where another image of the run is placed', async () => {
    const runs = await startSingle({ service: answering(true), answers: placed }, 4)
    expect(runs.tasks()).toEqual(['t1', 't2', 't3', 't4'])
    expect(runs.log.filter((name) => name === 'place-result')).toHaveLength(1)
  })

  it('stays remembered where it was cancelled while its answer was awaited', async () => {
    const runs = startRuns({
      service: {
        submit: (...call) => {
          runs.cancelAll()
          return answering(true).submit(...call)
        },
        download: (_image, { signal } = {}) =>
          Promise.resolve(fail(signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'answer-lost' }))
      }
    })
    runs.start([single], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([
      { kind: 'cancelled', reached: { kind: 'result', taskId: 't1' }, mayBeCharged: true }
    ])
    expect(runs.tasks()).toEqual(['t1'])
  })

  describe('without an id', () => {
    it('has an entry without a task, and is placed', async () => {
      const runs = await startSingle({ service: answering(false), answers: placed })
      expect(runs.tasks()).toEqual([null])
      expect(runs.list()).toMatchObject([{ shown: 1 }])
    })

    it('is one entry for all images of its answer', async () => {
      const runs = await startSingle({ service: answering(false, ['image_1', 'image_2']), answers: placed })
      expect(runs.list()).toMatchObject([{ shown: 1, variations: [{}, {}] }])
      expect(runs.tasks()).toEqual([null])
    })

    it.each(['keep', 'discard', 'dismiss'] as const)(
      'is settled by %s: no id can bring it back',
      async (press) => {
        const runs = await startSingle({ service: answering(false), answers: placed }, 3)
        expect(runs.tasks()).toEqual([null, null, null])
        await runs[press](runs.list()[0]?.runId ?? '')
        await quiet()
        expect(runs.tasks()).toEqual([])
      }
    )
  })
})

describe('a task that failed', () => {
  it('is not asked for again, nor remembered', async () => {
    const failure = {
      kind: 'task-failed',
      taskId: 't1',
      state: -1,
      reason: 'failed',
      message: ''
    } as const
    const runs = startRuns({ service: { awaitResult: () => Promise.resolve(fail(failure)) } })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'failed', failure, reached: { kind: 'nothing' } }])
    expect(runs.tasks()).toEqual([])
  })
})

describe('cancelling', () => {
  it('before anything is sent costs nothing', async () => {
    const runs = startRuns({ answers: { 'export-subject': () => new Promise(() => undefined) } })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    runs.cancel(runs.list()[0]?.runId ?? '')
    await quiet()
    expect(runs.states()).toEqual([{ kind: 'cancelled', reached: { kind: 'nothing' }, mayBeCharged: false }])
    expect(runs.log).toEqual(['export-subject'])
  })

  it('while a request waits for its turn sends nothing', async () => {
    const runs = startRuns({
      service: {
        submit: (_request, { turnSignal } = {}) =>
          new Promise((resolve) => {
            turnSignal?.addEventListener('abort', () => {
              resolve(fail({ kind: 'cancelled' }))
            })
          })
      }
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    runs.cancelWaiting()
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'cancelled', mayBeCharged: false }])
  })

  it('while the answer to the create is awaited keeps the task that it names', async () => {
    const runs = startRuns({
      service: {
        submit: async (_request, { onTurn } = {}) => {
          await onTurn?.()
          runs.cancelAll()
          return Promise.resolve(succeed({ kind: 'task', taskId: 't1', createdAtMs: null }))
        },
        awaitResult: (_taskId, { signal } = {}) =>
          Promise.resolve(
            signal?.aborted === true ? fail({ kind: 'cancelled' }) : fail({ kind: 'answer-lost' })
          )
      }
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([
      { kind: 'cancelled', reached: { kind: 'task', taskId: 't1' }, mayBeCharged: true }
    ])
    expect(runs.tasks()).toEqual(['t1'])
  })

  it('what waits leaves alone what is sent', async () => {
    const runs = startRuns({ service: { awaitResult: () => new Promise(() => undefined) } })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    runs.cancelWaiting()
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'working', stage: 'waiting' }])
  })

  it('while the image is finished places nothing', async () => {
    const runs = startRuns({
      raster: {
        finishReceived: () => {
          runs.cancelAll()
          return Promise.resolve(succeed(receivedImage))
        }
      }
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'cancelled', reached: { kind: 'result' } }])
    expect(runs.log).not.toContain('place-result')
  })
})

describe('variants', () => {
  it('are a request each with a seed of its own, of one export; the first that comes is placed', async () => {
    const { requests, service } = numberedService()
    const runs = startRuns({ service })
    runs.start([sidesWish], { variants: 3, baseUrl, seed: null })
    await quiet()
    expect(requests.map(({ seed }) => seed)).toEqual([2, 3, 4])
    expect(runs.log.filter((name) => name === 'export-subject')).toHaveLength(1)
    expect(runs.log.filter((name) => name === 'place-result')).toHaveLength(1)
    expect(runs.list()).toMatchObject([{ shown: 1 }])
    // The other two are paid for, and not in the document.
    expect(runs.tasks()).toEqual(['t1', 't2', 't3'])
  })

  it('take each other’s place', async () => {
    const { service } = numberedService()
    const placed: Params<'place-result'>[] = []
    const runs = startRuns({
      service,
      answers: {
        'place-result': (params) => {
          placed.push(params)
          return succeed({ where: placed.length === 1 ? 'grown' : 'replaced' })
        }
      }
    })
    runs.start([sidesWish], { variants: 2, baseUrl, seed: null })
    await quiet()
    const runId = runs.list()[0]?.runId ?? ''
    runs.log.length = 0
    await runs.show(runId, 2)
    expect(runs.log).toEqual(['place-result'])
    expect(runs.list()).toMatchObject([{ shown: 2, where: 'grown' }])
    await runs.show(runId, 1)
    expect(placed.map(({ ref, recipe }) => [ref.entryId, recipe.seed])).toEqual([
      ['e1', 2],
      ['e2', 3],
      ['e1', 2]
    ])
  })

  it('one that fails leaves the others', async () => {
    let count = 0
    const runs = startRuns({
      service: {
        submit: () =>
          Promise.resolve(
            ++count === 1
              ? fail({ kind: 'answer-lost' })
              : succeed({ kind: 'task', taskId: `t${count}`, createdAtMs: null })
          )
      }
    })
    runs.start([sidesWish], { variants: 2, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'failed' }, { kind: 'ready' }])
    expect(runs.list()).toMatchObject([{ shown: 2 }])
  })

  it('every further image of an answer is one, and costs no request', async () => {
    const runs = startRuns({
      service: {
        awaitResult: () =>
          Promise.resolve(
            succeed({ taskId: 't1', images: [imageOf('t1', 'image_1'), imageOf('t1', 'image_2')], details })
          )
      }
    })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(runs.states()).toMatchObject([{ kind: 'ready' }, { kind: 'ready' }])
    expect(runs.log.filter((name) => name === 'submit')).toHaveLength(1)
    expect(runs.log.filter((name) => name === 'place-result')).toHaveLength(1)
    // The second is not in the document: its task stays remembered.
    expect(runs.tasks()).toEqual(['t1'])
  })

  it('more of them have new seeds and the same export; earlier ones stay', async () => {
    const { requests, service } = numberedService()
    const runs = startRuns({ service })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    runs.more(runs.list()[0]?.runId ?? '', 2)
    await quiet()
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(3)
    expect(runs.log.filter((name) => name === 'export-subject')).toHaveLength(1)
    expect(runs.list()).toMatchObject([{ shown: 1, startedAtId: 2, variations: [{}, {}, {}] }])
  })

  it('keeping one lets go of the others', async () => {
    const { service } = numberedService()
    const runs = startRuns({ service })
    runs.start([sidesWish], { variants: 2, baseUrl, seed: null })
    await quiet()
    await runs.keep(runs.list()[0]?.runId ?? '')
    expect(runs.list()).toEqual([])
    expect(runs.log).not.toContain('take-back')
    expect(runs.tasks()).toEqual([])
    expect(runs.made).toHaveLength(2)
  })

  it('discarding makes everything what it was', async () => {
    const { service } = numberedService()
    const runs = startRuns({ service })
    runs.start([sidesWish], { variants: 2, baseUrl, seed: null })
    await quiet()
    expect(await runs.discard(runs.list()[0]?.runId ?? '')).toBe('whole')
    expect(runs.list()).toEqual([])
    expect(runs.log).toContain('take-back')
    expect(runs.tasks()).toEqual([])
  })

  it('what could not be discarded stays', async () => {
    const runs = startRuns({ answers: { 'take-back': () => fail({ kind: 'cannot-write', detail: '' }) } })
    runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
    await quiet()
    expect(await runs.discard(runs.list()[0]?.runId ?? '')).toBeNull()
    expect(runs.list()).toMatchObject([{ shown: 1, problem: { kind: 'cannot-write' } }])
  })
})

describe('several targets', () => {
  it('are a run each, and one that fails does not stop the rest', async () => {
    const runs = startRuns({
      answers: {
        'export-subject': ({ source }) =>
          source.nodeId === '1:2' ? fail({ kind: 'node-gone' }) : succeed({ png })
      }
    })
    const other = wishFor(sampleInsets)
    const layers = other.plan.layers.map((layer) => ({
      ...layer,
      source: { ...layer.source, nodeId: '1:3' }
    }))
    runs.start([sidesWish, { ...other, plan: { ...other.plan, layers } }], {
      variants: 1,
      baseUrl,
      seed: null
    })
    await quiet()
    expect(runs.list()).toMatchObject([
      { variations: [{ state: { kind: 'failed', failure: { kind: 'node-gone' } } }] },
      { shown: 1 }
    ])
  })
})

describe('a remembered task', () => {
  it('is fetched, finished with what was sent and placed, and nothing is sent', async () => {
    const runs = startRuns()
    runs.resume([{ ...sampleEntry, expansion: { ...sidesWish, runId: 'r', seed: 5 } }])
    await quiet()
    expect(runs.log).not.toContain('submit')
    expect(runs.list()).toMatchObject([{ runId: 'r', shown: 1, variations: [{ seed: 5 }] }])
  })

  it('that another window has placed is said to be, and nothing is placed', async () => {
    const runs = startRuns({ answers: { 'place-result': () => succeed({ where: 'elsewhere' }) } })
    runs.resume([{ ...sampleEntry, expansion: { ...sidesWish, runId: 'r', seed: 5 } }])
    await quiet()
    expect(runs.list()).toMatchObject([{ shown: null, variations: [{ state: { kind: 'elsewhere' } }] }])
  })

  it('is not exported anew for more variations once its layer has another size: nothing is sent', async () => {
    const runs = startRuns()
    runs.resume([{ ...sampleEntry, expansion: { ...sidesWish, runId: 'r', seed: 5 } }])
    await quiet()
    runs.more('r', 1)
    await quiet()
    expect(runs.log).not.toContain('submit')
    expect(runs.states()[1]).toMatchObject({ kind: 'failed', failure: { kind: 'node-changed' } })
  })
})

describe('Discard while another variation is still generated', () => {
  it('leaves its paid task to be had', async () => {
    const { service } = numberedService()
    const runs = startRuns({
      service: {
        ...service,
        awaitResult: (taskId, { signal } = {}) =>
          taskId === 't1'
            ? Promise.resolve(succeed({ taskId, images: [imageOf(taskId, 'image')], details }))
            : new Promise((resolve) => {
                signal?.addEventListener('abort', () => {
                  resolve(fail({ kind: 'cancelled' }))
                })
              })
      }
    })
    runs.start([sidesWish], { variants: 2, baseUrl, seed: null })
    await quiet()
    await runs.discard(runs.list()[0]?.runId ?? '')
    await quiet()
    expect(runs.list()).toEqual([])
    expect(runs.tasks()).toEqual(['t2'])
  })
})
