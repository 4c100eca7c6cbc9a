import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import type { RecordedRequest } from './recorded-request'

/**
 * Notes every `fetch` of the page's frames before it is made, with the form fields and files that it sends. Nothing of
 * the request is changed: the note is taken of a copy.
 */
export async function recordRequests(page: Page): Promise<readonly RecordedRequest[]> {
  const requests: RecordedRequest[] = []
  await page.exposeBinding('recordRequest', (_source, request: RecordedRequest) => {
    requests.push(request)
  })
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('fetch-recorder.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife'
  })
  await page.addInitScript({ content: bundle.outputFiles[0]?.text ?? '' })
  return requests
}
