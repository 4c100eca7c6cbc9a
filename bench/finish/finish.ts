import { type FinishPage, openFinishPage } from '../../tests/fixtures/finish/finish-page'
import type { Row } from '../report/row'
import { measurePlaces } from './finish-places'
import { measureSeams } from './finish-seams'
import { measureFinishTime } from './finish-time'

/**
 * Measures what becomes of results in Chromium: seam, kept pixels and place, each beside the service's picture laid on the
 * canvas as it is, edge to edge.
 */
export function measureFinishQuality(): Promise<readonly Row[]> {
  return withPage(async (page) => [...(await measureSeams(page)), ...(await measurePlaces(page))])
}

/** Measures how long finishing a result takes in Chromium. */
export function measureFinishTimes(): Promise<readonly Row[]> {
  return withPage(measureFinishTime)
}

async function withPage<Value>(measure: (page: FinishPage) => Promise<Value>): Promise<Value> {
  const page = await openFinishPage()
  try {
    return await measure(page)
  } finally {
    await page.close()
  }
}
