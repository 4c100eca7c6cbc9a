import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnvelope } from '../../../src/service/wire/envelope'
import { readResult, results, taskDetails } from '../../../src/service/wire/expansion-result'

const envelope = (data: unknown) => ({ status: 200, message: 'success', data })

function readData(data: unknown) {
  const answer = readEnvelope(envelope(data))
  if (answer?.data == null) {
    throw new Error('no data was read')
  }
  return answer.data
}

test('every field of the reference is read', () => {
  const data = readData({
    task_id: 'dc452e38',
    created_at: 1700000000,
    processed_at: '1700000001',
    completed_at: 1700000009.5,
    download_time: 12,
    time_elapsed: '4000',
    image: 'a',
    image1: 'b',
    image_1: 'c',
    image_2: 'd',
    image_3: 'e',
    image_4: 'f',
    return_type: 2,
    progress: 100,
    state: 1,
    state_detail: 'Complete',
    err_message: '',
    image_width: 640,
    type: 3
  })
  expect(data).toMatchObject({ task_id: 'dc452e38', progress: 100, state: 1, state_detail: 'Complete' })
  expect(data).not.toHaveProperty('image_width')
  expect(taskDetails(data)).toEqual({
    createdAt: 1700000000,
    processedAt: '1700000001',
    completedAt: 1700000009.5,
    downloadTime: 12,
    timeElapsed: '4000',
    returnType: 2
  })
})

test('what is missing, and what is of no type that is known, is null or empty', () => {
  const nothing = {
    task_id: '',
    created_at: null,
    processed_at: null,
    completed_at: null,
    download_time: null,
    time_elapsed: null,
    image: '',
    image1: '',
    image_1: '',
    image_2: '',
    image_3: '',
    image_4: '',
    image_5: '',
    image_6: '',
    image_7: '',
    image_8: '',
    image_9: '',
    return_type: null,
    progress: null,
    state_detail: '',
    err_message: ''
  }
  expect(readData({})).toEqual(nothing)
  expect(readData(Object.fromEntries(Object.keys(nothing).map((name) => [name, { odd: [] }])))).toEqual(
    nothing
  )
})

test.each([
  ['a number as the task id', { task_id: 7 }, { task_id: '7' }],
  ['progress in digits', { progress: '42.5' }, { progress: 42.5 }],
  ['progress in words', { progress: 'half' }, { progress: null }]
])('%s', (_, data, expected) => {
  expect(readData(data)).toMatchObject(expected)
})

describe('the id of a task', () => {
  test.each([
    ['in data', envelope({ task_id: 't1' })],
    ['in data, under its other name', envelope({ taskId: 't1' })],
    ['beside data', { ...envelope({ state: 4 }), task_id: 't1' }],
    ['beside data, under its other name', { ...envelope({ state: 4 }), taskId: 't1' }],
    ['without data', { status: 200, task_id: 't1' }],
    ['beside data that is none', { ...envelope([]), taskId: 't1' }],
    ['beside an empty one', { ...envelope({ task_id: '', taskId: null }), task_id: 't1' }],
    ['in data rather than beside it', { ...envelope({ taskId: 't1' }), task_id: 't2' }],
    ['under its own name rather than the other', envelope({ taskId: 't2', task_id: 't1' })]
  ])('%s', (_, body) => {
    expect(readEnvelope(body)?.data).toMatchObject({ task_id: 't1' })
  })

  test('none, and no data, is no data', () => {
    expect(readEnvelope({ status: 200, task_id: '', taskId: {} })?.data).toBeNull()
  })
})

describe('envelopes', () => {
  test.each([
    ['success', envelope({}), { status: 200, message: 'success', data: {} }],
    ['no message, as on some polls', { status: 200, data: {} }, { status: 200, message: '', data: {} }],
    ['no status', { data: {} }, { status: null, message: '', data: {} }],
    ['status in digits', { status: '404', message: 'x' }, { status: 404, message: 'x', data: null }],
    ['a refusal', { status: 401, message: 'x' }, { status: 401, message: 'x', data: null }],
    [
      'a message of another type',
      { status: 400, message: { a: 1 } },
      { status: 400, message: '', data: null }
    ],
    ['data null', envelope(null), { data: null }],
    ['data a list', envelope([]), { data: null }],
    ['data a text', envelope('x'), { data: null }],
    ['an empty object', {}, { status: null, message: '', data: null }]
  ])('%s', (_, body, expected) => {
    expect(readEnvelope(body)).toMatchObject(expected)
  })

  test.each([undefined, null, 7, 'text', true, [], [envelope({})]])('%j is none', (body) => {
    expect(readEnvelope(body)).toBeNull()
  })
})

describe('results', () => {
  const link = 'https://results.example/a.png'

  test.each(['image', 'image1', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => `image_${index}`)])(
    'one in %s',
    (field) => {
      const data = readData({ image: '', image_1: '', [field]: link })
      expect(results(data, 't')).toEqual([{ kind: 'url', taskId: 't', field, url: link }])
    }
  )

  test('all that are not empty, in order, each content once', () => {
    const data = readData({
      image_4: 'four',
      image_2: 'two',
      image1: 'one',
      image_1: 'one',
      image: ' ',
      image_3: ''
    })
    expect(results(data, 't').map(({ field }) => field)).toEqual(['image1', 'image_2', 'image_4'])
  })

  test.each([
    ['iVBORw0KGgo=', { kind: 'base64', base64: 'iVBORw0KGgo=' }],
    ['/9j/4AAQ', { kind: 'base64', base64: '/9j/4AAQ' }],
    [
      ' data:image/png;base64,iVBORw0KGgo= ',
      { kind: 'base64', base64: 'data:image/png;base64,iVBORw0KGgo=' }
    ],
    ['http://results.example/a', { kind: 'url', url: 'http://results.example/a' }],
    ['HTTPS://results.example/a', { kind: 'url', url: 'HTTPS://results.example/a' }]
  ])('%s', (content, expected) => {
    expect(results(readData({ image: content }), 't')).toMatchObject([expected])
  })

  test('a long text that comes as a blob, the same content once', () => {
    const long = new Blob(['iVBO'])
    const data = readData({ image: long, image_1: long })
    expect(results(data, 't')).toEqual([{ kind: 'base64', taskId: 't', field: 'image', base64: long }])
  })

  test('none is no result', () => {
    expect(readResult(readData({ image: '', image_1: '' }), 't')).toBeNull()
  })
})

test('no JSON makes it throw', () => {
  const fields = Object.keys(readData({}))
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.string(), fc.double(), fc.constant('iVBORw0KGgo='))
  const data = fc.dictionary(fc.oneof(fc.constantFrom(...fields, 'state', '__proto__'), fc.string()), odd)
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ status: odd, message: odd, data })), (body) => {
      const answer = readEnvelope(JSON.parse(JSON.stringify(body)))
      if (answer?.data != null) {
        expect(results(answer.data, 't').length).toBeLessThanOrEqual(11)
      }
    }),
    { numRuns: 1_000 }
  )
})
