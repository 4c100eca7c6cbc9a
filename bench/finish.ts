import { measureFinishTime } from './finish-time'
import { openFinishPage } from './finish-page'
import { measurePlaces } from './finish-places'
import { measureSeams } from './finish-seams'
import type { Row } from './row'

/**
 * Measures the finishing of results in Chromium: time, seam, kept pixels and place, each beside the service's picture laid
 * on the canvas as it is, edge to edge.
 */
export async function measureFinish(): Promise<readonly Row[]> {
  const page = await openFinishPage()
  try {
    console.error('finishing: seams, places, time …')
    return [...(await measureSeams(page)), ...(await measurePlaces(page)), ...(await measureFinishTime(page))]
  } finally {
    await page.close()
  }
}
