import { decodeBase64 } from '../../../src/raster/answer/decode-base64'
import { parseJson } from '../../../src/raster/answer/parse-json'
import { createServiceClient } from '../../../src/service/client'
import type { SidesRequest } from '../../../src/service/wire/expansion-request'
import { realClock } from '../../real-clock'

/** What `in-chromium.test.ts` has the browser do. It runs in the page; what it returns goes to the test as JSON. */
export interface BrowserCalls {
  readonly expand: (baseUrl: string, png: readonly number[], returnType: 1 | 2) => Promise<unknown>
  readonly submitAndStop: (baseUrl: string, png: readonly number[], afterMs: number) => Promise<unknown>
  readonly checkKey: (baseUrl: string) => Promise<unknown>
}

const createClient = (baseUrl: string) =>
  createServiceClient({
    baseUrl,
    key: 'demo-key',
    fetch: globalThis.fetch,
    clock: realClock,
    parseJson,
    decodeBase64,
    random: Math.random,
    timeouts: { repeatMs: 50 }
  })

const request = (png: readonly number[], returnType: 1 | 2): SidesRequest => ({
  kind: 'sides',
  image: { kind: 'file', bytes: Uint8Array.from(png), mime: 'image/png' },
  ratios: { top: 0.5, right: 0.5, bottom: 0.5, left: 0.5 },
  prompt: '海 & sky',
  returnType
})

const calls: BrowserCalls = {
  expand: async (baseUrl, png, returnType) => {
    const client = createClient(baseUrl)
    const submitted = await client.submit(request(png, returnType))
    if (!submitted.ok || submitted.value.kind === 'done') {
      return submitted
    }
    const waited = await client.awaitResult(submitted.value.taskId)
    if (!waited.ok) {
      return waited
    }
    const image = await client.download(waited.value.images[0])
    return image.ok ? { ...image.value, bytes: image.value.bytes.length } : image
  },
  submitAndStop: async (baseUrl, png, afterMs) => {
    const stop = new AbortController()
    setTimeout(() => {
      stop.abort()
    }, afterMs)
    return createClient(baseUrl).submit(request(png, 2), { signal: stop.signal })
  },
  checkKey: (baseUrl) => createClient(baseUrl).checkKey()
}

Object.assign(globalThis, { calls })
