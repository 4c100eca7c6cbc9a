import type { Frame, Page } from 'playwright-core'
import { bundleForPage } from './bundle-for-page'
import type { RecordedRequest } from './recorded-request'

/**
 * Notes every `fetch` of the page's frames before it is made, with the form fields and files that it sends. Nothing of
 * the request is changed: the note is taken of a copy. `onRequest` is told too, and of the frame.
 */
export async function recordRequests(
  page: Page,
  onRequest: (request: RecordedRequest, frame: Frame) => void = () => undefined
): Promise<readonly RecordedRequest[]> {
  const requests: RecordedRequest[] = []
  await page.exposeBinding('recordRequest', ({ frame }, request: RecordedRequest) => {
    requests.push(request)
    onRequest(request, frame)
  })
  await page.addInitScript({ content: await bundleForPage(new URL('fetch-recorder.ts', import.meta.url)) })
  return requests
}
