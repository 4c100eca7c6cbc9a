import { fileURLToPath } from 'node:url'
import { encodePicture, readPicture, resize } from '../../tests/fixtures/finish/finish-image'
import type { FinishPage } from '../../tests/fixtures/finish/finish-page'
import { driftTones, makeScene } from '../../tests/fixtures/finish/finish-scenes'
import { median } from '../report/median'
import type { Row } from '../report/row'

const side = 4096
const turns = 5

/** More than decoding and encoding alone, by this factor at most. */
const goal = 1.25

/**
 * Time for finishing 4096 × 4096 px beside the browser's own decoding and encoding of the same picture into the same
 * format, in turns in the same run: the median of the turns' ratios.
 */
export async function measureFinishTime(page: FinishPage): Promise<readonly Row[]> {
  const photograph = fileURLToPath(new URL('../../playground/scenes/images/coffee.png', import.meta.url))
  const scene = await makeScene('large', resize(await readPicture(photograph), { width: side, height: side }))
  const drifted = driftTones(scene, 6, 10, 'everywhere')
  const cases = [
    { name: 'PNG with drift, own pixels kept', picture: drifted, quality: null, keepPixels: true },
    { name: 'JPEG with drift, own pixels kept (PNG)', picture: drifted, quality: 92, keepPixels: true },
    { name: 'JPEG with drift, under the live original', picture: drifted, quality: 92, keepPixels: false },
    { name: 'PNG that needs nothing', picture: scene.truth, quality: null, keepPixels: true },
    { name: 'JPEG that needs nothing', picture: scene.truth, quality: 92, keepPixels: false }
  ] as const
  const rows: Row[] = []
  for (const { name, picture, quality, keepPixels } of cases) {
    const bytes = await encodePicture(picture, quality)
    const mime = quality === null || keepPixels ? 'image/png' : 'image/jpeg'
    const { ours, floor } = await page.time(bytes, scene.sent, { matchSeam: true, keepPixels }, mime, turns)
    const ratio = median(ours.map((ms, turn) => ms / (floor[turn] ?? NaN)))
    rows.push({
      what: `finish ${side} × ${side}: ${name}`,
      measured: `${median(ours).toFixed(0)} ms`,
      beside: `decode and encode: ${median(floor).toFixed(0)} ms`,
      ratio: ratio.toFixed(2),
      goal: `≤ ${goal}`,
      isMet: ratio <= goal
    })
  }
  return rows
}
