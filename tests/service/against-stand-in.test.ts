import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type StandIn, startService } from '../../playground/testing/service'
import { createRequestPace } from '../../src/service/http/request-pace'
import type { ServiceClient, TaskProgress } from '../../src/service/service-client'
import type { ExpansionRequest } from '../../src/service/wire/expansion-request'
import type { ImageSource } from '../../src/service/wire/image-source'
import { realClock } from '../real-clock'
import { sampleJpegHeader } from './support/sample-images'
import { type ScriptedServer, send, startScriptedServer } from './support/scripted-server'
import { createTestClient } from './support/test-client'

/*
 * The client against the stand-in for the service, which was written from the same reference by other hands: whatever
 * either of the two misread comes out here. Their rates meet too: the client is never told that it was too fast.
 */

let service: StandIn
let pictures: ScriptedServer
let client: ServiceClient
let png: Buffer
let mask: Buffer

beforeAll(async () => {
  service = await startService({ processingMs: 600, localLinks: true })
  pictures = await startScriptedServer()
  // The stand-in's limit has its own idea of when a second is over, so all clients share one pace, as in the plugin.
  const pace = createRequestPace({ clock: realClock })
  client = createTestClient(service, { key: 'demo-key', pace })
  png = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#2a6' } })
    .png()
    .toBuffer()
  mask = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#fff' } })
    .composite([
      { input: { create: { width: 60, height: 50, channels: 3, background: '#000' } }, left: 20, top: 20 }
    ])
    .png()
    .toBuffer()
})
afterAll(async () => {
  await service.close()
  await pictures.close()
})
afterEach(() => {
  service.setFaults({
    'several-images': 0,
    'result-field': 'image',
    'data-prefix': false,
    'empty-fields': false
  })
})

const sources = ['file', 'url'] as const
const source = (kind: (typeof sources)[number], bytes: Buffer, path: string): ImageSource =>
  kind === 'file' ? { kind, bytes, mime: 'image/png' } : { kind, url: `${pictures.url}${path}` }

async function expand(request: ExpansionRequest) {
  pictures.script((received, response) => {
    void send(200, received.url === '/mask.png' ? mask : png, 'image/png')(received, response)
  })
  service.setFaults({ processing: request.sync === 1 ? 0 : null })
  const progress: TaskProgress[] = []
  const submitted = await client.submit(request)
  if (!submitted.ok) {
    throw new Error(JSON.stringify(submitted.failure))
  }
  expect(submitted.value.kind).toBe(request.sync === 1 ? 'done' : 'task')
  const waited =
    submitted.value.kind === 'done'
      ? { ok: true as const, value: submitted.value.result }
      : await client.awaitResult(submitted.value.taskId, { onProgress: (step) => progress.push(step) })
  if (!waited.ok) {
    throw new Error(JSON.stringify(waited.failure))
  }
  return { result: waited.value, progress }
}

describe('every way to ask', () => {
  const ways = sources.flatMap((from) =>
    ([1, 2] as const).flatMap((returnType) =>
      ([0, 1] as const).flatMap((sync) =>
        (['sides', 'canvas'] as const).map((kind) => ({ kind, from, returnType, sync }))
      )
    )
  )

  test.each(ways)(
    '$kind, $from, return type $returnType, sync $sync',
    async ({ kind, from, returnType, sync }) => {
      const shared = {
        image: source(from, png, '/image.png'),
        returnType,
        sync,
        seed: 7,
        prompt: 'meadow'
      } as const
      const request: ExpansionRequest =
        kind === 'sides'
          ? { ...shared, kind, ratios: { top: 0.5, right: 0.1, bottom: 0.2, left: 0.3 } }
          : { ...shared, kind, mask: source(from, mask, '/mask.png') }
      const { result, progress } = await expand(request)

      expect(result.images).toHaveLength(1)
      expect(result.images[0].kind).toBe(returnType === 1 ? 'url' : 'base64')
      expect(result.details.returnType).toBe(returnType)
      if (sync === 0) {
        expect(progress.at(-1)?.percent).toBe(100)
      }
      const image = await client.download(result.images[0])
      const pixelSize = kind === 'sides' ? { width: 168, height: 153 } : { width: 120, height: 90 }
      expect(image).toMatchObject({ ok: true, value: { mime: 'image/png', pixelSize } })
      if (image.ok) {
        expect(await sharp(image.value.bytes).metadata()).toMatchObject(pixelSize)
      }
    }
  )
})

test('every setting is taken', async () => {
  const settings = { strength: 0.35, scale: 7.5, steps: 12, seed: 0, prompt: '草地 & "sky"\nline' } as const
  await expand({
    kind: 'sides',
    image: source('file', png, ''),
    ratios: { top: 1, right: 1, bottom: 1, left: 1e-3 },
    ...settings
  })
  expect(service.tasks.at(-1)?.plan.order).toMatchObject({
    ...settings,
    prompt: '草地 & "sky"\r\nline',
    ratios: { top: 1, right: 1, bottom: 1, left: 1e-3 }
  })
})

describe('results in other shapes', () => {
  const request = (): ExpansionRequest => ({
    kind: 'sides',
    image: source('file', png, ''),
    ratios: { top: 0.1, right: 0.1, bottom: 0.1, left: 0.1 },
    sync: 1
  })

  test('four images', async () => {
    service.setFaults({ 'several-images': 4, 'empty-fields': true })
    const { result } = await expand(request())
    expect(result.images.map(({ field }) => field)).toEqual(['image_1', 'image_2', 'image_3', 'image_4'])
  })

  test.each(['image', 'image1', 'image_1', 'image_2', 'image_3', 'image_4'] as const)(
    'one, in %s',
    async (field) => {
      service.setFaults({ 'result-field': field, 'empty-fields': true, 'data-prefix': true })
      const { result } = await expand(request())
      expect(result.images).toMatchObject([{ field }])
      expect((await client.download(result.images[0])).ok).toBe(true)
    }
  )
})

describe('what the client lets through, the service takes; what it stops, the service would refuse', () => {
  test('a prompt of 200 with line breaks', async () => {
    const prompt = `${'x\n'.repeat(66)}xx`
    expect(prompt).toHaveLength(134)
    await expand({
      kind: 'sides',
      image: source('file', png, ''),
      ratios: { top: 0.1, right: 0.1, bottom: 0.1, left: 0.1 },
      prompt
    })
  })

  test('5,000,000 bytes', async () => {
    const noise = await sharp(randomBytes(1200 * 1100 * 3), {
      raw: { width: 1200, height: 1100, channels: 3 }
    })
      .png()
      .toBuffer()
    const bytes = Buffer.concat([noise, Buffer.alloc(Math.max(0, 5_000_000 - noise.length))])
    expect(bytes).toHaveLength(5_000_000)
    await expand({
      kind: 'sides',
      image: { kind: 'file', bytes, mime: 'image/png' },
      ratios: { top: 0.01, right: 0.01, bottom: 0.01, left: 0.01 }
    })
  })
})

describe('refusals', () => {
  test('a key', async () => {
    const wrong = createTestClient(service, { key: 'other-key' })
    expect(await wrong.checkKey()).toMatchObject({ ok: false, failure: { kind: 'wrong-key' } })
    expect(await client.checkKey()).toEqual({ ok: true, value: true })
  })

  test('a file that only begins like one', async () => {
    const outcome = await client.submit({
      kind: 'sides',
      image: { kind: 'file', bytes: sampleJpegHeader(100, 100), mime: 'image/jpeg' },
      ratios: { top: 0.1, right: 0.1, bottom: 0.1, left: 0.1 }
    })
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'refused', status: 400 } })
  })

  test('a task that is unknown', async () => {
    expect(await client.query('no-such-task')).toMatchObject({ ok: false, failure: { kind: 'unknown-task' } })
  })
})

test('nothing of all this was too fast', () => {
  expect(service.requests.length).toBeGreaterThan(40)
  expect(service.requests.filter(({ answeredWith }) => answeredWith === 429)).toEqual([])
})
