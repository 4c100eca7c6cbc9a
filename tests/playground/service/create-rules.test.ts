import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anyText,
  apiPath,
  type Fields,
  formOf,
  paintMask,
  paintSample,
  type Session,
  startSession,
  textLike
} from './session'

let session: Session
let image: Uint8Array
let mask: Uint8Array

beforeAll(async () => {
  session = await startSession()
  image = await paintSample(64, 80)
  mask = await paintMask(64, 80, { left: 16, top: 16, width: 32, height: 40 })
})
afterAll(() => session.service.close())
beforeEach(() => {
  session.restart({ stuck: true })
})

const refusal = (name: string, words: string) => `Invalid params '${name}', ${words}`

describe('numbers', () => {
  const ratio = 'must be in (0, 1]'
  const good: readonly (readonly [string, readonly string[]])[] = [
    ['top', ['0.001', '0.1', '0.5', '1', '1.0']],
    ['bottom', ['1']],
    ['left', ['0.25']],
    ['right', ['0.9999']],
    ['strength', ['0', '0.1', '1']],
    ['scale', ['1', '7.0', '20']],
    ['steps', ['1', '30', '100']],
    ['seed', ['-1', '0', '1', '2147483647']],
    ['return_type', ['1', '2']],
    ['sync', ['0']],
    ['prompt', ['', 'a meadow', '草'.repeat(200), 'x'.repeat(200)]]
  ]
  test.each(good.flatMap(([name, texts]) => texts.map((text) => [name, text] as const)))(
    '%s takes %s',
    async (name, text) => {
      const { status, body } = await session.create({ image_file: image, [name]: text })
      expect(status).toBe(200)
      expect(body).toEqual({ status: 200, message: 'success', data: { task_id: anyText } })
    }
  )

  const notNumbers = ['', ' ', 'x', 'NaN', 'Infinity', '1e-1', '0x1', '0,5', '.5', '+0.5', 'null'].map(
    (text) => [text, 'must be a number'] as const
  )
  const bad: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ...['top', 'right', 'bottom', 'left'].map(
      (side) =>
        [
          side,
          [
            ['0', ratio],
            ['0.0', ratio],
            ['-0.1', ratio],
            ['1.0001', ratio],
            ['30', ratio]
          ]
        ] as const
    ),
    ['top', notNumbers],
    [
      'strength',
      [
        ['-0.1', 'must be in [0, 1]'],
        ['1.1', 'must be in [0, 1]'],
        ['', 'must be a number']
      ]
    ],
    [
      'scale',
      [
        ['0.9', 'must be in [1, 20]'],
        ['20.1', 'must be in [1, 20]']
      ]
    ],
    [
      'steps',
      [
        ['0', 'must be an integer in [1, 100]'],
        ['1.5', 'must be an integer in [1, 100]'],
        ['101', 'must be an integer in [1, 100]']
      ]
    ],
    [
      'seed',
      [
        ['-2', 'must be an integer of at least -1'],
        ['0.5', 'must be an integer of at least -1'],
        ['2147483648', 'must be an integer of at least -1']
      ]
    ],
    [
      'return_type',
      [
        ['0', 'must be one of 1, 2'],
        ['3', 'must be one of 1, 2'],
        ['true', 'must be a number']
      ]
    ],
    [
      'sync',
      [
        ['2', 'must be one of 0, 1'],
        ['false', 'must be a number']
      ]
    ],
    ['prompt', [['x'.repeat(201), 'length must not exceed 200']]]
  ]
  test.each(bad.flatMap(([name, rows]) => rows.map(([text, words]) => [name, text, words] as const)))(
    '%s refuses %j',
    async (name, text, words) => {
      const { status, body } = await session.create({ image_file: image, [name]: text })
      expect(body).toEqual({ status: 400, message: refusal(name, words) })
      expect(status).toBe(400)
      expect(session.service.tasks).toHaveLength(0)
    }
  )

  test('what is left out has its documented default', async () => {
    await session.create({ image_file: image, top: '0.5' })
    expect(session.service.tasks[0]?.plan.order).toMatchObject({
      ratios: { top: 0.5, right: 0.1, bottom: 0.1, left: 0.1 },
      returnType: 1,
      sync: false,
      scale: 7,
      steps: 30,
      seed: -1,
      prompt: '',
      mask: undefined
    })
  })
})

describe('images', () => {
  const limits = 'resolution must be between 64x64 and 4096x4096'
  const noise = (bytes: number) =>
    sharp(randomBytes(1200 * 1100 * 3), { raw: { width: 1200, height: 1100, channels: 3 } })
      .png()
      .toBuffer()
      .then((png) => Buffer.concat([png, Buffer.alloc(bytes - png.length)]))
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, number, string])[] = [
    ['64 × 64', () => paintSample(64, 64), 200, 'success'],
    ['a JPEG', () => paintSample(70, 70, 'jpeg'), 200, 'success'],
    ['4096 × 64', () => paintSample(4096, 64), 200, 'success'],
    ['63 × 64', () => paintSample(63, 64), 400, refusal('image_file', `${limits}, got 63x64`)],
    ['64 × 63', () => paintSample(64, 63), 400, refusal('image_file', `${limits}, got 64x63`)],
    ['4097 × 64', () => paintSample(4097, 64), 400, refusal('image_file', `${limits}, got 4097x64`)],
    [
      'WebP',
      () => paintSample(70, 70, 'webp'),
      400,
      refusal('image_file', 'only jpg, jpeg and png are supported')
    ],
    [
      'GIF',
      () => paintSample(70, 70, 'gif'),
      400,
      refusal('image_file', 'only jpg, jpeg and png are supported')
    ],
    [
      'nothing',
      () => Promise.resolve(new Uint8Array()),
      400,
      refusal('image_file', 'only jpg, jpeg and png are supported')
    ],
    [
      'half a PNG',
      () => paintSample(200, 200).then((bytes) => bytes.slice(0, bytes.length / 2)),
      400,
      refusal('image_file', 'the image can not be read')
    ],
    [
      'a signature alone',
      () => paintSample(70, 70).then((bytes) => bytes.slice(0, 12)),
      400,
      refusal('image_file', 'the image can not be read')
    ],
    ['5,000,000 bytes', () => noise(5_000_000), 200, 'success'],
    ['5,000,001 bytes', () => noise(5_000_001), 413, "File too large: 'image_file' must be up to 5MB"]
  ]
  test.each(cases)('%s', async (_, make, status, message) => {
    const answer = await session.create({ image_file: await make() })
    expect(answer.body).toMatchObject({ status, message })
    expect(answer.status).toBe(status)
  })

  test('the prompt is checked after the image', async () => {
    const { body } = await session.create({ image_file: await paintSample(20, 20), prompt: 'x'.repeat(201) })
    expect(body).toMatchObject({ message: textLike(/image_file/) })
  })
})

describe('masks', () => {
  test('of the image’s size: canvas mode', async () => {
    expect((await session.create({ image_file: image, mask_file: mask })).status).toBe(200)
    expect(session.service.tasks[0]?.plan.order.mask).toBeDefined()
  })

  test('of another size', async () => {
    const answer = await session.create({ image_file: image, mask_file: await paintSample(80, 64) })
    expect(answer.body).toEqual({
      status: 400,
      message: refusal('mask_file', 'must have the same dimensions as the image')
    })
  })

  test.each(['top', 'right', 'bottom', 'left'])('beside %s', async (side) => {
    const answer = await session.create({ image_file: image, mask_file: mask, [side]: '0.1' })
    expect(answer.body).toEqual({ status: 400, message: refusal(side, 'must not be sent with a mask') })
  })
})

describe('names and bodies', () => {
  const cases: readonly (readonly [string, () => Fields, string])[] = [
    ['no image', () => ({ top: '0.1' }), refusal('image_file', 'image_file or image_url is required')],
    ['an unknown field', () => ({ image_file: image, topp: '0.1' }), refusal('topp', 'is unknown')],
    ['an unknown file', () => ({ image_file: image, extra: image }), refusal('extra', 'is unknown')],
    ['a file as text', () => ({ image_file: 'bytes' }), refusal('image_file', 'must be a file')],
    ['a text as file', () => ({ image_file: image, prompt: mask }), refusal('prompt', 'must not be a file')]
  ]
  test.each(cases)('%s', async (_, fields, message) => {
    expect(await session.create(fields())).toMatchObject({ status: 400, body: { status: 400, message } })
  })

  test('the same field twice', async () => {
    const body = formOf({ image_file: image, top: '0.1' })
    body.append('top', '0.2')
    const response = await fetch(session.service.url + apiPath, {
      method: 'POST',
      body,
      headers: { 'X-API-KEY': 'demo-key' }
    })
    expect(await response.json()).toEqual({ status: 400, message: refusal('top', 'must not be repeated') })
  })

  test.each([
    ['application/json', '{}'],
    ['application/x-www-form-urlencoded', 'image_url=http://localhost/a.png'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="top"\r\n\r\n0.1']
  ])('%s: %s', async (type, body) => {
    const headers = { 'X-API-KEY': 'demo-key', 'Content-Type': type }
    const response = await fetch(session.service.url + apiPath, { method: 'POST', body, headers })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      status: 400,
      message: textLike(/^Invalid params, /)
    })
  })

  test('not strict: unknown names pass', async () => {
    const lenient = await startSession({ strict: false })
    expect((await lenient.create({ image_file: image, extra: '1' })).status).toBe(200)
    await lenient.service.close()
  })
})
