import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServiceClientSettings } from '../../src/service/client'
import { createRequestPace } from '../../src/service/http/request-pace'
import { standardTimeouts } from '../../src/service/http/timeouts'
import { createFakeClock } from '../fake-clock'
import { sidesRequest } from './support/sample-request'
import {
  cutOff,
  dropAfterReading,
  dropBeforeReading,
  hang,
  json,
  later,
  redirect,
  type ScriptedServer,
  send,
  stall,
  startScriptedServer,
  type Step,
  success
} from './support/scripted-server'
import { createTestClient } from './support/test-client'

let server: ScriptedServer
beforeAll(async () => {
  server = await startScriptedServer()
})
afterAll(() => server.close())

const short = { createMs: 1_000, syncCreateMs: 1_000, queryMs: 1_000, probeMs: 1_000, bodyMs: 1_000 }

async function submit(
  steps: readonly Step[],
  sync: 0 | 1 = 0,
  settings: Partial<ServiceClientSettings> = {}
) {
  server.script(...steps)
  return createTestClient(server, { timeouts: short, ...settings }).submit({ ...sidesRequest, sync })
}

const posts = () => server.requests.filter(({ method }) => method === 'POST')
const gets = () => server.requests.filter(({ method }) => method === 'GET')

describe('what a create made', () => {
  const task = { ok: true, value: { kind: 'task', taskId: 't1', createdAtMs: null } }
  const done = {
    ok: true,
    value: {
      kind: 'done',
      result: { taskId: 't1', images: [{ kind: 'base64', field: 'image_1', base64: 'iVBO' }] }
    }
  }

  const cases: readonly [string, 0 | 1, Step, unknown][] = [
    ['a task id', 0, success({ task_id: 't1' }), task],
    [
      'a task id, with when it was taken',
      0,
      success({ task_id: 't1', created_at: 1_700_000_000 }),
      { ok: true, value: { kind: 'task', taskId: 't1', createdAtMs: 1_700_000_000_000 } }
    ],
    ['a task id without a message', 0, json(200, { status: 200, data: { task_id: 't1' } }), task],
    ['a task id under its other name', 0, success({ taskId: 't1' }), task],
    ['a task id beside no data', 0, json(200, { status: 200, task_id: 't1' }), task],
    [
      'a result at once whose task id is beside it',
      1,
      json(200, { status: 200, taskId: 't1', data: { state: 1, image_1: 'iVBO' } }),
      done
    ],
    ['a task id without a status', 0, json(200, { data: { task_id: 't1' } }), task],
    ['JSON that is called text', 0, send(200, '{"status":200,"data":{"task_id":"t1"}}'), task],
    ['a result at once', 1, success({ task_id: 't1', state: 1, image: '', image_1: 'iVBO' }), done],
    [
      'a result at once, with when it was taken',
      1,
      success({ task_id: 't1', state: 1, image: 'iVBO', created_at: '1700000000' }),
      { ok: true, value: { kind: 'done', createdAtMs: 1_700_000_000_000, result: { taskId: 't1' } } }
    ],
    [
      'a result although none was asked for yet',
      0,
      success({ task_id: 't1', state: 1, image_1: 'iVBO' }),
      done
    ],
    ['a task that is not done in time', 1, success({ task_id: 't1', state: 4, progress: 80 }), task],
    ['pictures in an unknown state', 1, success({ task_id: 't1', state: 1.5, image: 'iVBO' }), task],
    ['done without pictures yet', 1, success({ task_id: 't1', state: 1, image: '' }), task],
    [
      'a result without a task id',
      1,
      success({ state: 1, image: 'iVBO' }),
      { ok: true, value: { kind: 'done', result: { taskId: '' } } }
    ],
    [
      'a failed task',
      1,
      success({ task_id: 't1', state: -17, state_detail: 'Failed' }),
      {
        ok: false,
        failure: { kind: 'task-failed', taskId: 't1', reason: 'prompt-refused', message: 'Failed' }
      }
    ]
  ]

  test.each(cases)('%s', async (_, sync, step, expected) => {
    expect(await submit([step], sync)).toMatchObject(expected ?? {})
    expect(posts()).toHaveLength(1)
  })
})

describe('a create that is refused', () => {
  const cases: readonly [string, Step, unknown][] = [
    [
      '400',
      json(400, { status: 400, message: 'bad top' }),
      { kind: 'refused', status: 400, message: 'bad top' }
    ],
    ['401', json(401, { status: 401, message: 'no' }), { kind: 'wrong-key', message: 'no' }],
    ['402 without words', json(402, { status: 402 }), { kind: 'refused', status: 402, message: '' }],
    ['404', json(404, { status: 404, message: 'no' }), { kind: 'refused', status: 404, message: 'no' }],
    ['413', json(413, { status: 413, message: 'big' }), { kind: 'upload-too-large', message: 'big' }],
    ['413 as a web page', send(413, '<html>', 'text/html'), { kind: 'upload-too-large', message: '' }],
    ['500', json(500, { status: 500, message: 'oh' }), { kind: 'server-fault', status: 500, message: 'oh' }],
    [
      '502 as a web page',
      send(502, '<html>', 'text/html'),
      { kind: 'server-fault', status: 502, message: '' }
    ],
    ['503', json(503, { message: 'insufficient workers' }), { kind: 'server-fault', status: 503 }],
    [
      '200 that is a 400',
      json(200, { status: 400, message: 'bad' }),
      { kind: 'refused', status: 400, message: 'bad' }
    ],
    ['200 that is a 401', json(200, { status: 401, message: 'no' }), { kind: 'wrong-key' }],
    ['credits, 400', json(400, { message: 'Not enough credits' }), { kind: 'out-of-credits' }],
    ['credits, 401', json(401, { message: 'Insufficient funds' }), { kind: 'out-of-credits' }],
    ['credits, 403', json(403, { message: 'quota exceeded' }), { kind: 'out-of-credits' }],
    ['credits, 429', json(429, { message: 'No credit left' }), { kind: 'out-of-credits' }],
    ['credits, 500', json(500, { message: 'balance is 0' }), { kind: 'out-of-credits' }],
    ['credits, 200', json(200, { status: 400, message: 'Your BALANCE is low' }), { kind: 'out-of-credits' }],
    [
      'credentials are no credits',
      json(403, { message: 'bad credentials' }),
      { kind: 'refused', status: 403 }
    ],
    ['a redirect', redirect(307, '/elsewhere'), { kind: 'unreadable-answer' }],
    ['an endless message', json(400, { message: 'x '.repeat(9_999) }), { kind: 'refused', status: 400 }]
  ]

  test.each(cases)('%s', async (_, step, failure) => {
    const answer = await submit([step])
    expect(answer).toMatchObject({ ok: false, failure })
    expect(JSON.stringify(answer).length).toBeLessThan(500)
    expect(server.requests).toHaveLength(1)
  })
})

describe('a create that comes too fast made nothing, and is sent once more', () => {
  const tooFast: readonly [string, Step][] = [
    ['429', json(429, { status: 429, message: 'slow' })],
    ['429 about its quota', json(429, { message: 'rate quota' })],
    ['429 as a web page', send(429, '<html>', 'text/html')],
    ['200 that is a 429', json(200, { status: '429', message: 'slow' })]
  ]

  test.each(tooFast)('%s, then a task: one task', async (_, step) => {
    const answer = await submit([step, success({ task_id: 't1' })])
    expect(answer).toMatchObject({ ok: true, value: { kind: 'task', taskId: 't1' } })
    expect(posts()).toHaveLength(2)
    // The same request, but for the boundary between its fields.
    const [fields, again] = posts().map(({ headers, body }) => {
      const [, boundary = ''] = headers['content-type']?.split('boundary=') ?? []
      return body.toString('latin1').replaceAll(boundary, '')
    })
    expect(again).toBe(fields)
  })

  test.each(tooFast)('%s, twice: no third one', async (_, step) => {
    expect(await submit([step])).toMatchObject({ ok: false, failure: { kind: 'too-many-requests' } })
    expect(posts()).toHaveLength(2)
    expect(gets()).toHaveLength(0)
  })

  test('429 with a result at once the second time', async () => {
    const done = success({ task_id: 't1', state: 1, image: 'iVBO' })
    const answer = await submit([json(429, { status: 429 }), done], 1)
    expect(answer).toMatchObject({ ok: true, value: { kind: 'done', result: { taskId: 't1' } } })
    expect(posts()).toHaveLength(2)
  })

  test.each([
    ['a lost answer', [dropAfterReading, json(404, { status: 404 })], { kind: 'answer-lost' }],
    ['an answer that breaks off', [cutOff(200, '{"status":200')], { kind: 'answer-lost' }],
    ['no answer in time', [hang], { kind: 'answer-lost' }],
    ['a server fault', [json(500, { status: 500 })], { kind: 'server-fault', status: 500 }],
    ['a refusal', [json(400, { status: 400 })], { kind: 'refused', status: 400 }]
  ] satisfies [string, Step[], unknown][])('429, then %s: no third one', async (_, steps, failure) => {
    const answer = await submit([json(429, { status: 429 }), ...steps])
    expect(answer).toMatchObject({ ok: false, failure })
    expect(posts()).toHaveLength(2)
  })

  test('after its pause, at a turn of its own', async () => {
    const clock = createFakeClock()
    const sentAtMs: number[] = []
    const client = createTestClient(
      { url: 'https://service.example' },
      {
        clock,
        pace: createRequestPace({ clock }),
        // The first two come too fast.
        fetch: () => {
          sentAtMs.push(clock.nowMs())
          const data = { task_id: `t${sentAtMs.length}` }
          return Promise.resolve(
            sentAtMs.length <= 2 ? new Response('', { status: 429 }) : new Response(JSON.stringify({ data }))
          )
        },
        timeouts: { repeatCreateMs: standardTimeouts.repeatCreateMs }
      }
    )
    const answers = Promise.all([1, 2, 3].map(() => client.submit(sidesRequest)))
    await clock.advance(10_000)
    expect(await answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    expect(sentAtMs).toEqual([0, 0, 1_010, 1_500, 2_020])
  })

  test.each([
    [
      'while its first answer is awaited',
      50,
      [later(150, json(429, { status: 429 })), success({ task_id: 't1' })]
    ],
    ['while it waits to be sent once more', 150, [json(429, { status: 429 }), success({ task_id: 't1' })]]
  ] satisfies [string, number, Step[]][])(
    'stopped by its turn’s signal %s: nothing more is sent, and nothing was made',
    async (_, waitMs, steps) => {
      expect(await stopRetry('turnSignal', waitMs, steps)).toEqual({
        ok: false,
        failure: { kind: 'cancelled' }
      })
      expect(posts()).toHaveLength(1)
    }
  )

  test('stopped while it waits to be sent once more: nothing more is sent, and nothing was made', async () => {
    const steps = [json(429, { status: 429 }), success({ task_id: 't1' })]
    expect(await stopRetry('signal', 150, steps)).toEqual({ ok: false, failure: { kind: 'cancelled' } })
    expect(posts()).toHaveLength(1)
  })

  test('stopped while its second answer is awaited: the task may exist', async () => {
    const stop = new AbortController()
    server.script(json(429, { status: 429 }), (request, response) => {
      stop.abort()
      void hang(request, response)
    })
    const answer = await createTestClient(server).submit(sidesRequest, { signal: stop.signal })
    expect(answer).toEqual({ ok: false, failure: { kind: 'cancelled', taskMayExist: true } })
    expect(posts()).toHaveLength(2)
  })

  /** Stops a create `waitMs` after it was asked for; it would be sent once more half a second after its 429. */
  async function stopRetry(name: 'signal' | 'turnSignal', waitMs: number, steps: readonly Step[]) {
    server.script(...steps)
    const stop = new AbortController()
    const client = createTestClient(server, { timeouts: { repeatCreateMs: 500 } })
    const answer = client.submit(sidesRequest, { [name]: stop.signal })
    setTimeout(() => {
      stop.abort()
    }, waitMs)
    return answer
  }
})

describe('a create whose answer says nothing: the task may exist', () => {
  const cases: readonly [string, Step][] = [
    ['no JSON', send(200, 'welcome to the hotel', 'text/html')],
    ['an empty body', send(200, '')],
    ['JSON cut in its middle', send(200, '{"status":200,"data":{"task_', 'application/json')],
    ['JSON of another shape', json(200, [1, 2, 3])],
    ['no data', json(200, { status: 200, message: 'success' })],
    ['no task id', success({})],
    ['a task id that is none', success({ task_id: 'a\nb' })],
    ['a task id that is a step up', success({ task_id: '..' })],
    ['a task id with the key in it', success({ task_id: 'x-test-key' })],
    ['a status that is nothing', json(200, { status: 7, message: 'hm' })],
    ['a body that breaks off', cutOff(200, '{"status":200')],
    ['a body that never ends', stall(200, '{"status":200')],
    ['no answer in time', hang]
  ]

  test.each(cases)('%s', async (_, step) => {
    expect(await submit([step])).toEqual({ ok: false, failure: { kind: 'answer-lost' } })
    expect(posts()).toHaveLength(1)
    expect(gets()).toHaveLength(0)
  })
})

describe('a create whose connection breaks', () => {
  const breaks: readonly [string, Step][] = [
    ['before it was read', dropBeforeReading],
    ['after it was read', dropAfterReading]
  ]

  test.each(breaks)('%s, with a service that answers otherwise: its answer is lost', async (_, step) => {
    const answer = await submit([step, json(404, { status: 404, message: 'no such task' })])
    expect(answer).toEqual({ ok: false, failure: { kind: 'answer-lost' } })
    expect(posts().length).toBeLessThanOrEqual(1)
    expect(gets()).toHaveLength(1)
  })

  test.each(breaks)('%s, with a service that is gone: nobody knows', async (_, step) => {
    const answer = await submit([step, dropAfterReading])
    expect(answer).toEqual({ ok: false, failure: { kind: 'unreachable', sent: 'perhaps' } })
    expect(posts().length).toBeLessThanOrEqual(1)
  })

  test('nobody listens', async () => {
    const closed = await startScriptedServer()
    await closed.close()
    const answer = await createTestClient(closed).submit(sidesRequest)
    expect(answer).toEqual({ ok: false, failure: { kind: 'unreachable', sent: 'perhaps' } })
  })
})

describe('a create that is stopped', () => {
  async function stopAfter(waitMs: number, steps: readonly Step[]) {
    server.script(...steps)
    const stop = new AbortController()
    const answer = createTestClient(server).submit(sidesRequest, { signal: stop.signal })
    setTimeout(() => {
      stop.abort()
    }, waitMs)
    return answer
  }

  test('before it began: nothing is sent', async () => {
    server.script(success({ task_id: 't1' }))
    const answer = await createTestClient(server).submit(sidesRequest, { signal: AbortSignal.abort() })
    expect(answer).toEqual({ ok: false, failure: { kind: 'cancelled' } })
    expect(server.requests).toHaveLength(0)
  })

  test('while it waits for its turn: nothing is sent', async () => {
    server.script(success({ task_id: 't1' }))
    const clock = createFakeClock()
    const pace = createRequestPace({ clock })
    await pace.turn('create')
    await pace.turn('create')
    const stop = new AbortController()
    const answer = createTestClient(server, { clock, pace }).submit(sidesRequest, { signal: stop.signal })
    await clock.advance(500)
    stop.abort()
    expect(await answer).toEqual({ ok: false, failure: { kind: 'cancelled' } })
    await clock.advance(5_000)
    expect(server.requests).toHaveLength(0)
    expect(clock.waiting()).toBe(0)
  })

  test.each([
    ['while its answer is awaited', [hang]],
    ['while its answer comes in', [stall(200, '{"status":200')]],
    ['while a lost answer is looked into', [dropAfterReading, hang]]
  ] satisfies [string, Step[]][])('%s: the task may exist', async (_, steps) => {
    expect(await stopAfter(150, steps)).toEqual({
      ok: false,
      failure: { kind: 'cancelled', taskMayExist: true }
    })
  })
})

test('a synchronous create has more time', async () => {
  const timeouts = { ...short, createMs: 50, syncCreateMs: 2_000 }
  const slow = later(200, success({ task_id: 't1', state: 1, image: 'iVBO' }))
  expect(await submit([slow], 1, { timeouts })).toMatchObject({ ok: true, value: { kind: 'done' } })
  expect(await submit([slow], 0, { timeouts })).toEqual({ ok: false, failure: { kind: 'answer-lost' } })
})

test('a request out of its range is not sent', async () => {
  server.script(success({ task_id: 't1' }))
  const answer = await createTestClient(server).submit({ ...sidesRequest, steps: 0 })
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'invalid-request', field: 'steps' } })
  expect(server.requests).toHaveLength(0)
})
