import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import busboy from 'busboy'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ExpansionRequest } from '../../../src/service/wire/expansion-request'
import { sampleJpegHeader, samplePng } from '../support/sample-images'
import { canvasRequest, sidesRequest } from '../support/sample-request'
import {
  type ReceivedRequest,
  type ScriptedServer,
  startScriptedServer,
  success
} from '../support/scripted-server'
import { createTestClient } from '../support/test-client'

let server: ScriptedServer
beforeAll(async () => {
  server = await startScriptedServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.script(success({ task_id: 'made' }))
})

interface Part {
  readonly name: string
  readonly value: string | { readonly filename: string; readonly mime: string; readonly bytes: Buffer }
}

/** Parses a multipart body with a parser that is not the sender's. */
function parts({ headers, body }: ReceivedRequest): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const found: Promise<Part>[] = []
    const parser = busboy({ headers })
    parser.on('field', (name, value) => {
      found.push(Promise.resolve({ name, value }))
    })
    parser.on('file', (name, stream, { filename = '', mimeType: mime }) => {
      found.push(buffer(stream).then((bytes) => ({ name, value: { filename, mime, bytes } })))
    })
    parser.on('error', reject)
    parser.on('close', () => {
      resolve(Promise.all(found))
    })
    Readable.from([body]).pipe(parser)
  })
}

async function sent(request: ExpansionRequest): Promise<Readonly<Record<string, Part['value']>>> {
  const answer = await createTestClient(server).submit(request)
  expect(answer).toMatchObject({ ok: true, value: { kind: 'task', taskId: 'made' } })
  expect(server.requests).toHaveLength(1)
  const [received] = server.requests
  if (received === undefined) {
    throw new Error('nothing arrived')
  }
  expect(received).toMatchObject({ method: 'POST', path: '/api/tasks/visual/advanced-image-expand' })
  expect(received.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(received.headers['x-api-key']).toBe('test-key')
  const all = await parts(received)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  return Object.fromEntries(all.map(({ name, value }) => [name, value]))
}

const file = (filename: string, mime: string, bytes: Uint8Array) => ({
  filename,
  mime,
  bytes: Buffer.from(bytes)
})
const png = samplePng(100, 80)
const jpeg = sampleJpegHeader(100, 80)

const cases: readonly [string, ExpansionRequest, Readonly<Record<string, unknown>>][] = [
  [
    'sides with the least there is: all four ratios are there',
    sidesRequest,
    {
      image_file: file('image.png', 'image/png', png),
      top: '0.1',
      right: '0.2',
      bottom: '0.3',
      left: '0.4',
      return_type: '2',
      sync: '0'
    }
  ],
  [
    'sides with everything',
    {
      ...sidesRequest,
      image: { kind: 'file', bytes: jpeg, mime: 'image/jpeg' },
      prompt: '蓝天, a "blue" sky & sea',
      strength: 0,
      scale: 7.5,
      steps: 30,
      seed: -1,
      returnType: 1,
      sync: 1
    },
    {
      image_file: file('image.jpg', 'image/jpeg', jpeg),
      top: '0.1',
      right: '0.2',
      bottom: '0.3',
      left: '0.4',
      prompt: '蓝天, a "blue" sky & sea',
      strength: '0',
      scale: '7.5',
      steps: '30',
      seed: '-1',
      return_type: '1',
      sync: '1'
    }
  ],
  [
    'canvas with files: no ratios',
    canvasRequest,
    {
      image_file: file('image.png', 'image/png', png),
      mask_file: file('mask.png', 'image/png', png),
      return_type: '2',
      sync: '0'
    }
  ],
  [
    'canvas with links, escaped',
    {
      kind: 'canvas',
      image: { kind: 'url', url: 'https://a.example/sea side.png?x=1&y=2' },
      mask: { kind: 'url', url: 'https://a.example/面.png' }
    },
    {
      image_url: 'https://a.example/sea%20side.png?x=1&y=2',
      mask_url: 'https://a.example/%E9%9D%A2.png',
      return_type: '2',
      sync: '0'
    }
  ],
  [
    'an empty prompt is left out, and no number has an exponent',
    { ...sidesRequest, image: { kind: 'url', url: 'https://a.example/b' }, prompt: ' ', strength: 1e-7 },
    {
      image_url: 'https://a.example/b',
      top: '0.1',
      right: '0.2',
      bottom: '0.3',
      left: '0.4',
      strength: '0.0000001',
      return_type: '2',
      sync: '0'
    }
  ]
]

test.each(cases)('%s', async (_, request, expected) => {
  expect(await sent(request)).toEqual(expected)
})
