import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cutOff,
  dropAfterReading,
  hang,
  json,
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

const short = { queryMs: 1_000, bodyMs: 1_000 }

async function query(steps: readonly Step[], taskId = 't1') {
  server.script(...steps)
  return createTestClient(server, { timeouts: short }).query(taskId)
}

describe('how a task is', () => {
  const cases: readonly [string, Step, unknown][] = [
    [
      'pending',
      success({
        task_id: 't1',
        state: 4,
        progress: 42,
        state_detail: 'Processing',
        created_at: 1_700_000_000
      }),
      {
        kind: 'pending',
        taskId: 't1',
        state: 4,
        progress: 42,
        stateDetail: 'Processing',
        createdAtMs: 1_700_000_000_000,
        details: { createdAt: 1_700_000_000 }
      }
    ],
    [
      'queued, with nothing else said',
      success({ state: 0 }),
      { kind: 'pending', state: 0, progress: null, createdAtMs: null }
    ],
    ['over 100 %', success({ state: 4, progress: 400 }), { kind: 'pending', progress: 100 }],
    ['under 0 %', success({ state: 4, progress: -3 }), { kind: 'pending', progress: 0 }],
    [
      'done, with when it was taken',
      success({ state: 1, image: 'iVBO', created_at: '1700000000' }),
      { kind: 'done', createdAtMs: 1_700_000_000_000, result: { taskId: 't1' } }
    ],
    [
      'done, as links',
      success({ state: 1, image: '', image_1: 'https://r.example/1', image_2: 'https://r.example/2' }),
      { kind: 'done', result: { taskId: 't1', images: [{ field: 'image_1' }, { field: 'image_2' }] } }
    ]
  ]

  test.each(cases)('%s', async (_, step, value) => {
    expect(await query([step])).toMatchObject({ ok: true, value })
    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/tasks/visual/advanced-image-expand/t1',
        headers: { 'x-api-key': 'test-key' }
      }
    ])
  })
})

describe('failures', () => {
  const failed = (message: string) => ({
    kind: 'task-failed',
    taskId: 't1',
    state: -7,
    reason: 'invalid-image',
    message
  })
  const cases: readonly [string, Step, unknown][] = [
    ['its own words', success({ state: -7, err_message: 'own', state_detail: 'detail' }), failed('own')],
    [
      "the envelope's words",
      json(200, { status: 200, message: 'broken', data: { state: -7, state_detail: 'detail' } }),
      failed('broken')
    ],
    ['"success" is no reason', success({ state: -7, state_detail: 'detail' }), failed('detail')],
    ['no words', json(200, { status: 200, data: { state: -7 } }), failed('')],
    [
      'resources are no credits',
      success({ state: -15, err_message: 'insufficient resources' }),
      {
        kind: 'task-failed',
        taskId: 't1',
        state: -15,
        reason: 'short-of-resources',
        message: 'insufficient resources'
      }
    ],
    [
      'a state in words',
      success({ state: 'done', image: 'iVBO' }),
      { kind: 'unknown-state', taskId: 't1', state: null }
    ],
    ['half a state', success({ state: 1.5 }), { kind: 'unknown-state', taskId: 't1', state: 1.5 }],
    ['no state', success({ image: 'iVBO' }), { kind: 'unknown-state', taskId: 't1', state: null }],
    ['done without pictures', success({ state: 1, image: '' }), { kind: 'no-image', taskId: 't1' }],
    ['404', json(404, { status: 404, message: 'gone' }), { kind: 'unknown-task', message: 'gone' }],
    ['404 in a 200', json(200, { status: 404, message: 'gone' }), { kind: 'unknown-task', message: 'gone' }],
    ['404 of a gateway, as a page', send(404, '<html>', 'text/html'), { kind: 'server-fault', status: 404 }],
    ['404 of a gateway, as JSON', json(404, { error: 'no route' }), { kind: 'server-fault', status: 404 }],
    ['404 of a gateway, empty', send(404, ''), { kind: 'server-fault', status: 404 }],
    ['401', json(401, { status: 401, message: 'no' }), { kind: 'wrong-key', message: 'no' }],
    ['400', json(400, { status: 400, message: 'no' }), { kind: 'refused', status: 400, message: 'no' }],
    ['413', json(413, { status: 413, message: 'no' }), { kind: 'refused', status: 413, message: 'no' }],
    ['not JSON', send(200, '<html>', 'text/html'), { kind: 'unreadable-answer' }],
    ['not the documented shape', json(200, [1]), { kind: 'unreadable-answer' }],
    ['no data', json(200, { status: 200 }), { kind: 'unreadable-answer' }],
    ['a redirect', redirect(302, '/elsewhere'), { kind: 'unreadable-answer' }],
    ['a body that breaks off', cutOff(200, '{"status"'), { kind: 'unreachable', sent: 'no' }],
    ['a body that never ends', stall(200, '{"status"'), { kind: 'unreachable', sent: 'no' }],
    ['no answer in time', hang, { kind: 'unreachable', sent: 'no' }]
  ]

  test.each(cases)('%s', async (_, step, failure) => {
    expect(await query([step])).toMatchObject({ ok: false, failure })
    expect(server.requests).toHaveLength(1)
  })
})

describe('repetitions', () => {
  const pending = success({ state: 4 })

  test.each([
    ['a lost connection', dropAfterReading],
    ['429', json(429, { status: 429 })],
    ['500', json(500, { status: 500 })],
    ['503', json(503, { status: 503 })]
  ])('after %s', async (_, step) => {
    const answer = await query([step, pending])
    expect(answer).toMatchObject({ ok: true, value: { kind: 'pending' } })
    expect(server.requests).toHaveLength(2)
  })

  test('two at most, each with a turn of its own', async () => {
    server.script(json(500, { status: 500, message: 'oh' }))
    let turns = 0
    const pace = {
      turn: () => {
        turns += 1
        return Promise.resolve({ answered: () => undefined })
      }
    }
    const answer = await createTestClient(server, { pace, random: () => 0 }).query('t1')
    expect(answer).toEqual({ ok: false, failure: { kind: 'server-fault', status: 500, message: 'oh' } })
    expect(server.requests).toHaveLength(3)
    expect(turns).toBe(3)
  })
})

test.each([
  ['before', 0, hang],
  ['while the answer is awaited', 100, hang],
  ['while the answer comes in', 100, stall(200, '{"status"')],
  ['while a repetition is awaited', 100, json(500, {})]
])('stopped %s', async (_, waitMs, step) => {
  server.script(step)
  const stop = new AbortController()
  if (waitMs === 0) {
    stop.abort()
  }
  const client = createTestClient(server, { timeouts: { repeatMs: 1_000 } })
  const answer = client.query('t1', { signal: stop.signal })
  setTimeout(() => {
    stop.abort()
  }, waitMs)
  expect(await answer).toEqual({ ok: false, failure: { kind: 'cancelled' } })
  expect(server.requests).toHaveLength(waitMs === 0 ? 0 : 1)
})

test.each(['', '.', '..', 'a b', 'a\n', 'ü', '\ud800', 'x'.repeat(201)])(
  '%j is no task id',
  async (taskId) => {
    const answer = await query([success({ state: 1 })], taskId)
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'invalid-request', field: 'task_id' } })
    expect(server.requests).toHaveLength(0)
  }
)

test('a task id is one step of the path, whatever is in it', async () => {
  await query([success({ state: 4 })], '../a?b#c/d')
  expect(server.requests[0]?.path).toBe('/api/tasks/visual/advanced-image-expand/..%2Fa%3Fb%23c%2Fd')
})

test('an answer that is too large is given up', async () => {
  const chunk = Buffer.alloc(1 << 20, 0x20)
  let written = 0
  server.script((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    const more = () => {
      while (!response.destroyed && written < 400 << 20) {
        written += chunk.length
        if (!response.write(chunk)) {
          response.once('drain', more)
          return
        }
      }
    }
    more()
  })
  const answer = await createTestClient(server).query('t1')
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'unreadable-answer' } })
  expect(written).toBeLessThan(200 << 20)
})
