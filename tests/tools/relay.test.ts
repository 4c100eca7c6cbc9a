import { type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { refuse } from '../../tools/relay/refuse'
import { readRelayOptions } from '../../tools/relay/relay-options'
import { relayTarget } from '../../tools/relay/relay-target'
import { type Relay, startRelay } from '../../tools/relay/start-relay'
import {
  cutOff,
  json,
  type ScriptedServer,
  startScriptedServer,
  success
} from '../service/support/scripted-server'

const path = '/api/tasks/visual/advanced-image-expand'
const key = 'key-of-a-designer'

let service: ScriptedServer
let relay: Relay

beforeAll(async () => {
  service = await startScriptedServer()
  relay = await startRelay({ target: service.url, port: 0 })
})
afterAll(async () => {
  await relay.close()
  await service.close()
})

/** What a plugin's window sends: the origin is "null". */
const fromWindow = { Origin: 'null', 'X-API-KEY': key }

interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request with exactly these headers, Host and Origin among them, which `fetch` sets by itself. */
function ask(method: string, url: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    httpRequest(relay.url, { method, path: url, headers }, (response) => {
      text(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      }, reject)
    })
      .on('error', reject)
      .end()
  })
}

describe('what is passed on', () => {
  it('a create, byte for byte, with the key, and without what only the browser knows', async () => {
    service.script(success({ task_id: 'abc' }))
    const form = new FormData()
    form.append('prompt', '海 & sky')
    form.append('image_file', new Blob([Uint8Array.from({ length: 300_000 }, (_, at) => at % 251)]))
    const body = Buffer.from(await new Response(form).arrayBuffer())
    const answer = await fetch(relay.url + path, {
      method: 'POST',
      body,
      headers: {
        ...fromWindow,
        Cookie: 'a=b',
        Referer: 'https://www.figma.com/',
        'Content-Type': 'multipart/form-data; boundary=x'
      }
    })
    expect(await answer.json()).toEqual({ status: 200, message: 'success', data: { task_id: 'abc' } })
    const [arrived] = service.requests
    expect(arrived).toMatchObject({ method: 'POST', path })
    expect(arrived?.body.equals(body)).toBe(true)
    expect(arrived?.headers).toMatchObject({
      'x-api-key': key,
      'content-type': 'multipart/form-data; boundary=x',
      host: new URL(service.url).host
    })
    for (const name of ['origin', 'cookie', 'referer', 'x-forwarded-for', 'sec-fetch-mode']) {
      expect(arrived?.headers).not.toHaveProperty(name)
    }
  })

  it('a question for a task, and the answer with leave to read it', async () => {
    service.script((_, response) => {
      response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '3', 'Set-Cookie': 'a=b' })
      response.end('{"status":429}')
    })
    const { status, headers, body } = await ask('GET', `${path}/abc-1`, fromWindow)
    expect({ status, body }).toEqual({ status: 429, body: '{"status":429}' })
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'retry-after': '3' })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(service.requests).toMatchObject([{ method: 'GET', path: `${path}/abc-1` }])
  })

  it('what the browser asks first is answered here, for addresses of this machine too', async () => {
    service.script(success({}))
    const asked = {
      Origin: 'null',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-api-key'
    }
    const plain = await ask('OPTIONS', path, asked)
    expect(plain).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'X-API-KEY, Content-Type'
      }
    })
    expect(plain.headers).not.toHaveProperty('access-control-allow-private-network')
    const local = await ask('OPTIONS', path, { ...asked, 'Access-Control-Request-Private-Network': 'true' })
    expect(local.headers).toMatchObject({ 'access-control-allow-private-network': 'true' })
    expect(service.requests).toEqual([])
  })
})

describe('what is not passed on', () => {
  test.each([
    ['another path', 'GET', '/api/tasks/visual/segmentation', fromWindow, 404],
    ['a path beneath a task', 'GET', `${path}/abc/more`, fromWindow, 404],
    ['a query', 'GET', `${path}/abc?x=1`, fromWindow, 404],
    ['a whole address', 'GET', `http://example.com${path}/abc`, fromWindow, 404],
    ['another method', 'DELETE', `${path}/abc`, fromWindow, 405],
    ['a create as a question', 'GET', path, fromWindow, 405],
    ['a website', 'GET', `${path}/abc`, { ...fromWindow, Origin: 'https://example.com' }, 403],
    ['a name that leads here', 'GET', `${path}/abc`, { ...fromWindow, Host: 'example.com' }, 403]
  ])('%s', async (_, method, url, headers, status) => {
    service.script(success({}))
    const answer = await ask(method, url, headers)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(`"status":${status}`)
    expect(service.requests).toEqual([])
  })

  test.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.168.1.20', false],
    ['::ffff:10.0.0.1', false],
    ['fe80::1', false],
    [undefined, false]
  ])('from %s: %s', (remoteAddress, isHere) => {
    const asked = {
      method: 'POST',
      url: path,
      headers: { host: 'localhost:8787' },
      socket: { remoteAddress }
    }
    expect(refuse(asked) === null).toBe(isHere)
  })
})

describe('what goes wrong', () => {
  it('a service that is not there is told in its own kind of answer', async () => {
    const gone = await startScriptedServer()
    await gone.close()
    const lost = await startRelay({ target: gone.url, port: 0 })
    const answer = await fetch(`${lost.url}${path}/abc`, { headers: fromWindow })
    expect(await answer.json()).toEqual({
      status: 502,
      message: `the relay could not reach ${gone.url}: ECONNREFUSED`
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    await lost.close()
  })

  it('an answer that breaks off breaks off here, and a create is not sent again', async () => {
    service.script(cutOff(200, '{"status":200'))
    const body = fetch(relay.url + path, { method: 'POST', body: 'x', headers: fromWindow }).then((answer) =>
      answer.text()
    )
    await expect(body).rejects.toThrow()
    expect(service.requests).toHaveLength(1)
  })
})

it('tells of each request without key, task or words', async () => {
  service.script(json(401, { status: 401, message: 'Unauthorized' }))
  const told = new Promise<string>((resolve) => {
    void startRelay({ target: service.url, port: 0, log: resolve }).then(async (talker) => {
      await fetch(`${talker.url}${path}/task-1`, { headers: fromWindow })
      await talker.close()
    })
  })
  expect(await told).toMatch(/^query: 401, \d+\.\d s$/)
})

describe('the service that it is for', () => {
  test.each([
    [[], 'https://techhk.aoscdn.com', 8787],
    [['--region', 'china'], 'https://techsz.aoscdn.com', 8787],
    [['--upstream', 'http://localhost:9000', '--port', '0'], 'http://localhost:9000', 0]
  ])('%j', (args, target, port) => {
    expect(readRelayOptions(args)).toEqual({ target, port })
  })

  test.each([
    [['--upstream', 'https://example.com']],
    [['--upstream', 'http://192.168.1.2:80']],
    [['--region', 'europe']],
    [['--port', 'x']],
    [['--key', 'x']]
  ])('not %j', (args) => {
    expect(() => readRelayOptions(args)).toThrow()
  })

  test.each([
    ['https://techhk.aoscdn.com', true],
    ['https://techhk.aoscdn.com/', true],
    ['http://techhk.aoscdn.com', false],
    ['https://techhk.aoscdn.com.example.com', false],
    ['https://techhk.aoscdn.com@example.com', false],
    ['https://techhk.aoscdn.com/elsewhere', false],
    ['https://localhost', false],
    ['http://localhost.example.com', false],
    ['nothing', false]
  ])('%s: %s', (address, isTaken) => {
    expect(relayTarget(address) !== null).toBe(isTaken)
  })
})
