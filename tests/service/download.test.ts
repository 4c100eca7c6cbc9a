import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResultImage } from '../../src/service/wire/expansion-result'
import { gifHead } from '../fixtures/gif-bomb'
import {
  base64,
  sampleGifHeader,
  sampleJpegHeader,
  samplePng,
  sampleWebpHeader
} from './support/sample-images'
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
  type Step
} from './support/scripted-server'
import { createTestClient } from './support/test-client'

let server: ScriptedServer
let elsewhere: ScriptedServer
beforeAll(async () => {
  server = await startScriptedServer()
  elsewhere = await startScriptedServer()
})
afterAll(async () => {
  await server.close()
  await elsewhere.close()
})

const encoded = (text: string | Blob): ResultImage => ({
  kind: 'base64',
  taskId: 't1',
  field: 'image',
  base64: text
})
const link = (url: string): ResultImage => ({ kind: 'url', taskId: 't1', field: 'image_1', url })
const png = samplePng(30, 20)

describe('base64', () => {
  test.each([
    ['PNG', png, 'image/png', 30, 20],
    ['JPEG', sampleJpegHeader(640, 480), 'image/jpeg', 640, 480],
    ['WebP', sampleWebpHeader(300, 200), 'image/webp', 300, 200],
    ['GIF', sampleGifHeader(12, 34), 'image/gif', 12, 34],
    ['the largest that there can be', samplePngHeader(12_288, 4_096), 'image/png', 12_288, 4_096]
  ])('%s', async (_, bytes, mime, width, height) => {
    const outcome = await createTestClient(server).download(encoded(base64(bytes)))
    expect(outcome).toEqual({
      ok: true,
      value: { bytes: new Uint8Array(bytes), mime, pixelSize: { width, height } }
    })
  })

  test.each([
    ['line breaks', base64(png).replace(/(.{20})/g, '$1\r\n')],
    ['no padding', base64(png).replace(/=+$/, '')],
    ['the URL spelling', Buffer.from(png).toString('base64url')],
    ['the start of a data: address', `data:image/png;base64,${base64(png)}`],
    ['nothing but a comma before it', `DATA:,${base64(png)}`],
    ['the length of a blob', new Blob([base64(png)])]
  ])('with %s', async (_, text) => {
    expect(await createTestClient(server).download(encoded(text))).toMatchObject({
      ok: true,
      value: { bytes: png }
    })
  })

  test.each([
    ['not base64', 'this is no picture!', 'cannot be decoded'],
    ['cut in the middle of four', 'iVBOR', 'cannot be decoded'],
    ['a web page', base64(Buffer.from('\n<!DOCTYPE html><html>')), 'a web page'],
    ['JSON', base64(Buffer.from('{"error":1}')), 'XML or JSON'],
    ['XML', base64(Buffer.from('<?xml version="1.0"?><Error>')), 'XML or JSON'],
    ['a text', base64(Buffer.from('no picture today')), 'a text'],
    ['nothing', '', 'empty'],
    ['bytes of no kind', base64(Uint8Array.from([0, 1, 2, 255, 254])), 'no known kind'],
    ['a PNG that is cut off', base64(png.subarray(0, 20)), 'no known kind'],
    ['a PNG without size', base64(samplePngHeader(0, 7)), 'no known kind'],
    ['a PNG that lies about its size', base64(samplePngHeader(60_000, 60_000)), '60000 × 60000'],
    [
      'a GIF with a far larger frame than screen',
      base64(gifHead({ width: 64, height: 64 }, { left: 0, top: 0, width: 16_000, height: 16_000 })),
      '16000 × 16000'
    ],
    [
      'a GIF that ends before its first frame',
      base64(sampleGifHeader(12, 34).subarray(0, -1)),
      'no known kind'
    ]
  ])('%s is no image', async (_, text, detail) => {
    const outcome = await createTestClient(server).download(encoded(text))
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'no-image', taskId: 't1' } })
    expect(JSON.stringify(outcome)).toContain(detail)
  })

  test('too much of it is not even decoded', async () => {
    const outcome = await createTestClient(server).download(encoded('A'.repeat(100 << 20)))
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'no-image', taskId: 't1' } })
  })
})

/** A PNG's signature and header, with any size. */
function samplePngHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33)
  Buffer.from(png.subarray(0, 33)).copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return Uint8Array.from(bytes)
}

describe('links', () => {
  async function download(steps: readonly Step[]) {
    elsewhere.script(...steps)
    const client = createTestClient(server, { timeouts: { downloadMs: 1_000, bodyMs: 1_000 } })
    return client.download(link(`${elsewhere.url}/a.png?Signature=x`))
  }

  test('are fetched without the key', async () => {
    expect(await download([send(200, png, 'text/html')])).toMatchObject({
      ok: true,
      value: { bytes: png, mime: 'image/png', pixelSize: { width: 30, height: 20 } }
    })
    expect(elsewhere.requests).toMatchObject([{ method: 'GET', path: '/a.png?Signature=x' }])
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty('x-api-key')
    expect(JSON.stringify(elsewhere.requests)).not.toContain('test-key')
  })

  test.each([
    ['a redirect is followed', [redirect(302, '/b.png'), send(200, png)], 2],
    ['a lost connection is tried again', [dropAfterReading, send(200, png)], 2],
    ['503 is tried again', [json(503, {}), send(200, png)], 2]
  ] satisfies [string, Step[], number][])('%s', async (_, steps, requests) => {
    expect((await download(steps)).ok).toBe(true)
    expect(elsewhere.requests).toHaveLength(requests)
  })

  test.each([
    ['403: its hour is over', send(403, '<Error>'), 403],
    ['404', send(404, ''), 404],
    ['a body that breaks off', cutOff(200, 'x'), 0],
    ['a body that never ends', stall(200, 'x'), 0],
    ['no answer in time', hang, 0]
  ] satisfies [string, Step, number][])('%s', async (_, step, status) => {
    const url = `${elsewhere.url}/a.png?Signature=x`
    expect(await download([step])).toEqual({
      ok: false,
      failure: { kind: 'download-failed', taskId: 't1', url, status }
    })
    expect(elsewhere.requests).toHaveLength(1)
  })

  test('an HTML page with status 200 is no image', async () => {
    expect(await download([send(200, '<html>')])).toMatchObject({ ok: false, failure: { kind: 'no-image' } })
  })

  test('a link that is none', async () => {
    const outcome = await createTestClient(server).download(link('https://'))
    expect(outcome).toEqual({
      ok: false,
      failure: { kind: 'download-failed', taskId: 't1', url: 'https://', status: 0 }
    })
  })

  test('only links to the service itself take a turn', async () => {
    let turns = 0
    const pace = {
      turn: () => {
        turns += 1
        return Promise.resolve({ answered: () => undefined })
      }
    }
    const client = createTestClient(server, { pace })
    elsewhere.script(send(200, png))
    server.script(send(200, png))
    await client.download(link(`${elsewhere.url}/a.png`))
    expect(turns).toBe(0)
    await client.download(link(`${server.url}/a.png`))
    expect(turns).toBe(1)
  })
})

test.each([
  ['before', 0, hang],
  ['while the answer is awaited', 50, hang],
  ['while the picture comes in', 50, stall(200, 'x')]
] satisfies [string, number, Step][])('stopped %s', async (_, waitMs, step) => {
  elsewhere.script(step)
  const stop = new AbortController()
  if (waitMs === 0) {
    stop.abort()
  }
  const outcome = createTestClient(server).download(link(`${elsewhere.url}/a.png`), { signal: stop.signal })
  setTimeout(() => {
    stop.abort()
  }, waitMs)
  expect(await outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } })
})
