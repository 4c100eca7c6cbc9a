import { build } from 'esbuild'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../playground/testing/server'
import { type StandIn, startService } from '../../playground/testing/service'
import { startRelay } from '../../tools/relay/start-relay'
import { samplePng } from './support/sample-images'
import { type ScriptedServer, send, startScriptedServer } from './support/scripted-server'

/*
 * The client where it is used: in a page of the origin "null", as a plugin's is. There CORS decides, and the browser
 * tells a request that it did not send from an answer that was lost as little as it tells anyone.
 */

let service: StandIn
let browser: Browser
let outer: ScriptedServer
let frame: Frame
const png = [...samplePng(100, 80)]

beforeAll(async () => {
  service = await startService({ processingMs: 300, requestsPerSecond: 100 })
  const bundle = await build({
    entryPoints: [new URL('support/browser-client.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife'
  })
  browser = await launchChromium()
  frame = await openNullOriginFrame(bundle.outputFiles[0]?.text ?? '')
})
afterAll(async () => {
  await browser.close()
  await outer.close()
  await service.close()
})
beforeEach(() => {
  service.reset()
})

/** A `data:` frame in a page of this machine: as such it may reach other addresses of this machine. */
async function openNullOriginFrame(script: string): Promise<Frame> {
  outer = await startScriptedServer()
  outer.script(send(200, '<iframe src="data:text/html,<title>client</title>"></iframe>', 'text/html'))
  const page = await browser.newPage()
  await page.goto(outer.url)
  const [, inner] = page.frames()
  if (inner === undefined) {
    throw new Error('there is no frame')
  }
  await inner.addScriptTag({ content: script })
  expect(await inner.evaluate('globalThis.origin')).toBe('null')
  return inner
}

const inPage = (name: string, ...parameters: readonly unknown[]) =>
  frame.evaluate(`calls.${name}(...${JSON.stringify(parameters)})`)
const posts = () => service.requests.filter(({ method }) => method === 'POST')

test.each([1, 2])('an expansion, return type %d', async (returnType) => {
  expect(await inPage('expand', service.url, png, returnType)).toMatchObject({
    mime: 'image/png',
    pixelSize: { width: 200, height: 160 }
  })
  expect(posts()).toMatchObject([
    { fields: { prompt: '海 & sky', top: '0.5', return_type: String(returnType) } }
  ])
})

test('a key', async () => {
  expect(await inPage('checkKey', service.url)).toEqual({ ok: true, value: true })
})

describe('a create that fails without an answer', () => {
  test('blocked by CORS: nothing was sent, and that is most that can be said', async () => {
    service.setFaults({ 'no-cors': true })
    const outcome = await inPage('expand', service.url, png, 2)
    expect(outcome).toEqual({ ok: false, failure: { kind: 'unreachable', sent: 'perhaps' } })
    expect(posts()).toEqual([])
  })

  test('nobody there', async () => {
    const gone = await startScriptedServer()
    await gone.close()
    const outcome = await inPage('expand', gone.url, png, 2)
    expect(outcome).toEqual({ ok: false, failure: { kind: 'unreachable', sent: 'perhaps' } })
  })

  // Chromium itself sends any request once more, a POST too, when a connection that it had used before (here: for the
  // preflight) breaks without a word of answer. No page can keep it from that. What is ours is that it stays at that.
  test('broken off after the task was made: its answer is lost, and nothing of ours repeats it', async () => {
    service.setFaults({ 'drop-create-after': 99 })
    const outcome = await inPage('expand', service.url, png, 2)
    expect(outcome).toEqual({ ok: false, failure: { kind: 'answer-lost' } })
    const sent = posts().length
    expect(sent).toBeLessThanOrEqual(2)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(posts()).toHaveLength(sent)
  })

  test('stopped while its answer is awaited', async () => {
    service.setFaults({ latency: 5_000 })
    const outcome = await inPage('submitAndStop', service.url, png, 500)
    expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled', taskMayExist: true } })
  })
})

test('a key that cannot be tried, because CORS blocks it', async () => {
  service.setFaults({ 'no-cors': true })
  expect(await inPage('checkKey', service.url)).toEqual({
    ok: false,
    failure: { kind: 'unreachable', sent: 'no' }
  })
})

test('a service that CORS blocks is reached through the relay', async () => {
  service.setFaults({ 'no-cors': true })
  const relay = await startRelay({ target: service.url, port: 0 })
  try {
    expect(await inPage('checkKey', relay.url)).toEqual({ ok: true, value: true })
    expect(await inPage('expand', relay.url, png, 2)).toMatchObject({ mime: 'image/png' })
    expect(posts()).toMatchObject([{ fields: { prompt: '海 & sky' } }])
  } finally {
    await relay.close()
  }
})

test('a result that CORS blocks', async () => {
  service.setFaults({ 'no-result-cors': true })
  expect(await inPage('expand', service.url, png, 1)).toMatchObject({
    ok: false,
    failure: { kind: 'download-failed', status: 0 }
  })
})

test('a result whose hour is over', async () => {
  service.setFaults({ 'expired-links': true })
  expect(await inPage('expand', service.url, png, 1)).toMatchObject({
    ok: false,
    failure: { kind: 'download-failed', status: 403 }
  })
})

test('lost polls do not lose the task', async () => {
  service.setFaults({ 'drop-poll': 1 })
  expect(await inPage('expand', service.url, png, 2)).toMatchObject({ mime: 'image/png' })
})
