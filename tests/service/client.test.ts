import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sidesRequest } from './support/sample-request'
import {
  dropAfterReading,
  json,
  redirect,
  type ScriptedServer,
  send,
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

describe('the key is tried with a query for a task that cannot exist', () => {
  const cases: readonly [string, Step, unknown][] = [
    ['404: right', json(404, { status: 404, message: 'no task' }), { ok: true, value: true }],
    ['404 in a 200: right', json(200, { status: 404, message: 'no task' }), { ok: true, value: true }],
    ['400 about the id: right', json(400, { status: 400, message: 'bad id' }), { ok: true, value: true }],
    ['a task: right', success({ state: -1 }), { ok: true, value: true }],
    [
      '401: wrong',
      json(401, { status: 401, message: 'no' }),
      { ok: false, failure: { kind: 'wrong-key', message: 'no' } }
    ],
    ['401 in a 200: wrong', json(200, { status: 401 }), { ok: false, failure: { kind: 'wrong-key' } }],
    ['no credits', json(400, { message: 'no credits' }), { ok: false, failure: { kind: 'out-of-credits' } }],
    ['403', json(403, { status: 403 }), { ok: false, failure: { kind: 'refused', status: 403 } }],
    ['404 of a web server', send(404, '<html>'), { ok: false, failure: { kind: 'unreadable-answer' } }],
    ['a web page', send(200, '<html>'), { ok: false, failure: { kind: 'unreadable-answer' } }],
    ['JSON of something else', json(200, {}), { ok: false, failure: { kind: 'unreadable-answer' } }],
    ['a redirect', redirect(301, '/'), { ok: false, failure: { kind: 'unreadable-answer' } }]
  ]

  test.each(cases)('%s', async (_, step, expected) => {
    server.script(step)
    expect(await createTestClient(server).checkKey()).toMatchObject(expected ?? {})
    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/tasks/visual/advanced-image-expand/00000000-0000-0000-0000-000000000000',
        headers: { 'x-api-key': 'test-key' }
      }
    ])
  })

  test('stopped', async () => {
    const outcome = await createTestClient(server).checkKey({ signal: AbortSignal.abort() })
    expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } })
  })
})

describe('addresses', () => {
  test.each([
    ['', '/api'],
    ['/', '/api'],
    ['//', '/api'],
    ['/proxy', '/proxy/api'],
    ['/proxy/', '/proxy/api'],
    [' ', '/api']
  ])('ending in %j', async (ending, start) => {
    server.script(success({ state: 4 }))
    const outcome = await createTestClient({ url: server.url + ending }).query('t1')
    expect(outcome.ok).toBe(true)
    expect(server.requests[0]?.path).toBe(`${start}/tasks/visual/advanced-image-expand/t1`)
  })

  test.each([
    '',
    'techhk.aoscdn.com',
    'ftp://a.example',
    'file:///a',
    'javascript:0',
    'https://',
    'https://u:p@a.example'
  ])('%j is none', async (url) => {
    const outcome = await createTestClient({ url }).checkKey()
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'invalid-request', field: 'baseUrl' } })
  })

  test.each(['https://a.example?x=1', 'https://a.example#x'])(
    '%j holds more than an address',
    async (url) => {
      const outcome = await createTestClient({ url }).submit(sidesRequest)
      expect(outcome).toMatchObject({ ok: false, failure: { kind: 'invalid-request', field: 'baseUrl' } })
    }
  )
})

describe('keys', () => {
  test.each(['', ' ', 'two words', 'a\nb', 'schlüssel', '鍵'])('%j cannot be sent', async (key) => {
    server.script(success({ state: 4 }))
    const client = createTestClient(server, { key })
    for (const outcome of [
      await client.checkKey(),
      await client.query('t1'),
      await client.submit(sidesRequest)
    ]) {
      expect(outcome).toMatchObject({ ok: false, failure: { kind: 'invalid-request', field: 'key' } })
      expect(key.trim() !== '' && JSON.stringify(outcome).includes(key.trim())).toBe(false)
    }
    expect(server.requests).toHaveLength(0)
  })

  test('the space around a pasted key is left out', async () => {
    server.script(success({ state: 4 }))
    await createTestClient(server, { key: ' pasted-key\n' }).query('t1')
    expect(server.requests[0]?.headers['x-api-key']).toBe('pasted-key')
  })
})

describe('the key is in one header and nowhere else', () => {
  const key = 'Secret.k+y/$1'
  const echo = `The key ${key} (${key.toUpperCase()}, ${encodeURIComponent(key)}) is not known`

  const cases: readonly [string, Step][] = [
    ...[400, 401, 403, 404, 413, 429, 500].map(
      (status) =>
        [`${status} that repeats it`, json(status, { status, message: echo })] satisfies [string, Step]
    ),
    ['credits', json(400, { message: `no credits for ${key}` })],
    ['a failed task', success({ task_id: 't1', state: -9, err_message: echo })],
    ['a pending task', success({ task_id: 't1', state: 4, state_detail: echo })],
    ['a page that repeats it', send(200, echo)],
    ['a redirect to somewhere with it', redirect(302, `/?key=${encodeURIComponent(key)}`)],
    ['a lost connection', dropAfterReading]
  ]

  test.each(cases)('%s', async (_, step) => {
    server.script(step)
    const client = createTestClient(server, { key })
    const outcomes = [await client.submit({ ...sidesRequest, sync: 1 }), await client.query('t1')]
    const told = JSON.stringify(outcomes).toLowerCase()
    expect(told).not.toContain(key.toLowerCase())
    expect(told).not.toContain(encodeURIComponent(key).toLowerCase())
    for (const { path, headers, body } of server.requests) {
      expect(headers['x-api-key']).toBe(key)
      const others = Object.entries(headers).filter(([name]) => name !== 'x-api-key')
      expect(`${path}${JSON.stringify(others)}${body.toString('latin1')}`).not.toContain(key)
    }
  })
})
