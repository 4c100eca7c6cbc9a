import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paintSample, type Session, startSession, taskIdOf } from './session'

let session: Session
let image: Uint8Array

beforeAll(async () => {
  session = await startSession({ keys: ['demo-key', 'other-key'] })
  image = await paintSample(64, 64)
})
afterAll(() => session.service.close())
beforeEach(() => {
  session.service.reset()
})

const poll = async (key?: string) => (await session.poll('any', key)).status

test('two a second, creates and polls together', async () => {
  const created = await session.create({ image_file: image })
  expect([created.status, (await session.poll(taskIdOf(created))).status]).toEqual([200, 200])
  const third = await session.create({ image_file: image })
  expect([third.status, third.body]).toEqual([429, { status: 429, message: 'Too many requests' }])
  expect(session.service.tasks).toHaveLength(1)
})

test('the second slides', async () => {
  const seen: number[] = []
  for (const passes of [0, 600, 300, 99, 1, 0, 599, 1]) {
    await session.clock.advance(passes)
    seen.push(await poll())
  }
  // Taken at 0, 600, 1000 (the first is a second ago) and 1600; refused ones do not count.
  expect(seen).toEqual([404, 404, 429, 429, 404, 429, 429, 404])
})

test('each key has its own', async () => {
  expect([await poll(), await poll(), await poll('other-key'), await poll()]).toEqual([404, 404, 404, 429])
})

test('wrong keys are refused before the rate, and do not count', async () => {
  for (let i = 0; i < 5; i += 1) expect(await poll('wrong')).toBe(401)
  expect(await poll()).toBe(404)
})

test('another rate', async () => {
  const fast = await startSession({ requestsPerSecond: 3 })
  fast.service.reset()
  const seen: number[] = []
  for (let i = 0; i < 4; i += 1) seen.push((await fast.poll('any')).status)
  expect(seen).toEqual([404, 404, 404, 429])
  await fast.service.close()
})
