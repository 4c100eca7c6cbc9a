import { type FinishPage, openFinishPage } from '../../tests/fixtures/finish/finish-page'
import type { Row } from '../report/row'
import { measurePlaces } from './finish-places'
import { measureSeams } from './finish-seams'
import { measureFinishTime } from './finish-time'

/**
 * Measures the quality of finished results in Chromium: seam, known pixels and registration, each beside the result placed edge
 * to edge as it came.
 */
export function measureFinishQuality(): Promise<readonly Row[]> {
  return withPage(async (page) => [...(await measureSeams(page)), ...(await measurePlaces(page))])
}

/** Measures the time of finishing a result in Chromium. */
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
