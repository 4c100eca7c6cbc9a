import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Playground, startPlayground } from '../../playground/server/server'
import { type StandIn, startService } from '../../playground/service/server'
import { type Relay, startRelay } from '../../tools/relay/start-relay'
import { json, type ScriptedServer, startScriptedServer } from '../service/support/scripted-server'
import { sendRaw } from './raw-request'

const apiPath = '/api/tasks/visual/advanced-image-expand'

let behindRelay: ScriptedServer
let playground: Playground
let service: StandIn
let relay: Relay

beforeAll(async () => {
  behindRelay = await startScriptedServer()
  behindRelay.script(json(404, { status: 404, message: 'Not found' }))
  playground = await startPlayground()
  service = await startService()
  relay = await startRelay({ target: behindRelay.url, port: 0 })
})
afterAll(() => Promise.all([playground, service, relay, behindRelay].map((server) => server.close())))

/** A route of a server, and the status with which it answers whoever may ask. */
interface Route {
  readonly name: string
  readonly port: () => number
  readonly line: string
  readonly status: number
}

const playgroundPort = (): number => Number(new URL(playground.url).port)
const servicePort = (): number => service.port
const relayPort = (): number => Number(new URL(relay.url).port)

function routesOf(name: string, port: () => number, lines: readonly [string, number][]): readonly Route[] {
  return lines.map(([line, status]) => ({ name: `${name}: ${line}`, port, line: `${line} HTTP/1.1`, status }))
}

const routes: readonly Route[] = [
  ...routesOf('playground', playgroundPort, [
    ['GET /', 200],
    ['GET /editor.js', 200],
    ['GET /settings.json', 200],
    ['GET /scenes/banner.json', 200],
    ['GET /none', 404]
  ]),
  ...routesOf('stand-in', servicePort, [
    [`POST ${apiPath}`, 401],
    [`GET ${apiPath}/task`, 401],
    [`OPTIONS ${apiPath}`, 204],
    ['GET /results/file', 403],
    ['GET /none', 404]
  ]),
  ...routesOf('relay', relayPort, [
    [`POST ${apiPath}`, 404],
    [`GET ${apiPath}/task`, 404],
    [`OPTIONS ${apiPath}`, 204]
  ])
]

const adminRoutes = routesOf('stand-in', servicePort, [
  ['GET /__admin/faults', 200],
  ['PUT /__admin/faults', 400],
  ['GET /__admin/fault-notes', 200],
  ['GET /__admin/requests', 200],
  ['GET /__admin/upload', 404],
  ['GET /__admin/mask', 404],
  ['POST /__admin/reset', 200]
])

const named = (each: readonly Route[]): readonly [string, Route][] => each.map((route) => [route.name, route])

/** Who asks from where: header lines, which may need the server's port. */
type Lines = (port: number) => readonly string[]

const ownHost: Lines = (port) => [`Host: localhost:${port}`]

const wrongHosts: readonly [string, Lines][] = [
  ['no Host', () => []],
  ['an empty Host', () => ['Host:']],
  ['two Hosts, ours first', (port) => [`Host: localhost:${port}`, 'Host: example.com']],
  ['two Hosts, ours last', (port) => ['Host: example.com', `Host: localhost:${port}`]],
  ['our Host twice', (port) => [`Host: localhost:${port}`, `Host: localhost:${port}`]],
  ['a name that leads here', (port) => [`Host: rebound.example:${port}`]],
  ['a name that begins as ours', (port) => [`Host: localhost.example:${port}`]],
  ['a name that ends as ours', (port) => [`Host: example.localhost:${port}`]],
  ['our name as a user', (port) => [`Host: localhost:${port}@example.com`]],
  ['another address of this machine', (port) => [`Host: 127.0.0.2:${port}`]],
  ['no port', () => ['Host: localhost']],
  ['another port', (port) => [`Host: localhost:${port === 65_535 ? 1 : port + 1}`]]
]

const wrongOrigins: readonly string[] = [
  'https://example.com',
  'http://localhost.example.com',
  'http://localhost:1@example.com',
  'http://127.0.0.1.example.com',
  'http://192.168.1.2',
  'file://',
  'chrome-extension://abcdef',
  'null, https://example.com',
  ''
]

describe('every route of every server', () => {
  test.each(named(routes))('%s answers this machine by each of its names', async (_, route) => {
    for (const name of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]']) {
      const headers = [`Host: ${name}:${route.port()}`]
      expect(await sendRaw(route.port(), { line: route.line, headers })).toMatchObject({
        status: route.status
      })
    }
  })

  test.each(named([...routes, ...adminRoutes]))('%s refuses every other Host', async (_, route) => {
    for (const [what, lines] of wrongHosts) {
      const answer = await sendRaw(route.port(), { line: route.line, headers: lines(route.port()) })
      expect([what, answer.status]).toEqual([what, 403])
    }
  })

  test.each(named([...routes, ...adminRoutes]))(
    '%s refuses other websites, and their preflights',
    async (_, route) => {
      const preflight = route.line.replace(/^\w+/, 'OPTIONS')
      for (const line of [route.line, preflight]) {
        for (const origin of wrongOrigins) {
          const headers = [
            ...ownHost(route.port()),
            `Origin: ${origin}`,
            'Access-Control-Request-Method: POST',
            'Access-Control-Request-Private-Network: true'
          ]
          const answer = await sendRaw(route.port(), { line, headers })
          expect([line, origin, answer.status]).toEqual([line, origin, 403])
          expect(answer.headers).not.toContain('access-control-allow-private-network')
        }
      }
    }
  )

  test.each(named(routes))('%s answers the plugin’s window, whose origin is null', async (_, route) => {
    const headers = [...ownHost(route.port()), 'Origin: null', 'Sec-Fetch-Site: cross-site']
    expect(await sendRaw(route.port(), { line: route.line, headers })).toMatchObject({ status: route.status })
  })
})

describe('pages of this machine', () => {
  const ownPages = ['http://localhost:5000', 'https://localhost', 'http://127.0.0.1:1', 'http://[::1]:8788']

  test.each(named([...routes.filter(({ port }) => port !== relayPort), ...adminRoutes]))(
    '%s answers them',
    async (_, route) => {
      for (const origin of ownPages) {
        const headers = [...ownHost(route.port()), `Origin: ${origin}`]
        expect(await sendRaw(route.port(), { line: route.line, headers })).toMatchObject({
          status: route.status
        })
      }
    }
  )

  test('the relay refuses them: it is for the plugin’s window', async () => {
    const line = `GET ${apiPath}/task HTTP/1.1`
    const headers = [...ownHost(relayPort()), 'Origin: http://localhost:5000']
    expect(await sendRaw(relayPort(), { line, headers })).toMatchObject({ status: 403 })
  })
})

describe('the admin routes', () => {
  test.each(named(adminRoutes))('%s refuses the origin null', async (_, route) => {
    for (const more of [[], ['Sec-Fetch-Site: same-origin']]) {
      const headers = [...ownHost(route.port()), 'Origin: null', ...more]
      expect(await sendRaw(route.port(), { line: route.line, headers })).toMatchObject({ status: 403 })
    }
  })

  test.each(named(adminRoutes))(
    '%s answers a request without Origin by where it comes from',
    async (_, route) => {
      for (const [site, status] of [
        ['same-origin', route.status],
        ['none', route.status],
        ['same-site', 403],
        ['cross-site', 403],
        ['', 403],
        ['none, cross-site', 403]
      ] as const) {
        const headers = [...ownHost(route.port()), `Sec-Fetch-Site: ${site}`]
        const answer = await sendRaw(route.port(), { line: route.line, headers })
        expect([site, answer.status]).toEqual([site, status])
      }
      const absent = await sendRaw(route.port(), { line: route.line, headers: ownHost(route.port()) })
      expect(absent.status).toBe(route.status)
    }
  )
})

describe('a request’s target', () => {
  const servers: readonly [string, () => number, string][] = [
    ['playground', playgroundPort, '/'],
    ['stand-in', servicePort, '/__admin/faults'],
    ['relay', relayPort, `${apiPath}/task`]
  ]

  test.each(servers)('%s answers 400 to what is no address, and goes on', async (_, portOf, path) => {
    const port = portOf()
    const before = await sendRaw(port, { line: `GET ${path} HTTP/1.1`, headers: ownHost(port) })
    for (const target of ['//', '///', 'http://[', 'http://', '//[', '//a:b', '//localhost:99999/']) {
      const answer = await sendRaw(port, { line: `GET ${target} HTTP/1.1`, headers: ownHost(port) })
      expect([target, answer.status]).toEqual([target, 400])
    }
    expect(await sendRaw(port, { line: `GET ${path} HTTP/1.1`, headers: ownHost(port) })).toEqual({
      ...before,
      headers: anyText
    })
  })

  test.each(servers)('%s has nothing of another server', async (_, portOf, path) => {
    const port = portOf()
    for (const origin of ['http://example.com', '//example.com', '/\\example.com', 'https://localhost']) {
      const line = `GET ${origin}${path} HTTP/1.1`
      const answer = await sendRaw(port, { line, headers: ownHost(port) })
      expect([origin, answer.status]).toEqual([origin, 404])
    }
  })
})

test('a request by another port is answered where the server is known by it', async () => {
  const mapped = await startService({ otherPorts: [8787] })
  const ask = async (host: string) =>
    (await sendRaw(mapped.port, { line: 'GET /none HTTP/1.1', headers: [`Host: ${host}`] })).status
  expect(await ask('localhost:8787')).toBe(404)
  expect(await ask(`localhost:${mapped.port}`)).toBe(404)
  expect(await ask('localhost:8786')).toBe(403)
  expect(await ask('example.com:8787')).toBe(403)
  await mapped.close()
})

/** Stands for any text in an expected value. */
const anyText: unknown = expect.any(String)
