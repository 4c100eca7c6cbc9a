import { describe, expect, it, test } from 'vitest'
import type { KeptShape } from '../../src/core/mask/kept-shape'
import { fail, succeed } from '../../src/core/outcome'
import { planSides, type SidesSubject } from '../../src/core/plan-sides'
import { carryOut, type Reached } from '../../src/ui/model/expansion'
import type { Sent, Stage } from '../../src/ui/model/expansion-ports'
import type { Order } from '../../src/core/order'
import { fakePorts, finished, finishedImage, png } from './fake-ports'

const subject: SidesSubject = {
  layers: [
    {
      source: { nodeId: '1:2', content: 'backdrop' },
      imagePlace: [
        [300, 0, 0],
        [0, 100, 0]
      ]
    }
  ],
  nativeScale: 2,
  width: 300,
  height: 100
}
const insets = { top: 10, right: 90, bottom: 10, left: 30 }

function orderFor(givenInsets: typeof insets): Order {
  const plan = planSides(subject, givenInsets)
  if (!plan.ok) throw new Error(plan.failure.kind)
  return {
    name: 'Banner',
    plan: plan.value,
    placement: {
      kind: 'grow',
      nodeId: '1:2',
      subject: { width: 300, height: 100 },
      insets: givenInsets,
      above: 'images'
    },
    prompt: 'a beach',
    maskIsInverted: false,
    matchSeam: true
  }
}

/** What is remembered of the sent subject, which lies on whole pixels of its canvas. */
const sent: Sent = {
  picture: {
    canvasSize: { width: 840, height: 240 },
    layers: [
      {
        image: new Uint8Array([1, 2, 3]),
        imagePlace: [
          [600, 0, 60],
          [0, 200, 20]
        ]
      }
    ],
    kept: {
      kind: 'shapes',
      shapes: { kept: [box(60, 20)], clip: box(60, 20) }
    }
  },
  canvas: null
}

function box(x: number, y: number): KeptShape {
  return {
    width: 600,
    height: 200,
    radii: [0, 0, 0, 0],
    place: [
      [1, 0, x],
      [0, 1, y]
    ]
  }
}

const received: Reached = {
  kind: 'image',
  taskId: 't1',
  verdict: null,
  image: finished,
  seam: finishedImage.seam,
  isUnchanged: false
}

const order = orderFor(insets)
const canvasOrder = orderFor({ ...insets, top: 0 })
const nothing: Reached = { kind: 'nothing' }
const watch = (controller = new AbortController(), stages: Stage[] = []): Parameters<typeof carryOut>[3] => ({
  signal: controller.signal,
  onStage: (stage) => stages.push(stage)
})

describe('an expansion', () => {
  it('goes from export to a placed fill, in this order', async () => {
    const ports = fakePorts()
    const stages: Stage[] = []
    expect(await carryOut(order, nothing, ports, watch(undefined, stages))).toEqual({
      kind: 'placed',
      geometry: 'grown',
      verdict: null,
      seam: finishedImage.seam
    })
    expect(ports.log).toEqual([
      'export-subject',
      'prepareUpload',
      'submit',
      'remember t1',
      'awaitResult',
      'download',
      'finishExpansion',
      'place-result',
      'forget t1'
    ])
    expect(stages).toEqual(['exporting', 'preparing', 'sending', 'waiting', 'receiving', 'placing'])
  })

  it('exports what the plan says and sends all four ratios and the prompt', async () => {
    const seen: unknown[] = []
    const ports = fakePorts({
      answers: {
        'export-subject': (params) => {
          seen.push(params)
          return succeed({ png: new Uint8Array([5]) })
        }
      },
      service: {
        submit: (request) => {
          seen.push(request)
          return Promise.resolve(succeed({ kind: 'task', taskId: 't1' }))
        }
      }
    })
    await carryOut(order, nothing, ports, watch())
    expect(seen).toEqual([
      { source: { nodeId: '1:2', content: 'backdrop' }, scale: 2 },
      {
        kind: 'sides',
        image: { kind: 'file', bytes: new Uint8Array([5]), mime: 'image/png' },
        ratios: { top: 0.1, right: 0.3, bottom: 0.1, left: 0.1 },
        prompt: 'a beach'
      }
    ])
  })

  it('places the finished image with the frozen size and insets', async () => {
    const placed: unknown[] = []
    const ports = fakePorts({
      answers: {
        'place-result': (params) => {
          placed.push(params)
          return succeed({ geometry: 'changed-meanwhile' })
        }
      }
    })
    expect(await carryOut(order, nothing, ports, watch())).toMatchObject({
      kind: 'placed',
      geometry: 'changed-meanwhile'
    })
    expect(placed).toEqual([
      {
        image: finished,
        placement: order.placement,
        recipe: {
          version: 1,
          mode: 'sides',
          insets,
          prompt: 'a beach',
          maskIsInverted: false,
          matchSeam: true,
          seam: finishedImage.seam
        }
      }
    ])
  })
})

describe('a canvas order', () => {
  it('sends image and mask and no ratio, and compares what was kept', async () => {
    const requests: unknown[] = []
    const ports = fakePorts({
      service: {
        submit: (request) => {
          requests.push(request)
          return Promise.resolve(succeed({ kind: 'task', taskId: 't1' }))
        }
      }
    })
    expect(await carryOut(canvasOrder, nothing, ports, watch())).toMatchObject({
      kind: 'placed',
      verdict: 'kept'
    })
    expect(requests).toEqual([
      {
        kind: 'canvas',
        image: { kind: 'file', bytes: new Uint8Array([3]), mime: 'image/png' },
        mask: { kind: 'file', bytes: new Uint8Array([4]), mime: 'image/png' },
        prompt: 'a beach'
      }
    ])
    expect(ports.log).toEqual([
      'export-subject',
      'composeCanvas',
      'build-mask',
      'submit',
      'remember t1',
      'awaitResult',
      'download',
      'compareKept',
      'finishExpansion',
      'place-result',
      'forget t1'
    ])
  })

  it('asks for the mask at the size that is really uploaded', async () => {
    const masks: unknown[] = []
    const ports = fakePorts({
      answers: {
        'build-mask': (params) => {
          masks.push(params)
          return succeed({ png: new Uint8Array([4]) })
        }
      }
    })
    await carryOut({ ...canvasOrder, maskIsInverted: true }, nothing, ports, watch())
    expect(masks).toMatchObject([{ size: { width: 64, height: 64 }, isInverted: true }])
  })

  it('takes the mask that follows the transparency where there is one', async () => {
    const ports = fakePorts({
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
    await carryOut(canvasOrder, nothing, ports, watch())
    expect(ports.log).toContain('writeRefinedMask')
    expect(ports.log).not.toContain('build-mask')
  })

  it('is what a four-side order becomes when its subject does not fill its box', async () => {
    const ports = fakePorts({
      raster: { prepareUpload: () => Promise.resolve(succeed({ kind: 'see-through' })) }
    })
    expect((await carryOut(order, nothing, ports, watch())).kind).toBe('placed')
    expect(ports.log).toContain('composeCanvas')
  })

  it('is placed when its result cannot be compared', async () => {
    const ports = fakePorts({ raster: { compareKept: () => Promise.reject(new Error('no memory')) } })
    expect(await carryOut(canvasOrder, nothing, ports, watch())).toMatchObject({
      kind: 'placed',
      verdict: null
    })
  })

  it('whose mask was misread is not placed by itself, and is when going on', async () => {
    const ports = fakePorts({
      raster: { compareKept: () => Promise.resolve({ kept: 60, generated: 1 }) }
    })
    const end = await carryOut(canvasOrder, nothing, ports, watch())
    expect(end).toMatchObject({
      kind: 'failed',
      failure: { kind: 'mask-misread' },
      reached: { kind: 'image' }
    })
    expect(ports.log).not.toContain('place-result')
    if (end.kind !== 'failed') return
    expect((await carryOut(canvasOrder, end.reached, ports, watch())).kind).toBe('placed')
  })
})

describe('a failure stops the expansion and says how far it came', () => {
  const task: Reached = { kind: 'task', taskId: 't1', sent }
  const exportFailed = { kind: 'export-failed', detail: 'nothing to see' } as const
  const wrongKey = { kind: 'wrong-key', message: '' } as const
  const stillRunning = { kind: 'still-running', taskId: 't1', waitedMs: 180_000 } as const
  const noImage = { kind: 'no-image', taskId: 't1', detail: '' } as const
  const unreadable = { kind: 'unreadable-result', detail: '' } as const
  const gone = { kind: 'node-gone' } as const
  test.each([
    [
      'in the export: nothing is sent',
      fakePorts({ answers: { 'export-subject': () => fail(exportFailed) } }),
      exportFailed,
      nothing,
      'export-subject'
    ],
    [
      'in the upload: nothing is sent',
      fakePorts({
        raster: { prepareUpload: () => Promise.resolve(fail({ kind: 'upload-cannot-fit', detail: '' })) }
      }),
      { kind: 'upload-cannot-fit', detail: '' },
      nothing,
      'prepareUpload'
    ],
    [
      'in the create',
      fakePorts({ service: { submit: () => Promise.resolve(fail(wrongKey)) } }),
      wrongKey,
      nothing,
      'submit'
    ],
    [
      'in the waiting: the task is kept',
      fakePorts({ service: { awaitResult: () => Promise.resolve(fail(stillRunning)) } }),
      stillRunning,
      task,
      'awaitResult'
    ],
    [
      'in the download: the task is kept',
      fakePorts({ service: { download: () => Promise.resolve(fail(noImage)) } }),
      noImage,
      task,
      'download'
    ],
    [
      'in the finishing: the task is kept',
      fakePorts({
        raster: {
          finishExpansion: () => Promise.resolve(fail(unreadable)),
          finishResult: () => Promise.resolve(fail(unreadable))
        }
      }),
      unreadable,
      task,
      'finishResult'
    ],
    [
      'in the placing: the image is kept',
      fakePorts({ answers: { 'place-result': () => fail(gone) } }),
      gone,
      received,
      'place-result'
    ]
  ] as const)('%s', async (_name, ports, failure, reached, last) => {
    expect(await carryOut(order, nothing, ports, watch())).toEqual({ kind: 'failed', failure, reached })
    expect(ports.log.at(-1)).toBe(last)
  })
})

describe('a result', () => {
  it('in which nothing is new is not placed by itself; going on places it all the same', async () => {
    const ports = fakePorts({
      raster: {
        finishExpansion: () => Promise.resolve(succeed({ ...finishedImage, verdict: 'unchanged' }))
      }
    })
    const end = await carryOut(order, nothing, ports, watch())
    expect(end).toMatchObject({ kind: 'failed', failure: { kind: 'unchanged' }, reached: { kind: 'image' } })
    expect(ports.log).not.toContain('place-result')
    if (end.kind !== 'failed') return
    expect((await carryOut(order, end.reached, ports, watch())).kind).toBe('placed')
  })

  it('that can be shown but not be made one with the original is placed as it came', async () => {
    const ports = fakePorts({
      raster: {
        finishExpansion: () => Promise.resolve(fail({ kind: 'unreadable-result', detail: 'no memory' }))
      }
    })
    expect(await carryOut(order, nothing, ports, watch())).toMatchObject({ kind: 'placed', seam: null })
  })

  test.each([
    ['grow', true],
    ['behind', false]
  ] as const)('of a placement %s carries the original’s own pixels: %s', async (kind, keepPixels) => {
    const seen: unknown[] = []
    const ports = fakePorts({
      raster: {
        finishExpansion: (_bytes, _sent, options) => {
          seen.push(options)
          return Promise.resolve(succeed(finishedImage))
        }
      }
    })
    const { nodeId, subject: size } = { nodeId: '1:2', subject: { width: 300, height: 100 } }
    await carryOut(
      { ...order, placement: { kind, nodeId, subject: size, insets, above: 'images' }, matchSeam: false },
      nothing,
      ports,
      watch()
    )
    expect(seen).toEqual([{ keepPixels, matchSeam: false }])
  })
})

describe('a task that is over', () => {
  test.each([
    { kind: 'task-failed', taskId: 't1', state: -1, reason: 'failed', message: '' },
    { kind: 'unknown-task', message: '' }
  ] as const)('is not asked for again: $kind', async (failure) => {
    const ports = fakePorts({ service: { awaitResult: () => Promise.resolve(fail(failure)) } })
    expect(await carryOut(order, nothing, ports, watch())).toEqual({
      kind: 'failed',
      failure,
      reached: nothing
    })
  })
})

describe('going on never makes again what exists', () => {
  test.each([
    [
      'from the task',
      { kind: 'task', taskId: 't1', sent },
      ['awaitResult', 'download', 'finishExpansion', 'place-result', 'forget t1']
    ],
    ['from the image', received, ['place-result', 'forget t1']]
  ] satisfies [string, Reached, string[]][])('%s', async (_name, from, log) => {
    const ports = fakePorts()
    expect((await carryOut(order, from, ports, watch())).kind).toBe('placed')
    expect(ports.log).toEqual(log)
  })
})

describe('cancelling', () => {
  it('before anything is sent costs nothing', async () => {
    const controller = new AbortController()
    const ports = fakePorts({ answers: { 'export-subject': () => new Promise(() => undefined) } })
    const end = carryOut(order, nothing, ports, watch(controller))
    controller.abort()
    expect(await end).toEqual({ kind: 'cancelled', reached: nothing, mayBeCharged: false })
    expect(ports.log).toEqual(['export-subject'])
  })

  it('while the answer to the create is awaited keeps the task that it names', async () => {
    const controller = new AbortController()
    const ports = fakePorts({
      service: {
        submit: () => {
          controller.abort()
          return Promise.resolve(succeed({ kind: 'task', taskId: 't1' }))
        }
      }
    })
    expect(await carryOut(order, nothing, ports, watch(controller))).toEqual({
      kind: 'cancelled',
      reached: { kind: 'task', taskId: 't1', sent },
      mayBeCharged: true
    })
  })

  it('while the result is compared keeps the task and places nothing', async () => {
    const controller = new AbortController()
    const ports = fakePorts({
      raster: {
        compareKept: () => {
          controller.abort()
          return Promise.resolve({ kept: 0, generated: 50 })
        }
      }
    })
    expect(await carryOut(canvasOrder, nothing, ports, watch(controller))).toMatchObject({
      kind: 'cancelled',
      reached: { kind: 'task' }
    })
    expect(ports.log).not.toContain('place-result')
  })

  it('while waiting keeps the task', async () => {
    const ports = fakePorts({ service: { awaitResult: () => Promise.resolve(fail({ kind: 'cancelled' })) } })
    expect(await carryOut(order, nothing, ports, watch())).toEqual({
      kind: 'cancelled',
      reached: { kind: 'task', taskId: 't1', sent },
      mayBeCharged: true
    })
  })

  it('while the image is finished places nothing', async () => {
    const controller = new AbortController()
    const ports = fakePorts({
      raster: {
        finishExpansion: () => {
          controller.abort()
          return Promise.resolve(succeed(finishedImage))
        }
      }
    })
    expect((await carryOut(order, nothing, ports, watch(controller))).kind).toBe('cancelled')
    expect(ports.log).not.toContain('place-result')
  })
})
