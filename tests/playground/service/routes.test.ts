import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startService } from '../../../playground/service/server'
import { apiPath, paintMask, paintSample, type Session, startSession, taskIdOf } from './session'

let session: Session
let image: Uint8Array

beforeAll(async () => {
  session = await startSession({ keys: ['demo-key', 'other-key'] })
  image = await paintSample(64, 64)
})
afterAll(() => session.service.close())
beforeEach(() => {
  session.restart()
})

const unauthorized = {
  status: 401,
  body: {
    status: 401,
    message: 'Unauthorized API Key. Please check if the X-API-KEY is correct and if the service is enabled'
  }
}

describe('keys', () => {
  test.each(['wrong', '', 'DEMO-KEY'])('%j is unknown to creates and polls', async (key) => {
    expect(await session.create({ image_file: image }, key)).toMatchObject(unauthorized)
    expect(await session.poll('any', key)).toMatchObject(unauthorized)
    expect(session.service.tasks).toHaveLength(0)
  })

  test('none at all', async () => {
    const response = await fetch(session.service.url + apiPath, { method: 'POST' })
    expect([response.status, await response.json()]).toEqual([401, unauthorized.body])
  })

  test('a task is found by the key that made it alone', async () => {
    const taskId = taskIdOf(await session.create({ image_file: image }))
    expect((await session.poll(taskId)).status).toBe(200)
    expect(await session.poll(taskId, 'other-key')).toMatchObject({ status: 404, body: { status: 404 } })
  })
})

describe('addresses', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/api/tasks/visual'],
    ['GET', apiPath],
    ['GET', `${apiPath}/`],
    ['GET', `${apiPath}/a/b`],
    ['POST', `${apiPath}/a`],
    ['PUT', apiPath],
    ['DELETE', `${apiPath}/a`]
  ])('%s %s is unknown', async (method, path) => {
    const response = await fetch(session.service.url + path, { method })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ status: 404 })
  })

  test('every answer says what it is', async () => {
    const { headers } = await session.poll('any')
    expect(headers.get('x-stand-in')).toBe('stand-in, no AI')
  })

  test('listens on 127.0.0.1, and on ::1 where there is one', async () => {
    const { port } = session.service
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await fetch(`http://${host}:${port}/`)).status).toBe(404)
    }
    const status = await new Promise((resolve) => {
      request({ host: '::1', port }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', (error) => {
          resolve('code' in error ? error.code : error)
        })
        .end()
    })
    expect([404, 'EADDRNOTAVAIL', 'EAFNOSUPPORT']).toContain(status)
  })

  test('a taken port is an error', async () => {
    await expect(startService({ port: session.service.port })).rejects.toThrow('EADDRINUSE')
  })
})

describe('CORS', () => {
  test('a preflight allows the key', async () => {
    const response = await fetch(session.service.url + apiPath, {
      method: 'OPTIONS',
      headers: { Origin: 'null' }
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toContain('X-API-KEY')
  })

  test('answers are for everyone, and expose no header', async () => {
    const { headers } = await session.poll('any', 'wrong')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.has('access-control-expose-headers')).toBe(false)
  })
})

describe('what was received', () => {
  test('fields word for word, files byte for byte, polls too', async () => {
    await session.create({ image_file: image, top: '0.30', prompt: ' Wiese & 草地 ' })
    await session.poll('some-task')
    const [create, poll] = session.service.requests
    expect(create).toMatchObject({
      method: 'POST',
      path: apiPath,
      headers: { 'x-api-key': 'demo-key' },
      fields: { top: '0.30', prompt: ' Wiese & 草地 ' },
      arrivedAtMs: session.clock.nowMs(),
      answeredWith: 200
    })
    expect(create?.files['image_file']).toMatchObject({ image: { format: 'png', width: 64, height: 64 } })
    expect(Buffer.from(create?.files['image_file']?.bytes ?? []).equals(image)).toBe(true)
    expect(poll).toMatchObject({ method: 'GET', path: `${apiPath}/some-task`, answeredWith: 404 })
  })
})

describe('admin', () => {
  const admin = (path: string, options?: RequestInit) =>
    fetch(`${session.service.url}/__admin/${path}`, options)

  test('faults are read and changed; a wrong one changes nothing', async () => {
    const put = (body: string) => admin('faults', { method: 'PUT', body })
    expect(await (await put('{"latency": 5}')).json()).toMatchObject({ latency: 5, state: null })
    expect(session.service.faults.latency).toBe(5)
    for (const wrong of ['{"latency": "long"}', '{"no-such": 1}', '[]', 'x']) {
      expect((await put(wrong)).status).toBe(400)
    }
    expect(await (await admin('faults')).json()).toEqual(session.service.faults)
  })

  test('requests come without bytes and without the key', async () => {
    await session.create({ image_file: image, top: '0.3' })
    const text = await (await admin('requests')).text()
    expect(JSON.parse(text)).toMatchObject([
      { fields: { top: '0.3' }, files: { image_file: { byteLength: image.length } } }
    ])
    expect(text).not.toContain('demo-key')
  })

  test('the last upload and mask', async () => {
    expect((await admin('mask')).status).toBe(404)
    const mask = await paintMask(64, 64, { left: 8, top: 8, width: 48, height: 48 })
    await session.create({ image_file: image, mask_file: mask })
    expect(Buffer.from(await (await admin('upload')).arrayBuffer()).equals(image)).toBe(true)
    const response = await admin('mask')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer()).equals(mask)).toBe(true)
  })

  test('reset forgets everything', async () => {
    await session.create({ image_file: image })
    await admin('reset', { method: 'POST' })
    expect([session.service.requests, session.service.tasks]).toEqual([[], []])
    expect(session.service.faults['no-rate-limit']).toBe(false)
  })

  test('pages from elsewhere are kept out', async () => {
    for (const Origin of ['https://example.com', 'null', 'http://localhost.example.com']) {
      expect((await admin('requests', { headers: { Origin } })).status).toBe(403)
    }
    expect((await admin('requests', { headers: { Origin: 'http://localhost:5000' } })).status).toBe(200)
  })
})
