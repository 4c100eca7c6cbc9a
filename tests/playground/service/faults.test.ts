import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeFaults, faultNotes, noFaults, readFaultArgument } from '../../../playground/service/faults'
import { startService } from '../../../playground/service/server'
import {
  apiPath,
  dataOf,
  decodePixels,
  formOf,
  paintSample,
  type Session,
  startSession,
  taskIdOf,
  textLike,
  until
} from './session'

let session: Session
let image: Uint8Array

beforeAll(async () => {
  session = await startSession()
  image = await paintSample(64, 64)
})
afterAll(() => session.service.close())
beforeEach(() => {
  session.restart()
})

const createDone = () => session.create({ image_file: image, sync: '1', return_type: '2' })
const rawCreate = () =>
  fetch(session.service.url + apiPath, {
    method: 'POST',
    body: formOf({ image_file: image }),
    headers: { 'X-API-KEY': 'demo-key' }
  })
const rawPoll = () => fetch(`${session.service.url}${apiPath}/any`, { headers: { 'X-API-KEY': 'demo-key' } })

describe('statuses', () => {
  test.each([400, 401, 404, 413, 429, 500, 503] as const)('%s', async (status) => {
    session.service.setFaults({ 'create-status': status })
    expect(await session.create({ image_file: image })).toMatchObject({ status, body: { status } })
    session.service.setFaults({ 'create-status': 0, 'poll-status': status })
    const made = await session.create({ image_file: image })
    expect(await session.poll(taskIdOf(made))).toMatchObject({ status, body: { status } })
    expect(session.service.tasks).toHaveLength(1)
  })

  test('a number of times', async () => {
    session.service.setFaults({ 'poll-status': 503, 'status-times': 2 })
    const seen: number[] = []
    for (let i = 0; i < 4; i += 1) seen.push((await rawPoll()).status)
    expect(seen).toEqual([503, 503, 404, 404])
  })

  test('always-429', async () => {
    session.service.setFaults({ 'always-429': 2 })
    const seen = [(await rawPoll()).status, (await rawCreate()).status, (await rawPoll()).status]
    expect(seen).toEqual([429, 429, 404])
  })

  test('out-of-credits: no task, and words that speak of it', async () => {
    session.service.setFaults({ 'out-of-credits': true })
    expect(await session.create({ image_file: image })).toMatchObject({
      status: 400,
      body: { status: 400, message: textLike(/credit.*balance/i) }
    })
    expect(session.service.tasks).toHaveLength(0)
  })
})

describe('broken connections', () => {
  test.each([
    ['drop-create-before', 0],
    ['drop-create-after', 1]
  ] as const)('%s leaves %s tasks, and is over after its number', async (name, tasks) => {
    session.service.setFaults({ [name]: 1 })
    await expect(rawCreate()).rejects.toThrow()
    expect(session.service.tasks).toHaveLength(tasks)
    expect(session.service.requests.at(-1)?.answeredWith).toBe(0)
    expect((await rawCreate()).status).toBe(200)
  })

  test('drop-poll', async () => {
    session.service.setFaults({ 'drop-poll': 2 })
    await expect(rawPoll()).rejects.toThrow()
    await expect(rawPoll()).rejects.toThrow()
    expect((await rawPoll()).status).toBe(404)
  })
})

describe('bodies', () => {
  const parse = (text: string): unknown => JSON.parse(text)
  test.each(['not-json', 'truncated-json', 'html-error-page'] as const)('%s', async (name) => {
    session.service.setFaults({ [name]: 'poll' })
    expect(parse(await (await rawCreate()).text())).toMatchObject({ status: 200 })
    const response = await rawPoll()
    expect(response.status).toBe(name === 'html-error-page' ? 502 : 404)
    const text = await response.text()
    expect(() => parse(text)).toThrow()
    session.service.setFaults({ [name]: 'create' })
    expect(parse(await (await rawPoll()).text())).toMatchObject({ status: 404 })
  })

  test.each([404, 502] as const)('html-error-status %s is a page without an envelope', async (status) => {
    session.service.setFaults({ 'html-error-page': 'poll', 'html-error-status': status })
    const response = await rawPoll()
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html'])
    expect(await response.text()).toContain(`<h1>${status} `)
  })

  test('latency holds the answer back by the clock, not the work', async () => {
    session.service.setFaults({ latency: 700 })
    let answered = false
    const response = rawCreate().finally(() => {
      answered = true
    })
    await until(() => session.service.tasks.length === 1 && session.clock.waiting() === 1)
    await session.clock.advance(699)
    expect(answered).toBe(false)
    await session.clock.advance(1)
    expect((await response).status).toBe(200)
  })

  test('slow-create holds the answer back after the task was made', async () => {
    session.service.setFaults({ 'slow-create': 700 })
    let answered = false
    const response = rawCreate().finally(() => {
      answered = true
    })
    await until(() => session.service.tasks.length === 1 && session.clock.waiting() === 1)
    await session.clock.advance(699)
    expect(answered).toBe(false)
    await session.clock.advance(1)
    expect((await response).status).toBe(200)
  })

  test('slow-upload makes a task when the create has arrived', async () => {
    session.service.setFaults({ 'slow-upload': 700 })
    const response = rawCreate()
    await until(() => session.clock.waiting() === 1)
    await session.clock.advance(699)
    expect(session.service.tasks).toEqual([])
    await session.clock.advance(1)
    expect((await response).status).toBe(200)
    expect(session.service.tasks).toHaveLength(1)
  })

  test('slow-upload makes no task of a create that is broken off', async () => {
    session.service.setFaults({ 'slow-upload': 700 })
    const breakOff = new AbortController()
    const response = fetch(session.service.url + apiPath, {
      method: 'POST',
      body: formOf({ image_file: image }),
      headers: { 'X-API-KEY': 'demo-key' },
      signal: breakOff.signal
    })
    await until(() => session.clock.waiting() === 1)
    breakOff.abort()
    await expect(response).rejects.toThrow()
    await session.clock.advance(700)
    await until(() => session.service.requests.at(-1)?.answeredWith === 0)
    expect(session.service.tasks).toEqual([])
  })

  test('slow-body trickles', async () => {
    session.service.setFaults({ 'slow-body': 800 })
    const response = rawPoll()
    await until(() => session.clock.waiting() === 1)
    await session.clock.advance(100)
    const { body } = await response
    const reader = body?.getReader()
    const first = await reader?.read()
    expect(first?.done).toBe(false)
    void session.clock.advance(700)
    let length = first?.value?.length ?? 0
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      length += part.value.length
    }
    expect(length).toBe(Number((await response).headers.get('content-length')))
  })
})

describe('CORS', () => {
  test('no-cors', async () => {
    session.service.setFaults({ 'no-cors': true })
    const preflight = await fetch(session.service.url + apiPath, { method: 'OPTIONS' })
    for (const response of [preflight, await rawPoll()]) {
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('no-result-cors', async () => {
    session.service.setFaults({ 'no-result-cors': true })
    const answer = await session.create({ image_file: image, sync: '1' })
    expect((await rawPoll()).headers.get('access-control-allow-origin')).toBe('*')
    const link = await fetch(String(dataOf(answer)['image']))
    expect([link.status, link.headers.get('access-control-allow-origin')]).toEqual([200, null])
  })
})

describe('tasks', () => {
  test.each([-1, -2, -3, -5, -7, -8, -9, -10, -13, -14, -15, -16, -17, -99, 7])('state %s', async (state) => {
    session.service.setFaults({ state, 'err-message': 'said so' })
    const data = dataOf(await createDone())
    expect(data).toMatchObject({ state, err_message: 'said so' })
    expect(data).not.toHaveProperty('image')
  })

  test('stuck', async () => {
    session.service.setFaults({ stuck: true })
    const taskId = taskIdOf(await session.create({ image_file: image }))
    await session.service.tasks[0]?.settled
    await session.clock.advance(600_000)
    expect(dataOf(await session.poll(taskId))).toMatchObject({ state: 4, progress: 87 })
    session.service.setFaults({ stuck: false })
    expect(dataOf(await session.poll(taskId))).toMatchObject({ state: 1 })
  })

  test('processing', async () => {
    session.service.setFaults({ processing: 50_000 })
    const taskId = taskIdOf(await session.create({ image_file: image }))
    await session.service.tasks[0]?.settled
    await session.clock.advance(49_999)
    expect(dataOf(await session.poll(taskId))).toMatchObject({ state: 4 })
    await session.clock.advance(1)
    expect(dataOf(await session.poll(taskId))).toMatchObject({ state: 1 })
  })

  test('string-numbers', async () => {
    session.service.setFaults({ 'string-numbers': true })
    const text = textLike(/^\d+$/)
    expect(dataOf(await createDone())).toMatchObject({
      created_at: text,
      processed_at: text,
      completed_at: text,
      time_elapsed: text,
      download_time: text
    })
  })
})

describe('image fields', () => {
  const names = ['image', 'image1', 'image_1', 'image_2', 'image_3', 'image_4'] as const
  const shown = async () => {
    const data = dataOf(await createDone())
    return names.filter((name) => name in data).map((name) => [name, data[name] === '' ? 'empty' : 'full'])
  }

  test.each(names)('result-field %s', async (name) => {
    session.service.setFaults({ 'result-field': name })
    expect(await shown()).toEqual([[name, 'full']])
  })

  test('empty-fields', async () => {
    session.service.setFaults({ 'empty-fields': true })
    expect(await shown()).toEqual(names.map((name) => [name, name === 'image' ? 'full' : 'empty']))
  })

  test('no-image', async () => {
    session.service.setFaults({ 'no-image': true })
    expect(await shown()).toEqual(names.map((name) => [name, 'empty']))
  })

  test('no-task-id, in the answers to creates alone', async () => {
    session.service.setFaults({ 'no-task-id': true })
    expect(dataOf(await session.create({ image_file: image }))).toEqual({})
    const data = dataOf(await createDone())
    expect(data).toMatchObject({ state: 1 })
    expect(data).not.toHaveProperty('task_id')
    const [task] = session.service.tasks
    expect(dataOf(await session.poll(task?.plan.id ?? ''))).toMatchObject({ task_id: task?.plan.id })
  })

  test('several-images, all different', async () => {
    session.service.setFaults({ 'several-images': 3 })
    const data = dataOf(await createDone())
    expect(new Set([data['image_1'], data['image_2'], data['image_3']]).size).toBe(3)
    expect(data).not.toHaveProperty('image')
    expect(data).not.toHaveProperty('image_4')
  })

  test('not-an-image, as base64 and behind a link', async () => {
    session.service.setFaults({ 'not-an-image': true })
    const text = 'This is not an image.'
    expect(Buffer.from(String(dataOf(await createDone())['image']), 'base64').toString()).toBe(text)
    const answer = await session.create({ image_file: image, sync: '1' })
    expect(await (await fetch(String(dataOf(answer)['image']))).text()).toBe(text)
  })

  test('data-prefix', async () => {
    session.service.setFaults({ 'data-prefix': true })
    expect(dataOf(await createDone())['image']).toMatch(/^data:image\/png;base64,iVBOR/)
  })

  test('expired-links', async () => {
    session.service.setFaults({ 'expired-links': true })
    const answer = await session.create({ image_file: image, sync: '1' })
    expect((await fetch(String(dataOf(answer)['image']))).status).toBe(403)
  })
})

describe('what is handed in', () => {
  test('faults at the start, and one after another', async () => {
    const faulty = await startService({ faults: { state: -8 } })
    faulty.setFaults({ latency: 5 })
    expect(faulty.faults).toEqual({ ...noFaults, state: -8, latency: 5 })
    faulty.reset()
    expect(faulty.faults).toEqual(noFaults)
    await faulty.close()
  })

  test('the command line’s forms', () => {
    expect(readFaultArgument('stuck')).toEqual({ stuck: true })
    expect(readFaultArgument('state=-8')).toEqual({ state: -8 })
    expect(readFaultArgument('state')).toEqual({ state: -1 })
    expect(readFaultArgument('err-message=a=b')).toEqual({ 'err-message': 'a=b' })
    expect(readFaultArgument('err-message=5')).toEqual({ 'err-message': '5' })
    expect(readFaultArgument('extra-side=top')).toEqual({ 'extra-side': 'top' })
    expect(() => readFaultArgument('no-such')).toThrow('--help')
    expect(() => readFaultArgument('toString')).toThrow('--help')
  })

  test('every bare name is a change that is taken', () => {
    for (const [name, { on }] of Object.entries(faultNotes)) {
      expect(changeFaults(noFaults, { [name]: on })).not.toEqual(noFaults)
    }
  })

  test.each([{ latency: -1 }, { state: 1.5 }, { 'create-status': 418 }, { unknown: true }, [], null, 'x'])(
    'refused: %j',
    (change) => {
      expect(() => changeFaults(noFaults, change)).toThrow()
    }
  )
})

test('result-format', async () => {
  const signatures = { png: '89504e47', jpeg: 'ffd8ff', webp: '52494646' } as const
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    session.service.setFaults({ 'result-format': format })
    const bytes = await session.expand({ image_file: image })
    expect(Buffer.from(bytes).toString('hex').startsWith(signatures[format])).toBe(true)
    expect(await decodePixels(bytes)).toMatchObject({ width: 77, height: 77 })
  }
})
