import { describe, expect, it, test } from 'vitest'
import { fail, succeed } from '../../src/core/outcome'
import { planSides } from '../../src/core/plan-sides'
import type { Target } from '../../src/core/target'
import { carryOut, type Order, type Reached, type Stage } from '../../src/ui/model/expansion'
import { fakePorts, finished } from './fake-ports'

const target: Target = {
  nodeId: '1:2',
  name: 'Banner',
  kind: 'frame',
  content: 'backdrop',
  liveLayers: 2,
  nativeScale: 2,
  width: 300,
  height: 100
}
const plan = planSides(target, { top: 10, right: 90, bottom: 10, left: 30 }, 2)
if (!plan.ok) {
  throw new Error('the sample is a plan')
}
const order: Order = { target, plan: plan.value, prompt: 'a beach' }
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
      geometry: 'grown'
    })
    expect(ports.log).toEqual([
      'export-subject',
      'prepareUpload',
      'submit',
      'awaitResult',
      'download',
      'finishResult',
      'place-result'
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
      { nodeId: '1:2', content: 'backdrop', scale: 2 },
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
          return succeed({ geometry: 'kept' })
        }
      }
    })
    expect(await carryOut(order, nothing, ports, watch())).toEqual({ kind: 'placed', geometry: 'kept' })
    expect(placed).toEqual([
      { nodeId: '1:2', image: finished, subject: plan.value.subject, insets: plan.value.insets }
    ])
  })
})

describe('a failure stops the expansion and says how far it came', () => {
  const task: Reached = { kind: 'task', taskId: 't1' }
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
      fakePorts({ raster: { finishResult: () => Promise.resolve(fail(unreadable)) } }),
      unreadable,
      task,
      'finishResult'
    ],
    [
      'in the placing: the image is kept',
      fakePorts({ answers: { 'place-result': () => fail(gone) } }),
      gone,
      { kind: 'image', image: finished },
      'place-result'
    ]
  ] as const)('%s', async (_name, ports, failure, reached, last) => {
    expect(await carryOut(order, nothing, ports, watch())).toEqual({ kind: 'failed', failure, reached })
    expect(ports.log.at(-1)).toBe(last)
  })
})

describe('going on never makes again what exists', () => {
  test.each([
    [
      'from the task',
      { kind: 'task', taskId: 't1' },
      ['awaitResult', 'download', 'finishResult', 'place-result']
    ],
    ['from the image', { kind: 'image', image: finished }, ['place-result']]
  ] as const)('%s', async (_name, from, log) => {
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

  it('while the answer to the create is awaited says that it may be charged', async () => {
    const ports = fakePorts({
      service: { submit: () => Promise.resolve(fail({ kind: 'cancelled', taskMayExist: true })) }
    })
    expect(await carryOut(order, nothing, ports, watch())).toMatchObject({
      kind: 'cancelled',
      mayBeCharged: true
    })
  })

  it('while waiting keeps the task', async () => {
    const ports = fakePorts({ service: { awaitResult: () => Promise.resolve(fail({ kind: 'cancelled' })) } })
    expect(await carryOut(order, nothing, ports, watch())).toEqual({
      kind: 'cancelled',
      reached: { kind: 'task', taskId: 't1' },
      mayBeCharged: true
    })
  })

  it('while the image is finished places nothing', async () => {
    const controller = new AbortController()
    const ports = fakePorts({
      raster: {
        finishResult: () => {
          controller.abort()
          return Promise.resolve(succeed(finished))
        }
      }
    })
    expect((await carryOut(order, nothing, ports, watch(controller))).kind).toBe('cancelled')
    expect(ports.log).not.toContain('place-result')
  })
})
