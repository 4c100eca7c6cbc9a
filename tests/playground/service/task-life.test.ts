import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anyText,
  dataOf,
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
  session = await startSession({ processingMs: 10_000 })
  image = await paintSample(64, 64)
})
afterAll(() => session.service.close())
beforeEach(() => {
  session.restart()
})

const hourMs = 3_600_000

test('the way from queued to done', async () => {
  const taskId = taskIdOf(await session.create({ image_file: image }))
  await session.service.tasks[0]?.settled
  const steps = [0, 500, 1000, 2000, 6000, 9999, 10_000]
  const seen: unknown[] = []
  let atMs = 0
  for (const step of steps) {
    await session.clock.advance(step - atMs)
    atMs = step
    const { state, state_detail, progress } = dataOf(await session.poll(taskId))
    seen.push([step, state, state_detail, progress])
  }
  expect(seen).toEqual([
    [0, 0, 'Queued', 0],
    [500, 2, 'Preparing', 5],
    [1000, 3, 'Waiting', 10],
    [2000, 4, 'Processing', 20],
    [6000, 4, 'Processing', 60],
    [9999, 4, 'Processing', 99],
    [10_000, 1, 'Complete', 100]
  ])
})

test('a pending task has no message, a time of 0 where there is none yet, and no image', async () => {
  const taskId = taskIdOf(await session.create({ image_file: image }))
  const { body } = await session.poll(taskId)
  expect(body).toEqual({
    status: 200,
    data: {
      task_id: taskId,
      created_at: session.clock.nowMs() / 1000,
      processed_at: 0,
      completed_at: 0,
      download_time: 0,
      time_elapsed: 0,
      return_type: 1,
      type: 1,
      state: 0,
      state_detail: 'Queued',
      progress: 0
    }
  })
})

test('a done task: times as numbers, the result as a link', async () => {
  const createdS = session.clock.nowMs() / 1000
  const taskId = taskIdOf(await session.create({ image_file: image }))
  await session.service.tasks[0]?.settled
  await session.clock.advance(12_000)
  const { body } = await session.poll(taskId)
  expect(body).toMatchObject({
    status: 200,
    message: 'success',
    data: {
      created_at: createdS,
      processed_at: createdS + 2,
      completed_at: createdS + 10,
      time_elapsed: 10_000,
      state: 1,
      image: textLike(/^http:\/\/localhost:\d+\/results\//)
    }
  })
})

test('an unknown task', async () => {
  expect(await session.poll('b4905df8-be56-42b2-8d33-b66011202116')).toMatchObject({
    status: 404,
    body: { status: 404, message: 'Not found' }
  })
})

test('a task is kept for an hour from its creation', async () => {
  const taskId = taskIdOf(await session.create({ image_file: image }))
  await session.clock.advance(hourMs - 1)
  expect((await session.poll(taskId)).status).toBe(200)
  await session.clock.advance(1)
  expect((await session.poll(taskId)).status).toBe(404)
})

describe('result links', () => {
  const finish = async () => {
    const taskId = taskIdOf(await session.create({ image_file: image }))
    await session.service.tasks[0]?.settled
    await session.clock.advance(10_000)
    return v.parse(v.string(), dataOf(await session.poll(taskId))['image'])
  }

  test('are good for an hour from completion, then refused', async () => {
    const link = await finish()
    const response = await fetch(link)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    await session.clock.advance(hourMs - 1)
    expect((await fetch(link)).status).toBe(200)
    await session.clock.advance(1)
    const late = await fetch(link)
    expect([late.status, await late.text()]).toEqual([403, textLike(/Request has expired/)])
  })

  test('can not be made up', async () => {
    const link = await finish()
    expect((await fetch(link.replace(/Expires=\d+/, 'Expires=9999999999'))).status).toBe(403)
    expect((await fetch(link.replace('_0?', '_1?'))).status).toBe(403)
    expect((await fetch(link.replace(/\?.*/, ''))).status).toBe(403)
  })

  test('need no key and count for no rate', async () => {
    const link = await finish()
    session.service.setFaults({ 'no-rate-limit': false })
    for (let i = 0; i < 4; i += 1) expect((await fetch(link)).status).toBe(200)
  })
})

describe('sync', () => {
  test('answers once the task is done, with everything', async () => {
    let answered = false
    const answer = session.create({ image_file: image, sync: '1' }).finally(() => {
      answered = true
    })
    await until(() => session.service.tasks.length === 1)
    await session.service.tasks[0]?.settled
    await session.clock.advance(9999)
    expect(answered).toBe(false)
    await session.clock.advance(1)
    expect((await answer).body).toMatchObject({
      status: 200,
      message: 'success',
      data: { state: 1, progress: 100, time_elapsed: 10_000, image: anyText }
    })
  })

  test('0 answers with the task id alone', async () => {
    const { body } = await session.create({ image_file: image, sync: '0' })
    expect(body).toEqual({ status: 200, message: 'success', data: { task_id: anyText } })
  })
})

test.each([
  ['1', /^http:\/\/localhost/],
  ['2', /^iVBORw0KGgo[A-Za-z0-9+/]+=*$/]
])('return_type %s', async (returnType, shape) => {
  session.service.setFaults({ processing: 0 })
  const answer = await session.create({ image_file: image, sync: '1', return_type: returnType })
  expect(dataOf(answer)).toMatchObject({
    return_type: Number(returnType),
    image: textLike(shape)
  })
})

test('task ids and seeds follow the random that is handed in', async () => {
  const fixed = await startSession({ random: () => 0.5 })
  const answer = await fixed.create({ image_file: image })
  expect(taskIdOf(answer)).toBe('88888888-8888-4888-8888-888888888888')
  expect(fixed.service.tasks[0]?.plan.seed).toBe(1_073_741_823)
  await fixed.service.close()
})
