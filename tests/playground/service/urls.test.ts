import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anyText,
  dataOf,
  decodePixels,
  paintMask,
  paintSample,
  type Session,
  startSession,
  taskIdOf,
  until
} from './session'

let session: Session
let files: Server
let base: string
let image: Uint8Array

beforeAll(async () => {
  session = await startSession()
  image = await paintSample(64, 80)
  const bodies: Readonly<Record<string, Uint8Array>> = {
    '/image.png': image,
    '/mask.png': await paintMask(64, 80, { left: 8, top: 8, width: 40, height: 40 }),
    '/mask-of-another-size.png': await paintMask(80, 64, { left: 8, top: 8, width: 40, height: 40 }),
    '/small.png': await paintSample(63, 80),
    '/wide.png': await paintSample(4097, 64),
    '/heavy.png': Buffer.alloc(5_000_001),
    '/page.html': Buffer.from('<html>')
  }
  files = createServer((request, response) => {
    if (request.url === '/never') return
    const body = bodies[request.url ?? '']
    response.writeHead(body === undefined ? 404 : 200)
    response.end(body)
  })
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = files.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(async () => {
  await session.service.close()
  files.closeAllConnections()
  files.close()
})
beforeEach(() => {
  session.restart()
})

describe('at the create', () => {
  test.each([
    ['image_url', 'not a URL', 'must be an HTTP or OSS URL'],
    ['image_url', 'ftp://localhost/a.png', 'must be an HTTP or OSS URL'],
    ['image_url', 'file:///a.png', 'must be an HTTP or OSS URL'],
    ['image_url', '', 'must be an HTTP or OSS URL'],
    ['image_url', `http://localhost/${'a'.repeat(496)}`, 'length must not exceed 512'],
    ['mask_url', `http://localhost/${'a'.repeat(496)}`, 'length must not exceed 512']
  ])('%s %s', async (name, url, words) => {
    const fields = name === 'image_url' ? {} : { image_file: image }
    expect(await session.create({ ...fields, [name]: url })).toMatchObject({
      status: 400,
      body: { status: 400, message: `Invalid params '${name}', ${words}` }
    })
  })

  test('512 characters are taken', async () => {
    const url = `${base}/${'a'.repeat(512 - base.length - 1)}`
    expect(url).toHaveLength(512)
    expect((await session.create({ image_url: url })).status).toBe(200)
  })
})

describe('once downloaded', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
    ['an image', { image_url: '/image.png' }, 1],
    ['an image and a mask', { image_url: '/image.png', mask_url: '/mask.png' }, 1],
    ['an unknown file', { image_url: '/none.png' }, -3],
    ['an unknown mask', { image_url: '/image.png', mask_url: '/none.png' }, -3],
    ['too many bytes', { image_url: '/heavy.png' }, -5],
    ['too many pixels', { image_url: '/wide.png' }, -5],
    ['too few pixels', { image_url: '/small.png' }, -7],
    ['no image', { image_url: '/page.html' }, -7],
    ['a mask of another size', { image_url: '/image.png', mask_url: '/mask-of-another-size.png' }, -7]
  ]
  test.each(cases)('%s', async (_, paths, state) => {
    const urls = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, base + path]))
    const answer = await session.create({ ...urls, sync: '1' })
    expect(answer.status).toBe(200)
    expect(dataOf(answer)).toMatchObject({ state })
    if (state < 0) {
      expect(dataOf(answer)).toMatchObject({ state_detail: 'Failed', err_message: anyText })
      expect(dataOf(answer)).not.toHaveProperty('image')
    }
  })

  test('nobody there, and a scheme that leads nowhere from here', async () => {
    for (const url of ['http://127.0.0.1:9/a.png', 'oss://bucket/a.png']) {
      expect(dataOf(await session.create({ image_url: url, sync: '1' }))).toMatchObject({ state: -3 })
    }
  })

  test('ten seconds without an answer', async () => {
    const taskId = taskIdOf(await session.create({ image_url: `${base}/never` }))
    await until(() => session.clock.waiting() > 0)
    await session.clock.advance(9999)
    expect(dataOf(await session.poll(taskId))).toMatchObject({ state: 2, state_detail: 'Preparing' })
    await session.clock.advance(1)
    await session.service.tasks[0]?.settled
    expect(dataOf(await session.poll(taskId))).toMatchObject({ state: -3 })
  })
})

describe('a file beside a URL', () => {
  test('the image file is taken, the URL not looked at', async () => {
    const result = await session.expand({ image_file: image, image_url: 'nonsense' })
    expect(await decodePixels(result)).toMatchObject({ width: 77, height: 96 })
  })

  test('the mask file is taken', async () => {
    const mask = await paintMask(64, 80, { left: 0, top: 0, width: 64, height: 80 })
    const result = await session.expand({ image_file: image, mask_file: mask, mask_url: `${base}/mask.png` })
    expect((await decodePixels(result)).data).toEqual((await decodePixels(image)).data)
  })
})
