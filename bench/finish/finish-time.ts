import { fileURLToPath } from 'node:url'
import { encodePicture, readPicture, resize } from '../../tests/fixtures/finish/finish-image'
import type { FinishPage } from '../../tests/fixtures/finish/finish-page'
import { driftTones, makeScene } from '../../tests/fixtures/finish/finish-scenes'
import { median } from '../report/median'
import type { Row } from '../report/row'

const side = 4096
const turns = 5

/** Greatest ratio to decoding and encoding alone. */
const goal = 1.25

/**
 * Time for finishing 4096 × 4096 px beside the browser's own decoding and encoding of the same picture into the same
 * format, in turns in the same run: the median of the turns' ratios. With nothing prepared, and with all that finishing
 * needs prepared before the result came.
 */
export async function measureFinishTime(page: FinishPage): Promise<readonly Row[]> {
  const photograph = fileURLToPath(new URL('../../playground/scenes/images/coffee.png', import.meta.url))
  const scene = await makeScene('large', resize(await readPicture(photograph), { width: side, height: side }))
  const drifted = driftTones(scene, 6, 10, 'everywhere')
  const cases = [
    { name: 'PNG with drift, own pixels kept', result: drifted, quality: null, keepPixels: true },
    { name: 'JPEG with drift, own pixels kept (PNG)', result: drifted, quality: 92, keepPixels: true },
    { name: 'JPEG with drift, under the live original', result: drifted, quality: 92, keepPixels: false },
    { name: 'PNG that needs nothing', result: scene.truth, quality: null, keepPixels: true },
    { name: 'JPEG that needs nothing', result: scene.truth, quality: 92, keepPixels: false }
  ] as const
  const rows: Row[] = []
  for (const { name, result, quality, keepPixels } of cases) {
    const bytes = await encodePicture(result, quality)
    const mime = quality === null || keepPixels ? 'image/png' : 'image/jpeg'
    const times = await page.time(bytes, scene.sent, { matchSeam: true, keepPixels }, mime, turns)
    rows.push(rowOf(name, times.ours, times.floor), rowOf(`${name}; prepared`, times.prepared, times.floor))
  }
  return rows
}

function rowOf(name: string, ours: readonly number[], floor: readonly number[]): Row {
  const ratio = median(ours.map((ms, turn) => ms / (floor[turn] ?? NaN)))
  return {
    what: `finish ${side} × ${side}: ${name}`,
    measured: `${median(ours).toFixed(0)} ms`,
    beside: `decode and encode: ${median(floor).toFixed(0)} ms`,
    ratio: ratio.toFixed(2),
    goal: `≤ ${goal}`,
    isMet: ratio <= goal
  }
}
