import type { ServiceFailure } from '../../src/core/failures'
import type { Outcome } from '../../src/core/outcome'
import { decodeBase64 } from '../../src/raster/answer/decode-base64'
import { parseJson } from '../../src/raster/answer/parse-json'
import { createServiceClient } from '../../src/service/client'
import type { ServiceClient } from '../../src/service/service-client'
import { english } from '../../src/ui/words/english'
import { explainFailure } from '../../src/ui/words/failures/explain-failure'
import { createFakeClock } from '../fake-clock'
import { noPace } from '../service/support/test-client'
import { mutateJson, mutateText } from './mutate-answer'
import { mutateImage } from './mutate-image'
import { createRandom, pick, type Random, whole } from './random'

const key = 'sk-secret-0123456789'

/** What a run of mutated answers came to. */
export interface FuzzedAnswers {
  readonly outcomes: Readonly<Record<string, number>>
  /** What must never be, each with the seed that shows it. */
  readonly problems: readonly string[]
}

/** Gives the client `count` mutated answers, of the seeds from `firstSeed` on. `png` is an image of a result. */
export async function fuzzAnswers(firstSeed: number, count: number, png: Uint8Array): Promise<FuzzedAnswers> {
  const outcomes: Record<string, number> = {}
  const problems: string[] = []
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const random = createRandom(seed)
    try {
      const outcome = await callOnce(random, png)
      const name = outcome.ok ? 'ok' : outcome.failure.kind
      outcomes[name] = (outcomes[name] ?? 0) + 1
      const problem = problemOf(outcome)
      if (problem !== null) {
        problems.push(`seed ${seed}: ${problem}`)
      }
    } catch (error) {
      problems.push(`seed ${seed}: thrown: ${String(error)}`)
    }
  }
  return { outcomes, problems }
}

function problemOf(outcome: Outcome<unknown, ServiceFailure>): string | null {
  if (JSON.stringify(outcome).includes(key)) {
    return 'the key is in the outcome'
  }
  if (outcome.ok) {
    return null
  }
  const { title, sentence } = explainFailure(outcome.failure, null, english)
  return title.trim() === '' || sentence.trim() === '' || /undefined|\[object/.test(title + sentence)
    ? `no words for ${JSON.stringify(outcome.failure)}`
    : null
}

async function callOnce(random: Random, png: Uint8Array): Promise<Outcome<unknown, ServiceFailure>> {
  const clock = createFakeClock()
  const client = createServiceClient({
    baseUrl: 'https://service.example',
    key,
    fetch: () => answer(random, png),
    clock,
    parseJson,
    decodeBase64,
    random,
    pace: noPace,
    timeouts: { repeatMs: 0 }
  })
  const outcome = call(client, random, png)
  // Nothing here needs time but the polls: three refusals in a row, or the whole of the waiting.
  let isDone = false as boolean
  void outcome.finally(() => {
    isDone = true
  })
  for (let waited = 0; waited < 20 && !isDone; waited++) {
    await clock.advance(waited < 4 ? 1_000 : 20_000)
  }
  return outcome
}

function call(
  client: ServiceClient,
  random: Random,
  png: Uint8Array
): Promise<Outcome<unknown, ServiceFailure>> {
  switch (whole(random, 0, 4)) {
    case 0:
      return client.submit({
        kind: 'sides',
        image: { kind: 'file', bytes: png, mime: 'image/png' },
        ratios: { top: 0.1, right: 0.1, bottom: 0.1, left: 0.1 }
      })
    case 1:
      return client.query('t1')
    case 2:
      return client.download(
        random() < 0.5
          ? { kind: 'url', taskId: 't1', field: 'image', url: pick(random, urls) }
          : { kind: 'base64', taskId: 't1', field: 'image', base64: base64(mutateImage(png, random), random) }
      )
    default:
      return receive(client)
  }
}

const urls = [
  'https://results.example/image.png',
  'https://service.example/image.png',
  'https://',
  'data:text/plain,x',
  'javascript:1',
  'ftp://results.example/x'
] as const

/** As an expansion does it: waits, then brings what came. */
async function receive(client: ServiceClient): Promise<Outcome<unknown, ServiceFailure>> {
  const awaited = await client.awaitResult('t1')
  return awaited.ok ? client.download(awaited.value.images[0]) : awaited
}

function base64(bytes: Uint8Array, random: Random): string {
  const text = Buffer.from(bytes).toString('base64')
  switch (whole(random, 0, 5)) {
    case 0:
      return text.slice(0, whole(random, 0, text.length))
    case 1:
      return text.replace(/[A-M]/g, '-')
    case 2:
      return `${text}\n====`
    default:
      return text
  }
}

const statuses = [
  200, 200, 200, 200, 200, 201, 204, 206, 302, 304, 400, 401, 402, 404, 413, 418, 429, 500, 502, 503
] as const
const types = ['application/json', 'text/html', 'image/png', 'multipart/form-data; boundary=x', ''] as const

async function answer(random: Random, png: Uint8Array): Promise<Response> {
  if (random() < 0.05) {
    return Promise.reject(
      pick(random, [
        new TypeError('Failed to fetch'),
        new Error(key),
        new DOMException('', 'NetworkError')
      ] as const)
    )
  }
  const status = pick(random, statuses)
  const headers = { 'content-type': pick(random, types) }
  if (status === 204 || status === 304) {
    return Promise.resolve(new Response(null, { status, headers }))
  }
  if (random() < 0.15) {
    return Promise.resolve(new Response(new Uint8Array(mutateImage(png, random)), { status, headers }))
  }
  const data = pick<unknown>(random, [
    { task_id: 't1' },
    { task_id: 't1', state: 4, progress: 40, state_detail: 'Processing' },
    { task_id: 't1', state: 1, progress: 100, image: base64(mutateImage(png, random), random), image_1: '' },
    { task_id: 't1', state: 1, progress: 100, image: pick(random, urls) },
    { task_id: 't1', state: -7, err_message: `no: ${key}` }
  ])
  const body = {
    status,
    message: pick(random, ['success', `bad key ${key}`, 'insufficient credits', ''] as const),
    data
  }
  const text = JSON.stringify(random() < 0.9 ? mutateJson(body, random) : body) as string | undefined
  return Promise.resolve(new Response(mutateText(text ?? '', random), { status, headers }))
}
